package io.chatauth.channel.whatsapp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.template.Approval;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.InboundEvent.TemplateChanged;
import io.chatauth.webhook.InboundEvent.TemplateChanged.Category;
import io.chatauth.webhook.InboundEvent.TemplateChanged.Change;
import io.chatauth.webhook.InboundEvent.TemplateChanged.Quality;
import io.chatauth.webhook.InboundEvent.TemplateChanged.Status;
import io.chatauth.webhook.InboundEvent.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatsAppTemplateUpdatesTest {
    @Test
    void refusalBringsItsReason() {
        assertEquals(
                new TemplateChanged(
                        "111",
                        "card_activation",
                        "en_GB",
                        Optional.of(Instant.parse("2024-01-01T00:00:00Z")),
                        new Status(Approval.State.REJECTED, "REJECTED: SCAM")),
                only(WhatsAppSamples.GOLDEN.text("webhook-template.json")));
    }

    @Test
    void everyStatusIsReadAsInTheRegistry() {
        assertEquals(new Status(Approval.State.APPROVED, "APPROVED"), change("""
                {"type":"TEMPLATE_STATUS_UPDATE","newStatus":"APPROVED","reason":"NONE"}"""));
        assertEquals(new Status(Approval.State.PAUSED, "FIRST_PAUSED"), change("""
                {"type":"TEMPLATE_STATUS_UPDATE","newStatus":"FIRST_PAUSED"}"""));
        assertEquals(new Status(Approval.State.UNKNOWN, "NEW_WORD"), change("""
                {"type":"TEMPLATE_STATUS_UPDATE","newStatus":"NEW_WORD"}"""));
    }

    @Test
    void categoryAndQualityBringBothValues() {
        assertEquals(new Category("UTILITY", "MARKETING"), change("""
                {"type":"TEMPLATE_CATEGORY_UPDATE","previousCategory":"UTILITY","newCategory":"MARKETING"}"""));
        assertEquals(new Quality("HIGH", "LOW"), change("""
                {"type":"TEMPLATE_QUALITY_UPDATE","previousQualityScore":"HIGH","newQualityScore":"LOW"}"""));
    }

    @Test
    void whatIsUnknownOrNamelessSurvivesByItsKind() {
        assertEquals(new Unknown("TEMPLATE_MOOD_UPDATE"), only(update("{\"type\":\"TEMPLATE_MOOD_UPDATE\"}")));
        assertEquals(new Unknown("TEMPLATE_STATUS_UPDATE"), only(update("{\"type\":\"TEMPLATE_STATUS_UPDATE\"}")));
        assertEquals(
                new Unknown("TEMPLATE_STATUS_UPDATE"),
                only("{\"change\":{\"type\":\"TEMPLATE_STATUS_UPDATE\",\"newStatus\":\"REJECTED\"}}"));
    }

    private static Change change(String json) {
        return ((TemplateChanged) only(update(json))).change();
    }

    private static String update(String change) {
        return "{\"messageTemplateId\":\"111\",\"messageTemplateName\":\"card\",\"messageTemplateLanguage\":\"en\",\"change\":"
                + change + "}";
    }

    private static InboundEvent only(String json) {
        List<InboundEvent> events = WhatsAppSamples.FIXTURE.receive(json);
        assertEquals(1, events.size());
        return events.get(0);
    }
}
