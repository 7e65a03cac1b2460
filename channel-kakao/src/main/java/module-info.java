/** KakaoTalk's AlimTalk over Infobip's standalone API. */
module io.chatauth.channel.kakao {
    requires transitive io.chatauth.core;

    exports io.chatauth.channel.kakao;

    provides io.chatauth.spi.ChannelProvider with
            io.chatauth.channel.kakao.KakaoChannelProvider;
}
