package io.chatauth.infobip.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.MessageStatus;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.InboundEvent.Report;
import io.chatauth.webhook.InboundEvent.Unknown;
import io.chatauth.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportsTest {
    @Test
    void reportIsDatedByItsEndOrElseByItsBeginning() {
        Instant done = Instant.parse("2026-01-01T00:00:02Z");

        assertEquals(
                Optional.of(new Report("m", MessageStatus.DELIVERED, Optional.of(done), Optional.empty())),
                read(
                        "{\"messageId\":\"m\",\"sentAt\":\"2026-01-01T00:00:01Z\",\"doneAt\":\"2026-01-01T00:00:02Z\",\"status\":{\"groupId\":3}}"));
        assertEquals(
                Optional.of(new Report("m", MessageStatus.SENT, Optional.of(done), Optional.empty())),
                read("{\"messageId\":\"m\",\"sentAt\":\"2026-01-01T00:00:02Z\",\"status\":{\"groupId\":1,\"id\":7}}"));
    }

    @Test
    void whatIsNoReportIsLeftToTheChannel() {
        assertEquals(Optional.empty(), read("{\"message\":{\"type\":\"TEXT\"}}"));
    }

    @Test
    void reportThatBelongsToNoMessageIsUnknown() {
        assertEquals(
                Optional.of(new Unknown("report without messageId")), read("{\"messageId\":\" \",\"seenAt\":\"x\"}"));
        assertEquals(
                Optional.of(new Unknown("delivery report of status group '?'")),
                read("{\"messageId\":\"m\",\"status\":{\"groupName\":\"\\u0007\"}}"));
    }

    @Test
    void ofAWholeWebhookEverythingButReportsIsUnknown() {
        assertEquals(
                List.of(
                        new Report("m", MessageStatus.DELIVERED, Optional.empty(), Optional.empty()),
                        new Unknown("inbound message of type 'TEXT'"),
                        new Unknown("result without message, status or seenAt")),
                all("""
                        {"results":[{"messageId":"m","status":{"groupId":3,"id":5}},{"message":{"type":"TEXT"}},7]}"""));
        assertEquals(List.of(), all("{\"results\":[]}"));
        assertEquals(List.of(new Unknown("webhook without results")), all("{\"results\":{}}"));
        assertThrows(MalformedResponseException.class, () -> all("[]"));
    }

    private static List<InboundEvent> all(String json) {
        return Reports.all("line", WebhookRequest.of("POST", "/", Map.of(), json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<InboundEvent> read(String json) {
        return Reports.read(JsonObject.parse(json.getBytes(StandardCharsets.UTF_8), "a report"));
    }
}
