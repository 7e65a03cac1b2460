package io.chatauth.infobip.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.MessageStatus;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.InboundEvent.Reply;
import io.chatauth.webhook.InboundEvent.Report;
import io.chatauth.webhook.InboundEvent.Unknown;
import io.chatauth.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InboundTest {
    @Test
    void textIsAReplyWithoutPayloadOrQuote() {
        assertEquals(
                List.of(new Reply(
                        "in-1",
                        Address.phone("+441134960001"),
                        "Bank",
                        Optional.of("Y"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Instant.parse("2025-01-01T10:10:00Z")))),
                read("""
                        {"results":[{"sender":"441134960001","to":"Bank","receivedAt":"2025-01-01T10:10:00.000+0000",
                        "messageId":"in-1","pairedMessageId":"m-1","callbackData":"m-1","message":{"text":"Y"}}]}"""));
    }

    @Test
    void reportsAndMessagesComeInOneList() {
        List<InboundEvent> events = read("""
                {"results":[{"messageId":"m-1","seenAt":"x"},{},7,
                {"messageId":"m-2","status":{"groupId":3,"id":5}},
                {"sender":"441134960001","messageId":"in-1","message":{"text":"Y"}}]}""");

        assertEquals(MessageStatus.SEEN, ((Report) events.get(0)).status());
        assertEquals(new Unknown("result without message, status or seenAt"), events.get(1));
        assertEquals(new Unknown("result without message, status or seenAt"), events.get(2));
        assertEquals(MessageStatus.DELIVERED, ((Report) events.get(3)).status());
        assertTrue(events.get(4) instanceof Reply, events.get(4).toString());
    }

    @Test
    void replyThatLacksAPartIsUnknown() {
        assertEquals(
                List.of(new Unknown("TEXT without messageId")),
                read("{\"results\":[{\"sender\":\"441134960001\",\"message\":{\"text\":\"Y\"}}]}"));
        assertEquals(
                List.of(new Unknown("TEXT without a readable sender")),
                read("{\"results\":[{\"sender\":\"Frank\",\"messageId\":\"in-1\",\"message\":{\"text\":\"Y\"}}]}"));
        assertEquals(
                List.of(new Unknown("TEXT without text")),
                read("{\"results\":[{\"sender\":\"441134960001\",\"messageId\":\"in-1\",\"message\":{}}]}"));
    }

    @Test
    void userIdMayLookLikeANumber() {
        JsonObject item = JsonObject.parse(bytes("{\"sender\":\"4411349600011349600\"}"), "item");

        assertEquals(Optional.of(Address.userId("4411349600011349600")), Inbound.userId(item));
        assertEquals(Optional.empty(), Inbound.phone(item));
        assertEquals(Optional.empty(), Inbound.userId(JsonObject.parse(bytes("{\"sender\":\" \"}"), "item")));
        assertEquals(
                Optional.empty(),
                Inbound.userId(JsonObject.parse(bytes("{\"sender\":\"" + "x".repeat(151) + "\"}"), "item")));
    }

    @Test
    void webhookWithoutResultsSurvivesAndOneWithoutObjectIsMalformed() {
        assertEquals(List.of(new Unknown("webhook without results")), read("{}"));
        assertEquals(List.of(new Unknown("TEMPLATE_UPDATE")), read("{\"event\":\"TEMPLATE_UPDATE\"}"));
        assertEquals(List.of(), read("{\"results\":[]}"));
        assertThrows(MalformedResponseException.class, () -> read("[]"));
    }

    private static List<InboundEvent> read(String body) {
        return Inbound.read(
                "chat",
                WebhookRequest.of("POST", "/chat/token", Map.of(), bytes(body)),
                (item, message) -> Inbound.text(item, message, Inbound.phone(item)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
