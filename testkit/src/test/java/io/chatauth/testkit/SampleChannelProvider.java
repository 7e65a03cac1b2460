package io.chatauth.testkit;

import io.chatauth.ChannelId;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;

/** Gives the channel that shows the contract at work. */
public final class SampleChannelProvider implements ChannelProvider {
    /** For the service loader. */
    public SampleChannelProvider() {}

    @Override
    public ChannelId id() {
        return ChannelId.of("sample");
    }

    @Override
    public Channel create(ChannelContext context) {
        return new SampleChannel(context.options().requiredSecret("apiKey"));
    }
}
