package io.chatauth.testkit;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.spi.Channel;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Adapter;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Filled messages for tests, with values that are easy to find where they should not be. */
public final class SampleMessages {
    /** The time that counts in samples. */
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    /** The code that fills the placeholder {@code code}. */
    public static final String CODE = "849302";

    /** The token that fills the placeholder {@code token}. */
    public static final String TOKEN = "Zm9yLW9uZS1wZXJzb24tb25seQ";

    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

    private SampleMessages() {}

    /**
     * Makes a harmless value for each placeholder of a template.
     *
     * @param template the template
     * @return the values by placeholder: {@link #CODE}, {@link #TOKEN}, an amount, a name, or the placeholder's own name
     */
    public static Map<String, String> values(Template template) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : template.placeholders()) {
            values.put(
                    name,
                    switch (name) {
                        case "code" -> CODE;
                        case "token" -> TOKEN;
                        case "amount" -> "GBP 120.50";
                        case "payee", "name" -> "Jane Doe";
                        default -> name;
                    });
        }
        return values;
    }

    /**
     * Fills a template for a channel.
     *
     * @param id the channel's id
     * @param channel the channel
     * @param template the template
     * @return the message as the person will see it
     * @throws io.chatauth.template.TemplateRefusedException if the channel can't show it
     */
    public static AdaptedMessage fill(ChannelId id, Channel channel, Template template) {
        AdaptedTemplate adapted = channel.adapt(id, template);
        Map<String, String> payloads = new LinkedHashMap<>();
        for (Button button : template.buttons()) {
            if (button instanceof Button.QuickReply reply) {
                payloads.put(reply.reply(), "payload-of-" + reply.reply() + "-" + TOKEN);
            }
        }
        return Adapter.fill(id, adapted, channel.capabilities(), values(template), payloads);
    }

    /**
     * Begins a message that expires five minutes after {@link #NOW}, with callback data and an address for reports.
     *
     * @param messageId its id
     * @param sender the sender
     * @param to the recipient
     * @param content the filled message
     * @return a builder
     */
    public static OutboundMessage.Builder message(String messageId, String sender, Address to, AdaptedMessage content) {
        return OutboundMessage.of(messageId, sender, to, content)
                .notifyUrl(URI.create("https://auth.example.com/chatauth/webhook"))
                .callbackData("sample-callback")
                .expiresAt(NOW.plus(TIME_TO_LIVE));
    }
}
