package io.chatauth.infobip.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.MessageStatus;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportedStatusTest {
    @Test
    void groupDecidesByNameOrElseById() {
        assertEquals(MessageStatus.DELIVERED, status("{\"groupName\":\"DELIVERED\",\"groupId\":5,\"id\":5}"));
        assertEquals(MessageStatus.DELIVERED, status("{\"groupId\":3,\"id\":5}"));
        assertEquals(MessageStatus.DELIVERED, status("{\"groupName\":\"HANDED_OVER\",\"groupId\":3,\"id\":999}"));
        assertEquals(MessageStatus.ACCEPTED, status("{\"groupName\":\"OK\"}"));
        assertEquals(MessageStatus.ACCEPTED, status("{\"groupId\":0}"));
        assertEquals(MessageStatus.FAILED, status("{\"groupId\":2}"));
        assertEquals(MessageStatus.FAILED, status("{\"groupId\":4}"));
        assertEquals(MessageStatus.FAILED, status("{\"groupId\":5}"));
    }

    @Test
    void idsRefineWhatIsOnItsWay() {
        assertEquals(MessageStatus.ACCEPTED, status("{\"groupName\":\"PENDING\",\"id\":26}"));
        assertEquals(MessageStatus.SENT, status("{\"groupName\":\"PENDING\",\"id\":7}"));
        assertEquals(MessageStatus.SENT, status("{\"groupName\":\"PENDING\",\"id\":3}"));
        assertEquals(MessageStatus.ACCEPTED, status("{\"groupName\":\"PENDING\",\"id\":4711}"));
        assertEquals(MessageStatus.SENT, status("{\"groupName\":\"DELIVERED\",\"id\":2}"));
    }

    @Test
    void unknownGroupIsNothing() {
        assertEquals(
                Optional.empty(), ReportedStatus.read(json("{\"status\":{\"groupId\":77,\"groupName\":\"NEW\"}}")));
        assertEquals(Optional.empty(), ReportedStatus.read(json("{\"status\":{}}")));
        assertEquals(Optional.empty(), ReportedStatus.read(json("{\"status\":\"DELIVERED\"}")));
        assertEquals(Optional.empty(), ReportedStatus.read(json("{}")));
    }

    @Test
    void chatErrorsHaveReasons() {
        Map.ofEntries(
                        Map.entry(7002, FailureReason.NOT_ON_CHANNEL),
                        Map.entry(7003, FailureReason.BLOCKED),
                        Map.entry(7008, FailureReason.TEMPLATE),
                        Map.entry(7009, FailureReason.TEMPLATE),
                        Map.entry(7010, FailureReason.WINDOW_CLOSED),
                        Map.entry(7016, FailureReason.FLOODING),
                        Map.entry(7017, FailureReason.FLOODING),
                        Map.entry(7029, FailureReason.IDENTITY_CHANGED),
                        Map.entry(7030, FailureReason.TEMPLATE),
                        Map.entry(7034, FailureReason.SENDER),
                        Map.entry(7777, FailureReason.PROVIDER))
                .forEach((id, reason) -> assertEquals(
                        reason,
                        failure("{\"groupName\":\"UNDELIVERABLE\",\"id\":9}", "{\"id\":" + id + "}")
                                .reason(),
                        () -> "error " + id));
    }

    @Test
    void rejectionsHaveReasons() {
        Map.ofEntries(
                        Map.entry(6, FailureReason.ACCOUNT),
                        Map.entry(10, FailureReason.BLOCKED),
                        Map.entry(12, FailureReason.ACCOUNT),
                        Map.entry(13, FailureReason.SENDER),
                        Map.entry(14, FailureReason.BLOCKED),
                        Map.entry(18, FailureReason.ACCOUNT),
                        Map.entry(20, FailureReason.FLOODING),
                        Map.entry(52, FailureReason.INVALID_REQUEST),
                        Map.entry(21, FailureReason.PROVIDER),
                        Map.entry(4711, FailureReason.PROVIDER))
                .forEach((id, reason) -> assertEquals(
                        reason,
                        failure("{\"groupName\":\"REJECTED\",\"id\":" + id + "}", "{\"id\":0}")
                                .reason(),
                        () -> "status " + id));
        assertEquals(
                FailureReason.EXPIRED,
                failure("{\"groupName\":\"EXPIRED\",\"id\":15}", "{\"id\":0}").reason());
    }

    @Test
    void ourOwnRetryIsNoFailure() {
        assertEquals(MessageStatus.ACCEPTED, status("{\"groupName\":\"REJECTED\",\"id\":23}"));
        assertEquals(
                Optional.of(new ReportedStatus(MessageStatus.ACCEPTED, Optional.empty())),
                ReportedStatus.read(
                        json("{\"status\":{\"groupName\":\"REJECTED\",\"id\":8},\"error\":{\"id\":7280}}")));
    }

    @Test
    void failureTellsTheErrorOrElseTheStatusWithoutNumbersOfPeople() {
        String status =
                "{\"groupName\":\"REJECTED\",\"id\":12,\"name\":\"REJECTED_NOT_ENOUGH_CREDITS\",\"description\":\"No\\ncredit\"}";

        assertEquals(
                new DeliveryFailure(FailureReason.ACCOUNT, "12 REJECTED_NOT_ENOUGH_CREDITS", "No?credit"),
                failure(status, "{\"id\":0,\"name\":\"NO_ERROR\"}"));
        assertEquals(
                new DeliveryFailure(FailureReason.NOT_ON_CHANNEL, "7002 EC_UNKNOWN_USER", "No user +44********01"),
                failure(
                        status,
                        "{\"id\":7002,\"name\":\"EC_UNKNOWN_USER\",\"description\":\"No user +441134960001\"}"));
    }

    private static MessageStatus status(String status) {
        return ReportedStatus.read(json("{\"status\":" + status + "}"))
                .orElseThrow()
                .status();
    }

    private static DeliveryFailure failure(String status, String error) {
        return ReportedStatus.read(json("{\"error\":" + error + ",\"status\":" + status + "}"))
                .orElseThrow()
                .failure()
                .orElseThrow();
    }

    private static JsonObject json(String text) {
        return JsonObject.parse(text.getBytes(StandardCharsets.UTF_8), "a sample");
    }
}
