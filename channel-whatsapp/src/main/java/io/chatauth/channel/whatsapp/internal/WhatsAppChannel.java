package io.chatauth.channel.whatsapp.internal;

import io.chatauth.ChannelId;
import io.chatauth.Receipt;
import io.chatauth.infobip.wire.SendAnswers;
import io.chatauth.spi.ApiOperation;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;
import io.chatauth.spi.EncodeContext;
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

/** WhatsApp, tied together. Immutable. */
public final class WhatsAppChannel implements Channel {
    private static final String LANE = "POST " + WhatsAppEncoder.PATH;

    private final Capabilities capabilities;
    private final TemplateRegistry templates;

    private WhatsAppChannel(Capabilities capabilities, TemplateRegistry templates) {
        this.capabilities = capabilities;
        this.templates = templates;
    }

    /**
     * Makes the channel.
     *
     * @param id its id, for errors
     * @param options those of authentication templates
     * @return the channel
     * @throws io.chatauth.spi.OptionException if an option is malformed
     */
    public static WhatsAppChannel of(ChannelId id, Options options) {
        WhatsAppOptions chosen = WhatsAppOptions.from(options);
        return new WhatsAppChannel(WhatsAppCapabilities.with(chosen), new WhatsAppTemplates(id, chosen));
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    /** Refuses, over what the adapter refuses, what WhatsApp can't register or fill. */
    @Override
    public AdaptedTemplate adapt(ChannelId channel, Template template) {
        AdaptedTemplate adapted = Channel.super.adapt(channel, template);
        WhatsAppTemplateRules.check(channel, adapted);
        return adapted;
    }

    @Override
    public String lane(OutboundMessage message) {
        return message.windowForm().map(form -> "POST " + form.name()).orElse(LANE);
    }

    @Override
    public WireRequest encode(EncodeContext context) {
        return WhatsAppEncoder.encode(context);
    }

    /** What goes without a template is answered with schema {@code SingleMessageInfo}, one of a list's messages alone. */
    @Override
    public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
        OutboundMessage first = context.messages().get(0);
        return first.windowForm().isPresent()
                ? SendAnswers.single("whatsapp", first, response)
                : SendAnswers.receipts("whatsapp", context, response);
    }

    @Override
    public List<InboundEvent> decodeWebhook(WebhookRequest request) {
        return WhatsAppWebhooks.decode(request);
    }

    @Override
    public ChatLink chatLink(ChatLinkContext context) {
        return WhatsAppChatLinks.of(context);
    }

    @Override
    public List<ApiOperation> operations() {
        return WhatsAppOperations.ALL;
    }

    @Override
    public Set<String> webhookFields() {
        return WhatsAppWebhookFields.ALL;
    }

    @Override
    public Optional<Subscribable> subscribable() {
        return Optional.of(WhatsAppWebhooks.SUBSCRIBABLE);
    }

    @Override
    public Optional<TemplateRegistry> templateRegistry() {
        return Optional.of(templates);
    }
}
