package io.chatauth.channel.zalo.internal;

import io.chatauth.Address;
import io.chatauth.channel.zalo.ZaloChannelProvider;
import io.chatauth.testkit.ChannelFixture;
import io.chatauth.testkit.Golden;

/** What the tests of Zalo have in common. */
final class ZaloSamples {
    static final Golden GOLDEN = Golden.of(ZaloSamples.class);
    static final ChannelFixture FIXTURE = ChannelFixture.of(
                    new ZaloChannelProvider(), "1234567890123456789", Address.phone("+84912345678"))
            .bound("322308");
    static final ChannelFixture IN_CHAT = FIXTURE.to(Address.userId("8812345678901234567"));

    private ZaloSamples() {}
}
