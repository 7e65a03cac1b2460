package io.chatauth.architecture;

import io.chatauth.ChannelId;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.Options;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** ChatAuth's own channels, as applications find them. */
final class ChatAuthChannels {
    private ChatAuthChannels() {}

    /** All of them with their default options, sorted by id. */
    static Map<ChannelId, Channel> all() {
        Map<String, ChannelProvider> sorted = new TreeMap<>();
        for (ChannelProvider provider : ServiceLoader.load(ChannelProvider.class)) {
            if (provider.getClass().getName().startsWith("io.chatauth.channel.")) {
                sorted.put(provider.id().value(), provider);
            }
        }
        Map<ChannelId, Channel> channels = new LinkedHashMap<>();
        sorted.values()
                .forEach(provider -> channels.put(provider.id(), provider.create(new ChannelContext(Options.none()))));
        return channels;
    }
}
