package io.chatauth.channel.zalo.internal;

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

/** Zalo, tied together. Immutable. */
public final class ZaloChannel implements Channel {
    private static final String LANE = "POST " + ZaloEncoder.PATH;

    private final ZaloOptions options;
    private final Capabilities capabilities;
    private final ZaloEncoder encoder;
    private final TemplateRegistry templates;

    private ZaloChannel(ChannelId id, ZaloOptions options) {
        this.options = options;
        this.capabilities = ZaloCapabilities.with(options);
        this.encoder = new ZaloEncoder(id, options);
        this.templates = new ZaloTemplates(id, options);
    }

    /**
     * Makes the channel.
     *
     * @param id its id, for errors
     * @param options {@code code-parameter}, {@code security-warning}, {@code logo-light} and {@code logo-dark}
     * @return the channel
     * @throws io.chatauth.spi.OptionException if an option is malformed, or half a logo is given
     */
    public static ZaloChannel of(ChannelId id, Options options) {
        return new ZaloChannel(id, ZaloOptions.from(options));
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    /** Leaves out buttons where Zalo has none, and says so. */
    @Override
    public AdaptedTemplate adapt(ChannelId channel, Template template) {
        return ZaloTemplateRules.adapt(channel, template, options);
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
        return SendAnswers.receipts("zalo", context, response);
    }

    @Override
    public List<InboundEvent> decodeWebhook(WebhookRequest request) {
        return ZaloWebhooks.decode(request);
    }

    @Override
    public ChatLink chatLink(ChatLinkContext context) {
        return ZaloChatLinks.of(context);
    }

    @Override
    public List<ApiOperation> operations() {
        return ZaloOperations.ALL;
    }

    @Override
    public Set<String> webhookFields() {
        return ZaloWebhookFields.ALL;
    }

    @Override
    public Optional<Subscribable> subscribable() {
        return Optional.of(ZaloWebhooks.SUBSCRIBABLE);
    }

    @Override
    public Optional<TemplateRegistry> templateRegistry() {
        return Optional.of(templates);
    }
}
