package io.chatauth.sandbox.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.message.Content.Header;
import io.chatauth.sandbox.internal.message.Message;
import io.chatauth.sandbox.internal.message.Status;
import io.chatauth.sandbox.internal.server.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How messages look in the control API. */
final class Views {
    private static final int PHONES = 50;
    private static final int MESSAGES = 100;

    private Views() {}

    /** One message as the phone shows it. */
    static ObjectNode message(Message message) {
        ObjectNode json = Json.object()
                .put("messageId", message.messageId())
                .put("channel", message.channel())
                .put("from", message.from())
                .put("to", message.to())
                .put("at", Json.time(message.at()))
                .put("status", message.state())
                .put("text", message.content().text());
        Header header = message.content().header();
        if (header != null) {
            json.putObject("header").put("type", header.type()).put("text", header.text());
        }
        if (message.content().footer() != null) {
            json.put("footer", message.content().footer());
        }
        ArrayNode buttons = json.putArray("buttons");
        message.content().buttons().forEach(button -> buttons.add(button.json()));
        if (message.content().card() != null) {
            json.set("card", message.content().card());
        }
        if (message.status() == Status.UNDELIVERABLE_NOT_DELIVERED) {
            json.set("error", message.error().json());
        }
        return json;
    }

    /** The phones, those with the newest messages first, each with its newest messages. */
    static ArrayNode phones(List<Message> all) {
        Map<String, List<Message>> byPerson = new LinkedHashMap<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Message message = all.get(i);
            String phone = message.channel() + ' ' + message.person();
            if (byPerson.containsKey(phone) || byPerson.size() < PHONES) {
                byPerson.computeIfAbsent(phone, unused -> new ArrayList<>()).add(message);
            }
        }
        ArrayNode phones = Json.array();
        for (List<Message> newestFirst : byPerson.values()) {
            Message newest = newestFirst.get(0);
            ArrayNode messages = phones.addObject()
                    .put("channel", newest.channel())
                    .put("person", newest.person())
                    .put("hidden", Math.max(0, newestFirst.size() - MESSAGES))
                    .putArray("messages");
            for (int i = Math.min(newestFirst.size(), MESSAGES) - 1; i >= 0; i--) {
                Message message = newestFirst.get(i);
                ObjectNode json = message(message).put("number", message.number());
                json.put("toPerson", message.toPerson());
                if (message.options().replyTo() != null) {
                    json.put("replyTo", message.options().replyTo());
                }
                messages.add(json);
            }
        }
        return phones;
    }
}
