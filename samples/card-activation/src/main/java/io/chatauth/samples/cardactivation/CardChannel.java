package io.chatauth.samples.cardactivation;

import io.chatauth.ChannelId;
import io.chatauth.channel.kakao.KakaoChannelProvider;
import io.chatauth.channel.line.LineChannelProvider;
import io.chatauth.channel.viber.ViberChannelProvider;
import io.chatauth.channel.whatsapp.WhatsAppChannelProvider;
import io.chatauth.channel.zalo.ZaloChannelProvider;
import io.chatauth.spi.ChannelProvider;

/** The channels that the card activation goes out over: the bank's sender there, and how the phone shows the call. */
enum CardChannel {
    WHATSAPP("WhatsApp", LocalService.SENDER, Call.BUTTON),
    VIBER("Viber", "MyBank", Call.BUTTON),
    LINE("LINE", "@mybank", Call.TEXT),
    KAKAO("KakaoTalk", "@mybank", Call.TEXT),
    ZALO("Zalo", "579745863508352884", Call.BUTTON);

    /** How a person gets from the message to the call. */
    enum Call {
        BUTTON,
        TEXT
    }

    private final String label;
    private final String sender;
    private final Call call;

    CardChannel(String label, String sender, Call call) {
        this.label = label;
        this.sender = sender;
        this.call = call;
    }

    ChannelId id() {
        return provider().id();
    }

    ChannelProvider provider() {
        return switch (this) {
            case WHATSAPP -> new WhatsAppChannelProvider();
            case VIBER -> new ViberChannelProvider();
            case LINE -> new LineChannelProvider();
            case KAKAO -> new KakaoChannelProvider();
            case ZALO -> new ZaloChannelProvider();
        };
    }

    String sender() {
        return sender;
    }

    /** Tells whether the API says if the template may be sent; elsewhere nobody needs to, or it is known otherwise. */
    boolean reviewedOverTheApi() {
        return this == WHATSAPP || this == ZALO;
    }

    Call call() {
        return call;
    }

    /** Gives the name as people know it. */
    @Override
    public String toString() {
        return label;
    }
}
