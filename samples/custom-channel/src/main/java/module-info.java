/** A channel of one's own, over a provider that is not Infobip. */
module io.chatauth.samples.custom {
    requires com.fasterxml.jackson.databind;
    requires transitive io.chatauth.core;

    exports io.chatauth.samples.custom;

    provides io.chatauth.spi.ChannelProvider with
            io.chatauth.samples.custom.CourierChannelProvider;
}
