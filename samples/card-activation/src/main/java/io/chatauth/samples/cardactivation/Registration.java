package io.chatauth.samples.cardactivation;

import io.chatauth.ChatAuth;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.template.AdaptedTemplate;
import java.util.EnumMap;
import java.util.Map;

/** Has the card activation approved where a channel knows it by a key of its own, and gives the keys. */
final class Registration {
    private static final String TEMPLATE = Bank.CARD_ACTIVATION.name();
    private static final String KAKAO_CODE = "card_activation_v1";

    private final ChatAuth chatAuth;
    private final Phone phone;

    Registration(ChatAuth chatAuth, Phone phone) {
        this.chatAuth = chatAuth;
        this.phone = phone;
    }

    /** Gives the key of the template on each channel that has one. */
    Map<CardChannel, String> keys() {
        Map<CardChannel, String> keys = new EnumMap<>(CardChannel.class);
        whatsApp();
        keys.put(CardChannel.KAKAO, kakao());
        keys.put(CardChannel.ZALO, zalo());
        return keys;
    }

    /** The tutorial's template has no title, and this one has: WhatsApp reviews the edit, and no other text is sent. */
    private void whatsApp() {
        phone.approve(
                chatAuth.templates().edit(CardChannel.WHATSAPP.id(), TEMPLATE).id());
    }

    /** KakaoTalk has no API for it: somebody hands in what ChatAuth will send. */
    private String kakao() {
        AdaptedTemplate shown = chatAuth.explain(TEMPLATE, CardChannel.KAKAO.id())
                .adapted()
                .orElseThrow(() -> new StepMissingException("KakaoTalk can't show " + TEMPLATE));
        phone.approveKakao(
                CardChannel.KAKAO.sender(), KAKAO_CODE, shown.header().orElse(""), inKakaosForm(shown.body()));
        return KAKAO_CODE;
    }

    private String zalo() {
        RegisteredTemplate registered = chatAuth.templates().create(CardChannel.ZALO.id(), TEMPLATE);
        phone.enable(registered.id());
        return registered.id();
    }

    private static String inKakaosForm(String body) {
        return body.replace("{{", "#{").replace("}}", "}");
    }
}
