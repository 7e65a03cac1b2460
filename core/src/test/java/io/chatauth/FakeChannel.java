package io.chatauth;

import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.Capabilities;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A channel that exists and does nothing. */
record FakeChannel(Set<String> hosts) implements Channel {
    @Override
    public Capabilities capabilities() {
        return Capabilities.of(Capabilities.TextMode.FREE_TEXT).build();
    }

    @Override
    public WireRequest encode(EncodeContext context) {
        return WireRequest.get("/1");
    }

    @Override
    public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
        return List.of();
    }

    static ChannelProvider provider(String id) {
        return new Provider(id, context -> {}, Set.of());
    }

    static ChannelProvider provider(String id, Consumer<ChannelContext> check, Set<String> hosts) {
        return new Provider(id, check, hosts);
    }

    private record Provider(String name, Consumer<ChannelContext> check, Set<String> hosts) implements ChannelProvider {
        @Override
        public ChannelId id() {
            return ChannelId.of(name);
        }

        @Override
        public Channel create(ChannelContext context) {
            check.accept(context);
            return new FakeChannel(hosts);
        }
    }
}
