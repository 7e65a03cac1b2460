package io.chatauth.internal.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.Assurance;
import io.chatauth.Transaction;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads {@link Terms} as fields beside those of {@link Content}; what is not so is left out. */
final class TermsCodec {
    private TermsCodec() {}

    static void write(JsonGenerator out, Terms terms) throws IOException {
        flag(out, "question", terms.question());
        flag(out, "numberMatch", terms.numberMatch());
        flag(out, "invite", terms.invite());
        ContentCodec.text(out, "link", terms.link());
        ContentCodec.text(out, "next", terms.next());
        if (terms.transaction().isPresent()) {
            Transaction transaction = terms.transaction().get();
            out.writeStringField("amount", transaction.amount().toPlainString());
            out.writeStringField("currency", transaction.currency().getCurrencyCode());
            out.writeStringField("payee", transaction.payee());
        }
        if (terms.least() != Assurance.NONE) {
            out.writeStringField("least", terms.least().name());
        }
        flag(out, "bound", terms.bound());
        ContentCodec.text(out, "binding", terms.binding());
        if (!terms.reminders().isEmpty()) {
            out.writeArrayFieldStart("reminders");
            for (Duration after : terms.reminders()) {
                out.writeString(after.toString());
            }
            out.writeEndArray();
        }
    }

    private static void flag(JsonGenerator out, String field, boolean set) throws IOException {
        if (set) {
            out.writeBooleanField(field, true);
        }
    }

    static Terms read(JsonNode node) {
        List<Duration> reminders = new ArrayList<>();
        node.path("reminders").forEach(after -> reminders.add(Duration.parse(after.asText())));
        return new Terms(
                node.path("question").asBoolean(),
                node.path("numberMatch").asBoolean(),
                node.path("invite").asBoolean(),
                ContentCodec.text(node, "link"),
                ContentCodec.text(node, "next"),
                ContentCodec.text(node, "amount")
                        .map(amount -> Transaction.of(
                                amount,
                                node.path("currency").asText(),
                                node.path("payee").asText())),
                ContentCodec.text(node, "least").map(Assurance::valueOf).orElse(Assurance.NONE),
                node.path("bound").asBoolean(),
                ContentCodec.text(node, "binding"),
                reminders);
    }
}
