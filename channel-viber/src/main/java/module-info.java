/** Viber Business Messages over Infobip's standalone API. */
module io.chatauth.channel.viber {
    requires transitive io.chatauth.core;

    exports io.chatauth.channel.viber;

    provides io.chatauth.spi.ChannelProvider with
            io.chatauth.channel.viber.ViberChannelProvider;
}
