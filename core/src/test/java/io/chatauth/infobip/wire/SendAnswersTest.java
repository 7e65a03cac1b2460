package io.chatauth.infobip.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.Address;
import io.chatauth.Receipt;
import io.chatauth.Receipt.Accepted;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendAnswersTest {
    private static final Accepted A = new Accepted("a", Optional.empty());
    private static final Accepted B = new Accepted("b", Optional.empty());

    @Test
    void answersAreMatchedByIdInAnyOrder() {
        assertEquals(List.of(A, B), receipts("{\"messageId\":\"b\"},{\"messageId\":\"a\"}"));
    }

    @Test
    void answerWithoutIdIsMatchedByItsPosition() {
        assertEquals(List.of(A, B), receipts("{\"messageId\":\"a\"},{}"));
        assertEquals(List.of(A, B), receipts("{},{}"));
    }

    @Test
    void idOfTheProviderIsKept() {
        assertEquals(
                List.of(A, new Accepted("b", Optional.of("theirs"))),
                receipts("{\"messageId\":\"a\"},{\"messageId\":\"theirs\"}"));
    }

    @Test
    void positionCountsForNothingWhereTheOrderIsNotOurs() {
        assertEquals(List.of(A), receipts("{},{\"messageId\":\"a\"}"));
        assertEquals(List.of(B), receipts("{\"messageId\":\"b\"}"));
        assertEquals(List.of(A), receipts("{\"messageId\":\"a\"},{},{}"));
        assertEquals(List.of(A), receipts("{\"messageId\":\"a\"},{\"messageId\":\"a\"}"));
        assertEquals(List.of(), receipts(""));
    }

    @Test
    void unknownStatusIsNoRefusalAndDuplicateIsTheFirstTry() {
        assertEquals(
                List.of(A, B),
                receipts("{\"messageId\":\"a\",\"status\":{\"groupId\":77,\"id\":4711}},"
                        + "{\"messageId\":\"b\",\"status\":{\"groupId\":5,\"groupName\":\"REJECTED\",\"id\":23}}"));
    }

    @Test
    void answerWithoutMessagesIsMalformed() {
        assertThrows(
                MalformedResponseException.class,
                () -> SendAnswers.receipts("line", context(), response("{\"bulkId\":\"1\"}")));
    }

    private static List<Receipt> receipts(String messages) {
        return new ArrayList<>(SendAnswers.receipts("line", context(), response("{\"messages\":[" + messages + "]}")));
    }

    private static WireResponse response(String body) {
        return WireResponse.of(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static EncodeContext context() {
        return EncodeContext.of(List.of(message("a"), message("b")), Instant.EPOCH);
    }

    private static OutboundMessage message(String id) {
        Template source = Template.named("notice").body("Hello").build();
        AdaptedMessage content = new AdaptedMessage(
                new AdaptedTemplate(source, Optional.empty(), "Hello", Optional.empty(), List.of(), false, List.of()),
                Optional.empty(),
                List.of(),
                "Hello",
                List.of(),
                Optional.empty(),
                List.of());
        return OutboundMessage.of(id, "sender", Address.phone("+441134960001"), content)
                .build();
    }
}
