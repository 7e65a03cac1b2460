/** Zalo over Infobip's standalone API. */
module io.chatauth.channel.zalo {
    requires transitive io.chatauth.core;

    exports io.chatauth.channel.zalo;

    provides io.chatauth.spi.ChannelProvider with
            io.chatauth.channel.zalo.ZaloChannelProvider;
}
