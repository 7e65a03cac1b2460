package io.chatauth.sandbox.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.message.Button;
import io.chatauth.sandbox.internal.message.Conversations;
import io.chatauth.sandbox.internal.message.Identity;
import io.chatauth.sandbox.internal.message.Message;
import io.chatauth.sandbox.internal.message.MessageStore;
import io.chatauth.sandbox.internal.message.Said;
import io.chatauth.sandbox.internal.message.Status;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person does at the phone: sees a message, presses a button, writes back. */
final class Answering {
    private static final int TEXT = 4096;

    private final MessageStore store;
    private final Conversations conversations;

    Answering(MessageStore store, Conversations conversations) {
        this.store = store;
        this.conversations = conversations;
    }

    Reply seen(Request request) {
        String messageId = ControlBodies.required(ControlBodies.body(request, Set.of("messageId")), "messageId");
        Message message = store.find(messageId);
        if (message == null || !message.toPerson()) {
            throw new Problem(404, "no message " + messageId + " was sent to a phone");
        }
        if (!message.arrives()) {
            throw new Problem(409, "message " + messageId + " never arrived, so it can't be seen");
        }
        arrive(message);
        conversations.see(message.number());
        Message after = store.find(messageId);
        return Reply.json(200, Views.message(after == null ? message : after));
    }

    Reply reply(Request request) {
        ObjectNode body = ControlBodies.body(
                request, Set.of("channel", "from", "to", "text", "buttonPayload", "event", "inReplyTo"));
        String channel = channel(body);
        String from = ControlBodies.required(body, "from");
        String text = ControlBodies.text(body, "text");
        String payload = ControlBodies.text(body, "buttonPayload");
        ObjectNode event = ControlBodies.object(body, "event");
        if ((text == null ? 0 : 1) + (payload == null ? 0 : 1) + (event == null ? 0 : 1) != 1) {
            throw ControlBodies.bad("give one of 'text', 'buttonPayload' and 'event'");
        }
        if (text != null && text.length() > TEXT) {
            throw ControlBodies.bad("'text' can have up to " + TEXT + " characters");
        }
        Message quoted = quoted(ControlBodies.text(body, "inReplyTo"), channel, from);
        Message pressed = payload == null ? null : pressed(payload, quoted, channel, from);
        Message context = pressed == null ? quoted : pressed;
        String to = to(ControlBodies.text(body, "to"), context, channel, from);
        Button button = pressed == null || payload == null ? null : button(pressed, payload);
        String words =
                event != null ? conversations.reports(channel).event(event) : button == null ? text : button.text();
        Message reply = conversations.reply(
                channel,
                from,
                to,
                new Said(words == null ? "" : words, button, event),
                context == null ? null : context.messageId());
        return Reply.json(200, Views.message(reply));
    }

    Reply moveAccount(Request request) {
        ObjectNode body = ControlBodies.body(request, Set.of("channel", "from", "to"));
        String channel = channel(body);
        Identity identity = conversations.moveAccount(
                channel, ControlBodies.required(body, "from"), ControlBodies.required(body, "to"));
        if (identity == null) {
            throw ControlBodies.bad(channel + " tells nothing of accounts that move to another device");
        }
        return Reply.json(200, Json.object().put("hash", identity.hash()));
    }

    private String channel(ObjectNode body) {
        String given = ControlBodies.required(body, "channel");
        String channel = given.toUpperCase(Locale.ROOT);
        if (!conversations.knows(channel)) {
            throw ControlBodies.bad("there is no channel " + given + " in this sandbox");
        }
        if (!conversations.reports(channel).answerable()) {
            throw ControlBodies.bad(
                    "people can't answer in " + channel + ": Infobip's spec has no inbound webhook for it");
        }
        return channel;
    }

    private @Nullable Message quoted(@Nullable String messageId, String channel, String person) {
        if (messageId == null) {
            return null;
        }
        Message message = store.newest(
                candidate -> candidate.messageId().equals(messageId) && arrivedAt(candidate, channel, person));
        if (message == null) {
            throw ControlBodies.bad("'inReplyTo' names no message on the phone of " + person);
        }
        arrive(message);
        return message;
    }

    private Message pressed(String payload, @Nullable Message quoted, String channel, String person) {
        Message message = quoted != null
                ? quoted
                : store.newest(
                        candidate -> arrivedAt(candidate, channel, person) && button(candidate, payload) != null);
        if (message == null || button(message, payload) == null) {
            throw ControlBodies.bad("there is no quick reply button with the payload " + payload
                    + (quoted == null ? " on the phone of " + person : " below message " + quoted.messageId()));
        }
        arrive(message);
        return message;
    }

    private String to(@Nullable String given, @Nullable Message context, String channel, String person) {
        if (given != null) {
            return given;
        }
        if (context != null) {
            return context.from();
        }
        Message newest = store.newest(message -> arrivedAt(message, channel, person));
        if (newest == null) {
            throw ControlBodies.bad("say with 'to' whom this goes to: " + person + " has no message yet");
        }
        return newest.from();
    }

    private void arrive(Message message) {
        if (message.status() == Status.PENDING_ENROUTE) {
            conversations.finish(message.number());
        }
    }

    private static boolean arrivedAt(Message message, String channel, String person) {
        return message.toPerson()
                && message.channel().equals(channel)
                && message.to().equals(person)
                && message.arrives();
    }

    private static @Nullable Button button(Message message, String payload) {
        return message.content().buttons().stream()
                .filter(button -> button.answers() && button.value().equals(payload))
                .findFirst()
                .orElse(null);
    }
}
