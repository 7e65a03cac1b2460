package io.chatauth.channel.zalo.internal;

import io.chatauth.Address;
import io.chatauth.channel.zalo.ZaloChannelProvider;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.Options;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.testkit.ChannelContract;
import java.util.List;

class ZaloContractTest extends ChannelContract {
    @Override
    protected ChannelProvider provider() {
        return new ZaloChannelProvider();
    }

    @Override
    protected Options options() {
        return Options.none();
    }

    @Override
    protected String sender() {
        return ZaloSamples.SENDER;
    }

    @Override
    protected Address address() {
        return ZaloSamples.LAN;
    }

    @Override
    protected String acceptedBody(List<String> messageIds) {
        return ZaloSamples.accepted(messageIds);
    }

    @Override
    protected List<String> webhookBodies() {
        return List.of(Golden.text("webhook-delivered.json"), Golden.text("webhook-text.json"));
    }

    @Override
    protected OutboundMessage.Builder prepare(OutboundMessage.Builder message) {
        return message.templateKey(ZaloSamples.NUMBER);
    }
}
