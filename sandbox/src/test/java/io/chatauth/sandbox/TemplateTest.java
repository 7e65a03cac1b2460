package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.TEMPLATES;
import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.SandboxClient.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Template management as Infobip does it. */
class TemplateTest extends SandboxTestBase {
    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final SettableClock clock = new SettableClock();

    @Override
    Sandbox.Builder configured(Sandbox.Builder builder) {
        return builder.clock(clock);
    }

    @Test
    void aCreatedTemplateIsPendingAndReadBackWithoutExamples() {
        Answer created = client.post(TEMPLATES, CARD_ACTIVATION);

        assertEquals(201, created.status());
        JsonNode body = created.body();
        assertTrue(body.path("id").asText().matches("\\d+"));
        assertEquals("PENDING", body.path("status").asText());
        assertEquals("2026-01-01T10:00:00.000+0000", body.path("createdAt").asText());
        assertEquals("MEDIA", body.at("/structure/type").asText());
        assertEquals(
                "+441123456789", body.at("/structure/buttons/0/phoneNumber").asText());
        assertTrue(body.at("/structure/body/examples").isMissingNode());
        assertEquals(
                body, client.get(TEMPLATES + "/" + body.path("id").asText()).body());
        assertEquals(body, client.get(TEMPLATES).body().at("/templates/0"));
        assertEquals(
                0,
                client.get("/whatsapp/2/senders/1/templates")
                        .body()
                        .path("templates")
                        .size());
    }

    @Test
    void anAuthenticationTemplateReadsBackAsAUrlButton() {
        JsonNode structure = client.post(TEMPLATES, LOGIN_CODE).body().path("structure");

        assertEquals("URL", structure.at("/buttons/0/type").asText());
        assertTrue(structure.at("/buttons/0/url").asText().endsWith("otp_type=COPY_CODE&code=otp{{1}}"));
        assertEquals(
                "This code expires in 5 minutes.", structure.at("/footer/text").asText());
    }

