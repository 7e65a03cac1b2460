package io.chatauth.channel.kakao.internal;

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

/** KakaoTalk, tied together. Immutable. */
public final class KakaoChannel implements Channel {
    private final Capabilities capabilities = KakaoCapabilities.all();
    private final KakaoTemplateRules rules;
    private final KakaoEncoder encoder;

    private KakaoChannel(KakaoOptions options) {
        this.rules = new KakaoTemplateRules(options);
        this.encoder = new KakaoEncoder(options.appLinks());
    }

    /**
     * Makes the channel.
     *
     * @param options {@code text.…} and {@code app-link.…}
     * @return the channel
     * @throws io.chatauth.spi.OptionException if an option is malformed
     */
    public static KakaoChannel of(Options options) {
        return new KakaoChannel(KakaoOptions.from(options));
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    /** Refuses, over what the adapter refuses, what is not what KakaoTalk approved, as far as that was declared. */
    @Override
    public AdaptedTemplate adapt(ChannelId channel, Template template) {
        AdaptedTemplate adapted = Channel.super.adapt(channel, template);
        rules.check(channel, adapted);
        return adapted;
    }

    @Override
    public String lane(OutboundMessage message) {
        return KakaoEncoder.lane(message);
    }

    @Override
    public WireRequest encode(EncodeContext context) {
        return encoder.encode(context);
    }

    @Override
    public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
        return SendAnswers.receipts("kakao", context, response);
    }

    @Override
    public List<InboundEvent> decodeWebhook(WebhookRequest request) {
        return KakaoWebhooks.decode(request);
    }

    @Override
    public Optional<Exchange<List<InboundEvent>>> reports() {
        return Optional.of(Inbound.poll("kakao", "/kakao-alim/1/reports"));
    }

    @Override
    public ChatLink chatLink(ChatLinkContext context) {
        return KakaoChatLinks.of(context);
    }

    @Override
    public List<ApiOperation> operations() {
        return KakaoOperations.ALL;
    }

    @Override
    public Set<String> webhookFields() {
        return KakaoWebhookFields.ALL;
    }

    @Override
    public Optional<Subscribable> subscribable() {
        return Optional.of(KakaoWebhooks.SUBSCRIBABLE);
    }
}
