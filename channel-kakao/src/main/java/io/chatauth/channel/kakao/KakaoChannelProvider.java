package io.chatauth.channel.kakao;

import io.chatauth.ChannelId;
import io.chatauth.channel.kakao.internal.KakaoChannel;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;

/**
 * Gives the channel {@code kakao}: AlimTalk over {@code POST /kakao-alim/1/messages}.
 *
 * <p>KakaoTalk approves a text under a code, in Korean or English, and there is no API for it. What is sent is the code, the
 * whole text with its values in, and the buttons; if they are not those that were registered, KakaoTalk refuses the message.
 * So each template is bound to its code, {@code chatauth.template.kakao.<template>[.<language>]}; without it nothing is
 * sent. Register what {@code explain()} shows, with <code>#{name}</code> in place of <code>{{name}}</code>. A number to
 * call, a code to copy and the footer stand in the text; the header is the title; nobody can answer. Codes go out with high
 * priority, and links open in the person's own browser.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code chatauth.channel.kakao.text.<template>[.<language>]}: the text that KakaoTalk approved, with its
 *       <code>#{name}</code>. A template that would send another one is then refused here, with the first difference. A
 *       name that can't be a placeholder of ChatAuth, such as a Korean one, stands for whatever placeholder is in its place;
 *   <li>{@code chatauth.channel.kakao.app-link.<template>.<number>.android} and {@code ….ios}: what the button of that
 *       number, from 1, opens on a phone if it was registered as an app link, such as {@code bank://cards}; one of the two is
 *       enough. The button's URL is what opens where the app is not installed.
 * </ul>
 */
public final class KakaoChannelProvider implements ChannelProvider {
    private static final ChannelId ID = ChannelId.of("kakao");

    /** For {@link java.util.ServiceLoader}. */
    public KakaoChannelProvider() {}

    @Override
    public ChannelId id() {
        return ID;
    }

    @Override
    public Channel create(ChannelContext context) {
        return KakaoChannel.of(context.options());
    }
}
