package io.chatauth.channel.line.internal;

import io.chatauth.Address;
import io.chatauth.channel.line.LineChannelProvider;
import io.chatauth.testkit.ChannelFixture;
import io.chatauth.testkit.Golden;

/** What the tests of LINE have in common. */
final class LineSamples {
    static final Golden GOLDEN = Golden.of(LineSamples.class);
    static final ChannelFixture FIXTURE =
            ChannelFixture.of(new LineChannelProvider(), "@mybank", Address.phone("+66855538125"));

    private LineSamples() {}
}
