/** LINE Official Notifications over Infobip's standalone API. */
module io.chatauth.channel.line {
    requires transitive io.chatauth.core;

    exports io.chatauth.channel.line;

    provides io.chatauth.spi.ChannelProvider with
            io.chatauth.channel.line.LineChannelProvider;
}
