package io.chatauth.testkit;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.Options;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Adapter;
import io.chatauth.template.Template;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A channel with what its tests need: options, a sender, a person, and the identifier of its templates where it has one. The
 * time is {@link SampleMessages#NOW}. Immutable.
 */
public final class ChannelFixture {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final ChannelProvider provider;
    private final Map<String, String> options;
    private final String sender;
    private final Address person;
    private final Optional<String> key;

    private ChannelFixture(
            ChannelProvider provider,
            Map<String, String> options,
            String sender,
            Address person,
            Optional<String> key) {
        this.provider = Objects.requireNonNull(provider, "provider");
        this.options = Map.copyOf(options);
        this.sender = Objects.requireNonNull(sender, "sender");
        this.person = Objects.requireNonNull(person, "person");
        this.key = key;
    }

    /**
     * Makes a fixture without options.
     *
     * @param provider the channel's provider
     * @param sender a sender as the channel writes it
     * @param person a canonical address that the channel sends to, at least six characters long
     * @return the fixture
     */
    public static ChannelFixture of(ChannelProvider provider, String sender, Address person) {
        return new ChannelFixture(provider, Map.of(), sender, person, Optional.empty());
    }

    /**
     * Chooses the channel's own options.
     *
     * @param values the values by name, without {@code chatauth.channel.<id>.}
     * @return a copy with these options and no others
     */
    public ChannelFixture with(Map<String, String> values) {
        return new ChannelFixture(provider, values, sender, person, key);
    }

    /**
     * Chooses another person.
     *
     * @param address the canonical address
     * @return a copy with this person
     */
    public ChannelFixture to(Address address) {
        return new ChannelFixture(provider, options, sender, address, key);
    }

    /**
     * Binds all templates to an identifier that the channel knows.
     *
     * @param identifier the identifier
     * @return a copy whose messages have it, and whose templates are shown as registered ones
     */
    public ChannelFixture bound(String identifier) {
        return new ChannelFixture(provider, options, sender, person, Optional.of(identifier));
    }

    /**
     * Gives the channel's id.
     *
     * @return the id
     */
    public ChannelId id() {
        return provider.id();
    }

    /**
     * Gives the provider.
     *
     * @return the provider
     */
    public ChannelProvider provider() {
        return provider;
    }

    /**
     * Gives the channel's own options.
     *
     * @return the options
     */
    public Options options() {
        return Options.of("chatauth.channel." + id() + ".", options);
    }

    /**
     * Gives the sender.
     *
     * @return the sender
     */
    public String sender() {
        return sender;
    }

    /**
     * Gives the person.
     *
     * @return the canonical address
     */
    public Address person() {
        return person;
    }

    /**
     * Makes the channel.
     *
     * @return a new channel
     */
    public Channel channel() {
        return provider.create(new ChannelContext(options()));
    }

    /**
     * Adapts a template.
     *
     * @param template the template
     * @return the template as people will see it
     * @throws io.chatauth.template.TemplateRefusedException if the channel can't show it
     */
    public AdaptedTemplate adapt(Template template) {
        Channel channel = channel();
        return key.isPresent() ? channel.adaptRegistered(id(), template) : channel.adapt(id(), template);
    }

    /**
     * Adapts, fills and addresses a template. Quick replies have no payloads of their own.
     *
     * @param messageId the message's id
     * @param template the template
     * @param values the values by placeholder
     * @return a builder of the message
     * @throws io.chatauth.template.TemplateRefusedException if the channel can't show it
     */
    public OutboundMessage.Builder message(String messageId, Template template, Map<String, String> values) {
        return prepare(OutboundMessage.of(
                messageId,
                sender,
                person,
                Adapter.fill(id(), adapt(template), channel().capabilities(), values, Map.of())));
    }

    /**
     * Gives a message the identifier of its template, if there is one.
     *
     * @param message the message, complete but for that
     * @return the builder
     */
    public OutboundMessage.Builder prepare(OutboundMessage.Builder message) {
        return key.map(message::templateKey).orElse(message);
    }

    /**
     * Puts messages together.
     *
     * @param messages the messages
     * @return the context of their request
     */
    public EncodeContext context(OutboundMessage... messages) {
        return EncodeContext.of(List.of(messages), SampleMessages.NOW);
    }

    /**
     * Encodes messages.
     *
     * @param messages the messages
     * @return the body of their request, as text
     */
    public String body(OutboundMessage... messages) {
        return new String(channel().encode(context(messages)).body(), StandardCharsets.UTF_8);
    }

    /**
     * Reads a webhook.
     *
     * @param json its body
     * @return the events
     */
    public List<InboundEvent> receive(String json) {
        return channel()
                .decodeWebhook(
                        WebhookRequest.of("POST", "/" + id() + "/t0k3n", JSON, json.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Makes a provider's answer of status 200.
     *
     * @param json its body
     * @return the answer
     */
    public static WireResponse answer(String json) {
        return WireResponse.of(200, JSON, json.getBytes(StandardCharsets.UTF_8));
    }
}
