package io.chatauth.sandbox.internal.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.message.DeliveryError;
import io.chatauth.sandbox.internal.server.Endpoint;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import io.chatauth.sandbox.internal.server.Violations;
import io.chatauth.sandbox.internal.whatsapp.Outbox.Fate;
import java.time.Clock;
import java.time.Duration;

/**
 * Takes one message that needs no template. It is accepted in any case; without a message of the person in the last 24
 * hours it fails by report, as WhatsApp's own refusal comes back through Infobip.
 */
final class WindowEndpoint implements Endpoint {
    private static final Duration WINDOW = Duration.ofHours(24);

    private final WindowForm form;
    private final Outbox outbox;
    private final Clock clock;

    WindowEndpoint(WindowForm form, Outbox outbox, Clock clock) {
        this.form = form;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Reply handle(Request request) {
        ObjectNode body = request.object("");
        Violations violations = new Violations();
        Fields message = new Fields(body, "", violations);
        MessageRules.envelope(message);
        Fields content = message.requiredObject("content");
        if (content != null) {
            form.check(content);
        }
        violations.refuseIfAny();
        boolean open = outbox.conversations()
                .wroteSince(
                        WhatsAppReports.CHANNEL,
                        body.path("to").asText(),
                        body.path("from").asText(),
                        clock.instant().minus(WINDOW));
        String messageId = Outbox.messageId(body);
        long number = outbox.accept(
                body,
                messageId,
                null,
                open ? Fate.of(form.show(body.path("content"))) : Fate.failed(DeliveryError.EC_NO_SESSION));
        return Reply.json(200, Outbox.answer(body, messageId))
                .then(() -> outbox.conversations().finish(number));
    }
}
