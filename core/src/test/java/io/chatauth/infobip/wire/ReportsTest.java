package io.chatauth.infobip.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.MessageStatus;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.InboundEvent.Report;
import io.chatauth.webhook.InboundEvent.Unknown;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

    private static Optional<InboundEvent> read(String json) {
        return Reports.read(JsonObject.parse(json.getBytes(StandardCharsets.UTF_8), "a report"));
    }
}
