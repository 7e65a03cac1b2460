package io.chatauth.channel.kakao.internal;

import io.chatauth.Address;
import io.chatauth.channel.kakao.KakaoChannelProvider;
import io.chatauth.testkit.ChannelFixture;
import io.chatauth.testkit.Golden;

/** What the tests of KakaoTalk have in common. */
final class KakaoSamples {
    static final Golden GOLDEN = Golden.of(KakaoSamples.class);
    static final ChannelFixture FIXTURE = ChannelFixture.of(
                    new KakaoChannelProvider(), "@mybank", Address.phone("+821012345678"))
            .bound("auth_v1");

    private KakaoSamples() {}
}