    @Test
    void nameAndLanguageAreUniqueTogether() {
        assertEquals(201, client.post(TEMPLATES, CARD_ACTIVATION).status());
        Answer again = client.post(TEMPLATES, CARD_ACTIVATION);
        assertEquals(400, again.status());
        assertTrue(again.violations().has("name"));
        assertEquals(
                201,
                client.post(TEMPLATES, CARD_ACTIVATION.replace("en_GB", "en")).status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /name                       | 'Card activation'       | name
            /name                       | ''                      | name
            /language                   | GB                      | language
            /category                   | OTHER                   | category
            /structure/body/text        | ''                      | structure.body.text
            /structure/body/text        | LONG1025                | structure.body.text
            /structure/body/text        | {{2}} and {{1}}         | structure.body.text
            /structure/body/text        | {{name}}                | structure.body.text
            /structure/body/text        | no placeholder          | structure.body.examples
            /structure/body/text        | {{1}} {{2}}             | structure.body.examples
            /structure/header/text      | LONG61                  | structure.header.text
            /structure/header/text      | For {{1}}               | structure.header.example
            /structure/header/text      | {{1}} {{2}}             | structure.header.text
            /structure/header/format    | MUSIC                   | structure.header.format
            /structure/footer/text      | LONG61                  | structure.footer.text
            """)
    void refusesAWrongText(String pointer, String text, String path) {
        ObjectNode template = (ObjectNode) tree(CARD_ACTIVATION);
        String value = text.startsWith("LONG") ? "9".repeat(Integer.parseInt(text.substring(4))) : text;
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) template.at(pointer.substring(0, slash));
        parent.put(pointer.substring(slash + 1), value);

        assertRefused(template, path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                                                           | buttons
            [{'type':'FLOW','text':'x'}]                                                 | buttons.type
            [{'type':'QUICK_REPLY'}]                                                     | buttons.text
            [{'type':'QUICK_REPLY','text':'12345678901234567890123456'}]                 | buttons.text
            [{'type':'PHONE_NUMBER','text':'x'}]                                         | buttons.phoneNumber
            [{'type':'URL','text':'x','url':'example.com'}]                              | buttons.url
            [{'type':'URL','text':'x','url':'https://a.b/{{1}}/c','example':'https://a.b'}] | buttons.url
            [{'type':'URL','text':'x','url':'https://a.b/{{1}}'}]                        | buttons.example
            [{'type':'COPY_CODE','example':'1234567890123456'}]                          | buttons.example
            [P,P]                                                                        | buttons
            [U,U,U]                                                                      | buttons
            [C,C]                                                                        | buttons
            [Q,P,Q]                                                                      | buttons
            [Q,Q,Q,Q,Q,Q,Q,Q,Q,Q,Q]                                                      | buttons
            """)
    void refusesWrongButtons(String buttons, String path) {
        String spelled = json(buttons)
                .replaceAll("(?<=[\\[,])P(?=[,\\]])", json("{'type':'PHONE_NUMBER','text':'x','phoneNumber':'1'}"))
                .replaceAll("(?<=[\\[,])U(?=[,\\]])", json("{'type':'URL','text':'x','url':'https://a.b'}"))
                .replaceAll("(?<=[\\[,])C(?=[,\\]])", json("{'type':'COPY_CODE','example':'x'}"))
                .replaceAll("(?<=[\\[,])Q(?=[,\\]])", json("{'type':'QUICK_REPLY','text':'x'}"));
        ObjectNode template = (ObjectNode) tree(CARD_ACTIVATION);
        ((ObjectNode) template.path("structure")).set("buttons", tree(spelled));

        assertRefused(template, "structure." + path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'body':{},'footer':{},'buttons':[]}                                         | structure.buttons
            {'body':{},'footer':{}}                                                      | structure.buttons
            {'footer':{},'buttons':[{'otpType':'COPY_CODE'}]}                            | structure.body
            {'body':{},'buttons':[{'otpType':'COPY_CODE'}]}                              | structure.footer
            {'body':{},'footer':{},'buttons':[{'otpType':'COPY_CODE'},{'otpType':'COPY_CODE'}]} | structure.buttons
            {'body':{},'footer':{},'buttons':[{'otpType':'ZERO_TAP'}]}                   | structure.buttons.otpType
            {'body':{},'footer':{},'buttons':[{'type':'QUICK_REPLY','text':'x'}]}        | structure.buttons.otpType
            {'body':{'text':'{{1}}'},'footer':{},'buttons':[{'otpType':'COPY_CODE'}]}    | structure.body.text
            {'body':{},'footer':{'codeExpirationMinutes':91},'buttons':[{'otpType':'COPY_CODE'}]} | structure.footer.codeExpirationMinutes
            {'body':{},'footer':{},'buttons':[{'otpType':'ONE_TAP','packageName':'a.b','signatureHash':'short'}]} | structure.buttons.signatureHash
            """)
    void refusesAWrongAuthenticationStructure(String structure, String path) {
        ObjectNode template = (ObjectNode) tree(LOGIN_CODE);
        template.set("structure", tree(json(structure)));
        assertRefused(template, path);
    }

    @Test
    void acceptsOneTapAndAValidityPeriod() {
        ObjectNode template = (ObjectNode) tree(LOGIN_CODE);
        template.set(
                "structure",
                tree(json("{'body':{},'footer':{},'buttons':[{'otpType':'ONE_TAP',"
                        + "'packageName':'com.example','signatureHash':'K8a/AINcGX7'}]}")));
        template.putObject("validityPeriod").put("amount", 29).put("timeUnit", "SECONDS");
        assertRefused(template, "validityPeriod.amount");
        template.putObject("validityPeriod").put("amount", 10);
        Answer created = client.post(TEMPLATES, template.toString());
        assertEquals(201, created.status());
        assertEquals(10, created.body().at("/validityPeriod/amount").asInt());
    }

    @Test
    void anUnknownIdIsNotFound() {
        Answer answer = client.get(TEMPLATES + "/1");
        assertEquals(404, answer.status());
        assertEquals(
                "NOT_FOUND",
                answer.body().at("/requestError/serviceException/messageId").asText());
    }

    @Test
    void aTemplateIsApprovedByItselfWhenToldSo() {
        try (Sandbox kind = Sandbox.builder()
                .clock(clock)
                .approveAfter(Duration.ofSeconds(5))
                .build()
                .start()) {
            client = new SandboxClient(kind.baseUri());
            String path = TEMPLATES + "/"
                    + client.post(TEMPLATES, LOGIN_CODE).body().path("id").asText();
            clock.now = clock.now.plusSeconds(4);
            assertEquals("PENDING", client.get(path).body().path("status").asText());
            clock.now = clock.now.plusSeconds(1);
            assertEquals("APPROVED", client.get(path).body().path("status").asText());
        }
    }

    @Test
    void anEditSendsATemplateBackToReviewOnceADay() {
        String path = TEMPLATES + "/" + client.approved(CARD_ACTIVATION);
        String edit = json("{'structure':{'body':{'text':'Call us.'}}}");

        Answer edited = client.call("PATCH", path, edit, "App key");
        assertEquals(200, edited.status());
        assertEquals("PENDING", edited.body().path("status").asText());
        assertEquals("Call us.", edited.body().at("/structure/body/text").asText());
        assertEquals(400, client.call("PATCH", path, edit, "App key").status());

        String id = path.substring(path.lastIndexOf('/') + 1);
        client.post("/_sandbox/templates/" + id + "/status", json("{'status':'APPROVED'}"));
        assertEquals(400, client.call("PATCH", path, edit, "App key").status());
        clock.now = clock.now.plus(Duration.ofHours(25));
        assertEquals(200, client.call("PATCH", path, edit, "App key").status());
    }

    @Test
    void deletingIsByNameAndBlocksTheNameOfAnApprovedTemplate() {
        client.approved(CARD_ACTIVATION);
        client.approved(CARD_ACTIVATION.replace("en_GB", "en"));

        assertEquals(
                204,
                client.call("DELETE", TEMPLATES + "/card_activation", null, "App key")
                        .status());
        assertEquals(0, client.get(TEMPLATES).body().path("templates").size());
        assertEquals(
                404,
                client.call("DELETE", TEMPLATES + "/card_activation", null, "App key")
                        .status());
        assertEquals(400, client.post(TEMPLATES, CARD_ACTIVATION).status());
        clock.now = clock.now.plus(Duration.ofDays(31));
        assertEquals(201, client.post(TEMPLATES, CARD_ACTIVATION).status());
    }

    private void assertRefused(ObjectNode template, String path) {
        Answer answer = client.post(TEMPLATES, template.toString());
        assertEquals(400, answer.status());
        assertTrue(answer.violations().has(path), answer.body().toString());
        assertEquals(1, answer.violations().size(), answer.body().toString());
    }

    @Test
    void theTemplatesOfAllSendersAreListedPageByPage() {
        String approved = client.approved(CARD_ACTIVATION);
        client.post(TEMPLATES, CONFIRM);
        client.post("/whatsapp/2/senders/4400/templates", LOGIN_CODE);

        JsonNode first = client.get("/whatsapp/1/templates?size=2").body();
        assertEquals(2, first.path("results").size());
        assertEquals(2, first.at("/paging/totalPages").asInt());
        assertEquals(3, first.at("/paging/totalResults").asInt());
        assertEquals(
                "login_code",
                client.get("/whatsapp/1/templates?size=2&page=1")
                        .body()
                        .at("/results/0/name")
                        .asText());
        assertEquals(
                "login_code",
                client.get("/whatsapp/1/templates?orderBy=templateId,DESC")
                        .body()
                        .at("/results/0/name")
                        .asText());
        JsonNode filtered = client.get(
                        "/whatsapp/1/templates?sender=" + SandboxClient.SENDER + "&status=APPROVED&status=FLAGGED")
                .body();
        assertEquals(1, filtered.path("results").size());
        assertEquals(approved, filtered.at("/results/0/id").asText());
        assertEquals(
                1,
                client.get("/whatsapp/1/templates?category=AUTHENTICATION&language=en_GB&name=login_code")
                        .body()
                        .path("results")
                        .size());
        for (String wrong : List.of("size=101", "status=GOOD", "orderBy=mood")) {
            Answer answer = client.get("/whatsapp/1/templates?" + wrong);
            assertEquals(400, answer.status());
            assertEquals("E400", answer.body().path("errorCode").asText());
        }
    }
}
