package io.chatauth.channel.viber.internal;

import io.chatauth.ChannelId;
import io.chatauth.Receipt;
import io.chatauth.infobip.wire.Inbound;
import io.chatauth.infobip.wire.SendAnswers;
import io.chatauth.spi.ApiOperation;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.Options;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.Subscribable;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Template;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Viber, tied together. Immutable. */
public final class ViberChannel implements Channel {
    private static final String LANE = "POST " + ViberEncoder.PATH;

    private final ViberOptions options;
    private final Capabilities capabilities;
    private final ViberEncoder encoder;
    private final TemplateRegistry templates;

    private ViberChannel(ChannelId id, ViberOptions options) {
        this.options = options;
        this.capabilities = ViberCapabilities.with(options);
        this.encoder = new ViberEncoder(id, options);
        this.templates = new ViberTemplates(id);
    }

    /**
     * Makes the channel.
     *
     * @param id its id, for errors
     * @param options {@code registered-templates}, {@code activation-check} and {@code chat-uri}
     * @return the channel
     * @throws io.chatauth.spi.OptionException if an option is malformed, or both are true
     */
    public static ViberChannel of(ChannelId id, Options options) {
        return new ViberChannel(id, ViberOptions.from(options));
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    /** Chooses between a text with a button and a list of answers. */
    @Override
    public AdaptedTemplate adapt(ChannelId channel, Template template) {
        if (options.registeredTemplates()) {
            return adaptRegistered(channel, template);
        }
        return options.activationCheck()
                ? Channel.super.adapt(channel, template)
                : ViberTemplateRules.freeText(channel, template);
    }

    /** Leaves out buttons, which registered templates have not; refuses what Viber can't register. */
    @Override
    public AdaptedTemplate adaptRegistered(ChannelId channel, Template template) {
        return ViberTemplateRules.registered(channel, template, options);
    }

    @Override
    public void check(OutboundMessage message) {
        encoder.check(message);
    }

    @Override
    public String lane(OutboundMessage message) {
        return LANE;
    }

    @Override
    public WireRequest encode(EncodeContext context) {
        return encoder.encode(context);
    }

    @Override
    public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
        return SendAnswers.receipts("viber", context, response);
    }

    @Override
    public List<InboundEvent> decodeWebhook(WebhookRequest request) {
        return ViberWebhooks.decode(request);
    }

    @Override
    public Optional<Exchange<List<InboundEvent>>> reports() {
        return Optional.of(Inbound.poll("viber", "/viber/2/reports"));
    }

    @Override
    public ChatLink chatLink(ChatLinkContext context) {
        return ViberChatLinks.of(context, options);
    }

    @Override
    public List<ApiOperation> operations() {
        return ViberOperations.ALL;
    }

    @Override
    public Set<String> webhookFields() {
        return ViberWebhookFields.ALL;
    }

    @Override
    public Optional<Subscribable> subscribable() {
        return Optional.of(ViberWebhooks.SUBSCRIBABLE);
    }

    @Override
    public Optional<TemplateRegistry> templateRegistry() {
        return Optional.of(templates);
    }
}
