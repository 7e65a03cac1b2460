/** WhatsApp over Infobip's standalone API. */
module io.chatauth.channel.whatsapp {
    requires transitive io.chatauth.core;

    exports io.chatauth.channel.whatsapp;

    provides io.chatauth.spi.ChannelProvider with
            io.chatauth.channel.whatsapp.WhatsAppChannelProvider;
}
