package io.chatauth.samples.stage;

import io.chatauth.ChannelId;
import io.chatauth.channel.kakao.KakaoChannelProvider;
import io.chatauth.channel.line.LineChannelProvider;
import io.chatauth.channel.viber.ViberChannelProvider;
import io.chatauth.channel.whatsapp.WhatsAppChannelProvider;
import io.chatauth.channel.zalo.ZaloChannelProvider;
import io.chatauth.spi.ChannelProvider;
import java.util.Arrays;
import java.util.Optional;

/** The five chat apps, and the bank's sender in each. */
public enum App {
    /** WhatsApp, with a number from the range that is kept free for stories. */
    WHATSAPP("WhatsApp", "441134960000"),
    /** Viber. */
    VIBER("Viber", "MyBank"),
    /** LINE. */
    LINE("LINE", "@mybank"),
    /** KakaoTalk. */
    KAKAO("KakaoTalk", "@mybank"),
    /** Zalo. */
    ZALO("Zalo", "579745863508352884");

    private final String label;
    private final String sender;

    App(String label, String sender) {
        this.label = label;
        this.sender = sender;
    }

    /**
     * Finds an app.
     *
     * @param id the channel's id, such as {@code whatsapp}
     * @return the app; empty if there is none
     */
    public static Optional<App> of(String id) {
        return Arrays.stream(values())
                .filter(app -> app.id().value().equals(id))
                .findFirst();
    }

    /**
     * Gives the channel.
     *
     * @return its id
     */
    public ChannelId id() {
        return provider().id();
    }

    /**
     * Gives what makes the channel.
     *
     * @return a new provider
     */
    public ChannelProvider provider() {
        return switch (this) {
            case WHATSAPP -> new WhatsAppChannelProvider();
            case VIBER -> new ViberChannelProvider();
            case LINE -> new LineChannelProvider();
            case KAKAO -> new KakaoChannelProvider();
            case ZALO -> new ZaloChannelProvider();
        };
    }

    /**
     * Gives the bank's sender.
     *
     * @return as the channel writes it
     */
    public String sender() {
        return sender;
    }

    /** Gives the name as people know it. */
    @Override
    public String toString() {
        return label;
    }
}
