package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.Options;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** What a channel says about itself for the {@link ChannelContract}, and what all cases use. */
abstract class ChannelBase {
    ChannelProvider provider = unset();
    Channel channel = unset();

    /** For subclasses. */
    protected ChannelBase() {}

    /**
     * Makes the provider to be tested.
     *
     * @return a new provider
     */
    protected abstract ChannelProvider provider();

    /**
     * Gives options that the provider can make a channel from.
     *
     * @return the channel's own options; none unless overridden
     */
    protected Options options() {
        return Options.none();
    }

    /**
     * Gives a sender as this channel writes it.
     *
     * @return the sender
     */
    protected abstract String sender();

    /**
     * Gives an address that this channel sends to, at least six characters long.
     *
     * @return a canonical address
     */
    protected abstract Address address();

    /**
     * Gives an address whose answers come back, where those of {@link #address()} do not.
     *
     * @return a canonical address; the same one unless overridden
     */
    protected Address answeringAddress() {
        return address();
    }

    /**
     * Writes the provider's 2xx answer that accepts some messages.
     *
     * @param messageIds the ids of the messages that were sent together
     * @return the body
     */
    protected abstract String acceptedBody(List<String> messageIds);

    /**
     * Gives bodies that the provider posts to the webhook, each of a kind that the channel knows.
     *
     * @return the bodies; none unless overridden
     */
    protected List<String> webhookBodies() {
        return List.of();
    }

    /**
     * Completes a sample message with what this channel needs, such as the identifier of a template.
     *
     * @param message the message, complete but for that
     * @return the builder; unless overridden, as it was
     */
    protected OutboundMessage.Builder prepare(OutboundMessage.Builder message) {
        return message;
    }

    /**
     * Tells whether the provider is told ChatAuth's message ids.
     *
     * @return true unless overridden
     */
    protected boolean sendsMessageIds() {
        return true;
    }

    @BeforeEach
    void makeChannel() {
        provider = provider();
        channel = provider.create(new ChannelContext(options()));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // set before each test
    private static <T> T unset() {
        return null;
    }

    /** A message of the template; empty if the channel refuses it, which it does with reasons. */
    Optional<OutboundMessage> message(String id, Template template) {
        try {
            boolean asks = template.buttons().stream().anyMatch(button -> button.kind() == ButtonKind.QUICK_REPLY);
            Address to = asks ? answeringAddress() : address();
            OutboundMessage.Builder message =
                    SampleMessages.message(id, sender(), to, SampleMessages.fill(provider.id(), channel, template));
            if (channel.capabilities().smsFailover() && to.kind() == Address.Kind.PHONE) {
                message.smsFailover(new OutboundMessage.SmsFailover("Bank", SampleMessages.CODE + " is your code"));
            }
            OutboundMessage built = prepare(message).build();
            channel.check(built);
            return Optional.of(built);
        } catch (TemplateRefusedException e) {
            assertFalse(e.reasons().isEmpty(), () -> template + " is refused without a reason");
            e.reasons().forEach(reason -> assertFalse(reason.isBlank(), () -> template + " has a blank reason"));
            hidesSecrets(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** One message of each sample template that the channel can show. */
    List<OutboundMessage> messages() {
        List<OutboundMessage> all = new ArrayList<>();
        for (Template template : SampleTemplates.all()) {
            message("message-" + all.size(), template).ifPresent(all::add);
        }
        assertFalse(all.isEmpty(), "the channel can show none of the sample templates");
        return all;
    }

    /** As many messages as fit into one request, up to a hundred. */
    EncodeContext batch() {
        int size = Math.min(channel.capabilities().batchSize(), 100);
        Template template = messages().get(0).content().template().source();
        List<OutboundMessage> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            batch.add(message("batch-message-" + i + "-x", template).orElseThrow());
        }
        for (OutboundMessage one : batch) {
            assertEquals(channel.lane(batch.get(0)), channel.lane(one), "messages of one kind share a lane");
        }
        return context(batch);
    }

    static EncodeContext context(List<OutboundMessage> messages) {
        return EncodeContext.of(messages, SampleMessages.NOW);
    }

    /** Checks a text that may be logged, or read by proxies. */
    void hidesSecrets(String text) {
        assertNotNull(text);
        assertFalse(text.contains(SampleMessages.CODE), () -> "the code stands in: " + text);
        assertFalse(text.contains(SampleMessages.TOKEN), () -> "the token stands in: " + text);
        Options options = options();
        for (String name : options.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean secret = lower.matches(".*(secret|password|token|key).*");
            options.text(name)
                    .filter(value -> secret && value.length() >= 4)
                    .ifPresent(value -> assertFalse(text.contains(value), () -> "the option " + name + " is shown"));
        }
    }

    /** Checks a text that may be logged. */
    void hidesSecretsAndPeople(String text) {
        hidesSecrets(text);
        assertFalse(text.contains(address().withoutPlus()), "the whole address is shown");
    }

    /** Checks that what an extension names can be relied upon. */
    static <T> void same(T once, T again, String what) {
        assertEquals(once, again, () -> what + " is not always the same");
        assertTrue(once.equals(again));
    }
}
