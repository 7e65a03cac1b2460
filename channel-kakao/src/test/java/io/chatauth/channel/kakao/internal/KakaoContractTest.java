package io.chatauth.channel.kakao.internal;

import io.chatauth.Address;
import io.chatauth.channel.kakao.KakaoChannelProvider;
import io.chatauth.spi.Options;
import io.chatauth.testkit.ChannelContract;
import java.util.List;

class KakaoContractTest extends ChannelContract {
    @Override
    protected KakaoChannelProvider provider() {
        return new KakaoChannelProvider();
    }

    @Override
    protected Options options() {
        return Options.none();
    }

    @Override
    protected String sender() {
        return KakaoSamples.SENDER;
    }

    @Override
    protected Address address() {
        return KakaoSamples.MALI;
    }

    @Override
    protected String acceptedBody(List<String> messageIds) {
        return KakaoSamples.accepted(messageIds);
    }

    @Override
    protected List<String> webhookBodies() {
        return List.of(Golden.text("webhook-delivered.json"));
    }
}
