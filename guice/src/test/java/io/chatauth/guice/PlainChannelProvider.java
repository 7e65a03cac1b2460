package io.chatauth.guice;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.Receipt;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.Capabilities;
import java.util.List;

/** A channel that nobody answers on. */
final class PlainChannelProvider implements ChannelProvider {
    @Override
    public ChannelId id() {
        return ChannelId.of("plain");
    }

    @Override
    public Channel create(ChannelContext context) {
        return new Plain();
    }

    private static final class Plain implements Channel {
        @Override
        public Capabilities capabilities() {
            return Capabilities.of(Capabilities.TextMode.FREE_TEXT)
                    .recipients(Address.Kind.PHONE)
                    .build();
        }

        @Override
        public WireRequest encode(EncodeContext context) {
            return WireRequest.get("/plain");
        }

        @Override
        public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
            return List.of();
        }
    }
}
