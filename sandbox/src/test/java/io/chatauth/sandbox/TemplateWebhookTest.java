package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TemplateWebhookTest extends SandboxTestBase {
    private static final String TEMPLATES = SandboxClient.TEMPLATES;

    @Test
    void aDecisionIsPostedToTheAccountsWebhook() {
        String id = client.post(TEMPLATES, CARD_ACTIVATION).body().path("id").asText();
        listen();

        decide(id, "REJECTED");

        JsonNode update = update();
        assertFalse(update.has("results"), update.toString());
        assertEquals(id, update.path("messageTemplateId").asText());
        assertEquals("card_activation", update.path("messageTemplateName").asText());
        assertEquals("en_GB", update.path("messageTemplateLanguage").asText());
        assertEquals("TEMPLATE_STATUS_UPDATE", update.at("/change/type").asText());
        assertEquals("REJECTED", update.at("/change/newStatus").asText());
        assertEquals("INVALID_FORMAT", update.at("/change/reason").asText());
    }

    @Test
    void aDecisionThatChangesNothingIsNotPosted() {
        String id = client.post(TEMPLATES, CARD_ACTIVATION).body().path("id").asText();
        listen();

        decide(id, "PENDING");
        decide(id, "APPROVED");

        assertEquals("APPROVED", update().at("/change/newStatus").asText());
    }

    @Test
    void anotherCategoryIsPosted() {
        String id = client.approved(CARD_ACTIVATION);
        listen();

        client.post("/_sandbox/templates/" + id + "/category", json("{'category':'MARKETING'}"));

        JsonNode change = update().path("change");
        assertEquals("TEMPLATE_CATEGORY_UPDATE", change.path("type").asText());
        assertEquals("UTILITY", change.path("previousCategory").asText());
        assertEquals("MARKETING", change.path("newCategory").asText());
        assertEquals(
                "MARKETING",
                client.get(TEMPLATES + "/" + id).body().path("category").asText());
        assertEquals(
                400,
                client.post("/_sandbox/templates/" + id + "/category", json("{'category':'BEST'}"))
                        .status());
    }

    @Test
    void aReviewThatEndsByItselfIsPosted() {
        try (Sandbox kind = configured(Sandbox.builder())
                .approveAfter(Duration.ZERO)
                .build()
                .start()) {
            client = new SandboxClient(kind.baseUri());
            listen();
            client.post(TEMPLATES, CARD_ACTIVATION);

            assertEquals("APPROVED", update().at("/change/newStatus").asText());
        }
    }

    private void listen() {
        client.call("PUT", "/_sandbox/webhook", "{\"url\":\"" + receiver.url("/hooks") + "\"}", null);
    }

    private JsonNode update() {
        return receiver.nextTemplateUpdate();
    }

    private void decide(String id, String status) {
        client.post("/_sandbox/templates/" + id + "/status", json("{'status':'" + status + "'}"));
    }
}
