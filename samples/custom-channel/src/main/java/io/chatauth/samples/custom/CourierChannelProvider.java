package io.chatauth.samples.custom;

import io.chatauth.ChannelId;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.OptionException;
import java.net.URI;

/**
 * Gives the channel {@code courier}. Options: {@code chatauth.channel.courier.token} (a secret, needed) and
 * {@code chatauth.channel.courier.base-url} (an https URL, or http on this machine).
 */
public final class CourierChannelProvider implements ChannelProvider {
    private static final String BASE_URL = "https://api.courier.example";

    /** For {@link java.util.ServiceLoader}. */
    public CourierChannelProvider() {}

    @Override
    public ChannelId id() {
        return ChannelId.of("courier");
    }

    @Override
    public Channel create(ChannelContext context) {
        String base = context.options().text("base-url").orElse(BASE_URL);
        if (!base.matches("https://[a-z0-9.-]+(:[0-9]+)?|http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?")) {
            throw new OptionException("chatauth.channel.courier.base-url is '" + base
                    + "', expected https and a host, such as " + BASE_URL);
        }
        return new CourierChannel(URI.create(base), context.options().requiredSecret("token"));
    }
}
