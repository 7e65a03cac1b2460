package io.chatauth.sandbox;

import static io.chatauth.sandbox.EnvelopeClient.refused;
import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.tree;
import static io.chatauth.sandbox.ZaloTest.CARD;
import static io.chatauth.sandbox.ZaloTest.OA;
import static io.chatauth.sandbox.ZaloTest.TEMPLATES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.SandboxClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zalo's registry, with its odd names. */
class ZaloTemplateTest extends SandboxTestBase {
    private static final String READ = "/zalo/1/sender/" + OA + "/templates";
    private static final String LOGO =
            "'logo':{'light':{'type':'IMAGE','mediaId':'m'},'dark':{'type':'IMAGE','mediaId':'m'}}";
    private static final String OTP = json("{'templateName':'Login code','note':'n','trackingId':'t',"
            + "'params':[{'type':'OTP','name':'otp','sampleValue':'123456'}],"
            + "'templateContent':{'type':'AUTHENTICATION'," + LOGO
            + ",'otp':{'value':'<otp>'},'securityWarning':{'value':'Tell nobody.'}}}");

    @Test
    void whatCreatingCallsIdReadingCallsName() {
        Answer created = client.post(TEMPLATES, CARD);
        assertEquals(200, created.status());
        String id = created.body().path("templateId").asText();
        assertTrue(created.body().path("templateId").isTextual());
        assertEquals("Card activation", created.body().path("templateName").asText());
        assertEquals("CUSTOM", created.body().path("templateType").asText());
        assertEquals("TRANSACTION", created.body().path("tag").asText());
        assertEquals("PENDING_REVIEW", created.body().path("status").asText());
        assertEquals(OA, created.body().path("oaId").asText());
        decide(id, "ENABLE");

        JsonNode listed = client.get(READ).body();
        assertEquals(Long.parseLong(id), listed.at("/results/0/templateName").longValue());
        assertEquals("Card activation", listed.at("/results/0/displayName").asText());
        assertEquals("ENABLE", listed.at("/results/0/status").asText());
        assertTrue(listed.at("/results/0/createdTime").asText().endsWith("+0000"));
        assertEquals(1, listed.at("/paging/totalResults").asInt());

        JsonNode read = client.get(READ + "/" + id).body();
        assertTrue(read.path("templateName").isIntegralNumber());
        assertEquals("name", read.at("/templateProperties/0/name").asText());
        assertEquals(30, read.at("/templateProperties/0/maxLength").asInt());
        assertEquals("MAKE_PHONE_CALL", read.at("/templateButtons/0/type").asText());
        assertEquals("TRANSACTION", read.path("templateTag").asText());
        assertEquals(404, client.get(READ + "/1").status());
    }

    @Test
    void theListIsFilteredByTheOtherWords() {
        String id = client.post(TEMPLATES, OTP).body().path("templateId").asText();
        assertEquals(0, total(""));
        assertEquals(1, total("?status=PENDING_REVIEW"));
        decide(id, "REJECT");
        assertEquals(1, total("?status=REJECTED"));
        assertEquals(0, total("?status=ENABLED"));
        assertEquals(1, total("?status=ALL"));
        assertEquals(List.of("status"), refused(client.get(READ + "?status=ENABLE")));
        assertTrue(client.get(READ + "/" + id).body().has("reason"));
    }

    @Test
    void aNameIsTakenOnce() {
        client.post(TEMPLATES, CARD);
        Answer again = client.post(TEMPLATES, CARD);
        assertEquals(409, again.status());
        assertEquals("ZALO-TMP409", again.body().path("errorCode").asText());
    }

    @Test
    void onlyARejectedTemplateIsEdited() {
        String id = client.post(TEMPLATES, CARD).body().path("templateId").asText();
        ObjectNode edit = (ObjectNode) tree(CARD);
        assertEquals(List.of("templateId"), refused(put(edit)));
        edit.put("templateId", id).put("templateName", "Card activation 2");
        assertEquals(List.of("templateId"), refused(put(edit)));
        decide(id, "REJECT");
        Answer edited = put(edit);
        assertEquals(200, edited.status());
        assertEquals("PENDING_REVIEW", edited.body().path("status").asText());
        assertEquals("Card activation 2", edited.body().path("templateName").asText());
        assertEquals(404, put(edit.put("templateId", "1")).status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /templateName | "Short" | templateName
            /note | "" | note
            /trackingId | null | trackingId
            /params/0/type | "SECRET" | params[0].type
            /params/0/name | "na me" | params[0].name
            /params/0/sampleValue | "" | params[0].sampleValue
            /params | [] | params
            /templateContent/type | "VOUCHER" | templateContent.type
            /templateContent/tag | "NEWS" | templateContent.tag
            /templateContent/title/value | "Short" | templateContent.title.value
            /templateContent/paragraphs/0/value | "Short" | templateContent.paragraphs[0].value
            /templateContent/table/rows | [] | templateContent.table.rows
            /templateContent/buttons/items | [] | templateContent.buttons.items
            /templateContent/buttons/items/0/type | "CALL" | templateContent.buttons.items[0].type
            /templateContent/buttons/items/0/title | "Call" | templateContent.buttons.items[0].title
            /templateContent/logo | {} | templateContent.logo.light
            /templateContent/image | {} | templateContent.image
            """)
    void badTemplatesAreRefused(String pointer, String value, String property) {
        JsonNode template = tree(CARD);
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) template.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), tree(value));
        assertEquals(
                property, refused(client.post(TEMPLATES, template.toString())).get(0));
    }

    @Test
    void anAuthenticationTemplateHasNoButtons() {
        ObjectNode template = (ObjectNode) tree(OTP);
        template.withObject("/templateContent").putObject("buttons");
        template.withObject("/templateContent").remove("otp");
        assertEquals(
                List.of("templateContent.otp", "templateContent.buttons"),
                refused(client.post(TEMPLATES, template.toString())));
        assertFalse(client.post(TEMPLATES, OTP).body().has("tag"));
    }

    private Answer put(JsonNode body) {
        return client.call("PUT", TEMPLATES, body.toString(), "App key");
    }

    private int total(String query) {
        return client.get(READ + query).body().at("/paging/totalResults").asInt();
    }

    private void decide(String id, String status) {
        client.post("/_sandbox/templates/" + id + "/status", json("{'status':'" + status + "'}"));
    }
}
