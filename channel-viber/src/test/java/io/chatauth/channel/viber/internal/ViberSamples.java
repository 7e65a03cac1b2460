package io.chatauth.channel.viber.internal;

import io.chatauth.Address;
import io.chatauth.channel.viber.ViberChannelProvider;
import io.chatauth.testkit.ChannelFixture;
import io.chatauth.testkit.Golden;

/** What the tests of Viber have in common. */
final class ViberSamples {
    static final Golden GOLDEN = Golden.of(ViberSamples.class);
    static final ChannelFixture FIXTURE =
            ChannelFixture.of(new ViberChannelProvider(), "MyBank", Address.phone("+441134960001"));

    private ViberSamples() {}
}
