package io.chatauth.infobip.wire;

import io.chatauth.MessageStatus;
import io.chatauth.Receipt;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the answer to a send: <code>{"messages":[{"messageId":…,"status":{…}}]}</code>, the same for all of Infobip's
 * channels but for the name of the recipient's field, which is not needed.
 *
 * <p>A 200 may refuse single messages: a status of the groups REJECTED, UNDELIVERABLE or EXPIRED is a refusal, every other
 * one, known or not, is not.
 */
public final class SendAnswers {
    private SendAnswers() {}

    /**
     * Reads the answer.
     *
     * <p>Answers are matched by message id. One without id, or with an id that the provider made itself, is matched by its
     * position, but only if there are as many answers as messages and none with one of our ids stands elsewhere. A message
     * that no answer belongs to gets no receipt.
     *
     * @param channel what the endpoint is called, for the error
     * @param context what was sent
     * @param response the answer, whose HTTP status is 2xx
     * @return the receipts, in the order of the messages
     * @throws MalformedResponseException if the answer has no list of messages
     */
    public static List<Receipt> receipts(String channel, EncodeContext context, WireResponse response) {
        String what = "the answer of " + channel;
        List<JsonObject> answers = JsonObject.parse(response.body(), what)
                .objects("messages")
                .orElseThrow(() -> new MalformedResponseException(what + " has no list of messages", null));
        List<OutboundMessage> sent = context.messages();
        if (sameOrder(sent, answers)) {
            List<Receipt> receipts = new ArrayList<>(sent.size());
            for (int i = 0; i < sent.size(); i++) {
                receipts.add(receipt(sent.get(i).id(), answers.get(i), Optional.empty()));
            }
            return receipts;
        }
        return matched(sent, answers);
    }

    /** Whether each answer has the id of the message in its place, which is how nearly all come. */
    private static boolean sameOrder(List<OutboundMessage> sent, List<JsonObject> answers) {
        boolean same = answers.size() == sent.size();
        for (int i = 0; same && i < sent.size(); i++) {
            same = answers.get(i)
                    .text("messageId")
                    .filter(sent.get(i).id()::equals)
                    .isPresent();
        }
        return same;
    }

    private static List<Receipt> matched(List<OutboundMessage> sent, List<JsonObject> answers) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            positions.put(sent.get(i).id(), i);
        }
        Map<Integer, JsonObject> byPosition = new HashMap<>();
        boolean inOrder = answers.size() == sent.size();
        for (int i = 0; i < answers.size(); i++) {
            Integer position =
                    answers.get(i).text("messageId").map(positions::get).orElse(null);
            if (position != null) {
                byPosition.putIfAbsent(position, answers.get(i));
                inOrder &= position == i;
            }
        }
        List<Receipt> receipts = new ArrayList<>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            JsonObject byId = byPosition.get(i);
            if (byId != null) {
                receipts.add(receipt(sent.get(i).id(), byId, Optional.empty()));
            } else if (inOrder) {
                JsonObject answer = answers.get(i);
                receipts.add(receipt(sent.get(i).id(), answer, answer.text("messageId")));
            }
        }
        return receipts;
    }

    /**
     * Reads the answer of an endpoint that takes one message: the element of such a list alone.
     *
     * @param channel what the endpoint is called, for the error
     * @param message what was sent
     * @param response the answer, whose HTTP status is 2xx
     * @return the receipt
     * @throws MalformedResponseException if the answer is no JSON object
     */
    public static List<Receipt> single(String channel, OutboundMessage message, WireResponse response) {
        JsonObject answer = JsonObject.parse(response.body(), "the answer of " + channel);
        Optional<String> id = answer.text("messageId").filter(own -> !own.equals(message.id()));
        return List.of(receipt(message.id(), answer, id));
    }

    private static Receipt receipt(String messageId, JsonObject answer, Optional<String> providerId) {
        return ReportedStatus.read(answer)
                .filter(status -> status.status() == MessageStatus.FAILED)
                .flatMap(ReportedStatus::failure)
                .<Receipt>map(failure -> new Receipt.Refused(messageId, failure, Optional.empty()))
                .orElseGet(() -> new Receipt.Accepted(messageId, providerId));
    }
}
