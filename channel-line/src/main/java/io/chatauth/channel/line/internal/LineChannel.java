package io.chatauth.channel.line.internal;

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

/** LINE, tied together. Immutable. */
public final class LineChannel implements Channel {
    private static final String LANE = "POST " + LineEncoder.PATH;

    private final Capabilities capabilities;

    private LineChannel(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /**
     * Makes the channel.
     *
     * @param options {@code personal-links}
     * @return the channel
     * @throws io.chatauth.spi.OptionException if an option is malformed
     */
    public static LineChannel of(Options options) {
        return new LineChannel(LineCapabilities.with(LineOptions.from(options)));
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    /** Notes, over what the adapter notes, if the phone's notification can't hold the text. */
    @Override
    public AdaptedTemplate adapt(ChannelId channel, Template template) {
        return LineTemplateRules.noted(Channel.super.adapt(channel, template));
    }

    @Override
    public String lane(OutboundMessage message) {
        return LANE;
    }

    @Override
    public WireRequest encode(EncodeContext context) {
        return LineEncoder.encode(context);
    }

    @Override
    public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
        return SendAnswers.receipts("line", context, response);
    }

    @Override
    public List<InboundEvent> decodeWebhook(WebhookRequest request) {
        return LineWebhooks.decode(request);
    }

    @Override
    public Optional<Exchange<List<InboundEvent>>> reports() {
        return Optional.of(Inbound.poll("line", "/line/1/reports"));
    }

    @Override
    public ChatLink chatLink(ChatLinkContext context) {
        return LineChatLinks.of(context);
    }

    @Override
    public List<ApiOperation> operations() {
        return LineOperations.ALL;
    }

    @Override
    public Set<String> webhookFields() {
        return LineWebhookFields.ALL;
    }

    @Override
    public Optional<Subscribable> subscribable() {
        return Optional.of(LineWebhooks.SUBSCRIBABLE);
    }
}
