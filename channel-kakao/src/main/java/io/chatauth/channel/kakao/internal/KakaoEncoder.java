package io.chatauth.channel.kakao.internal;

import io.chatauth.channel.kakao.internal.KakaoAppLinks.Schemes;
import io.chatauth.infobip.wire.Envelope;
import io.chatauth.infobip.wire.JsonWriter;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedMessage.FilledButton;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Category;
import io.chatauth.template.TemplateRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes the request that sends AlimTalk messages: schema {@code KakaoAlimRequest}. */
final class KakaoEncoder {
    static final String PATH = "/kakao-alim/1/messages";

    private static final String LANE = "POST " + PATH;

    private final KakaoAppLinks appLinks;
    private final Envelope usual;
    private final Envelope urgent;

    KakaoEncoder(KakaoAppLinks appLinks) {
        this.appLinks = appLinks;
        this.usual = Envelope.of(this::content);
        this.urgent = usual.requestOptions(options -> options.text("priority", "HIGH"));
    }

    /** Codes have a lane of their own, because the priority is that of the whole request. */
    static String lane(OutboundMessage message) {
        return urgent(message) ? LANE + " HIGH" : LANE;
    }

    WireRequest encode(EncodeContext context) {
        Envelope envelope = urgent(context.messages().get(0)) ? urgent : usual;
        return WireRequest.post(PATH, envelope.write(context));
    }

    private static boolean urgent(OutboundMessage message) {
        return message.content().template().source().category() == Category.AUTHENTICATION;
    }

    private void content(JsonWriter out, OutboundMessage message) {
        AdaptedMessage content = message.content();
        out.text("type", "TEMPLATE").text("templateCode", message.templateKey()).text("text", content.body());
        content.header().ifPresent(title -> out.text("title", title));
        if (!content.buttons().isEmpty()) {
            out.objects("buttons", buttons(content), (fields, button) -> button.accept(fields));
        }
    }

    private List<Consumer<JsonWriter>> buttons(AdaptedMessage content) {
        Map<Integer, Schemes> schemes = appLinks.of(content.template().source().name());
        List<Consumer<JsonWriter>> buttons = new ArrayList<>();
        for (FilledButton button : content.buttons()) {
            requireLink(content, button);
            Schemes app = schemes.get(buttons.size() + 1);
            buttons.add(app == null ? fields -> url(fields, button) : fields -> appLink(fields, button, app));
        }
        return buttons;
    }

    /** Opens in the person's own browser, where the session may be that a login link belongs to. */
    private static void url(JsonWriter fields, FilledButton button) {
        fields.text("type", "URL")
                .text("name", button.label())
                .text("urlMobile", button.value())
                .text("urlPc", button.value())
                .text("target", "out");
    }

    private static void appLink(JsonWriter fields, FilledButton button, Schemes app) {
        fields.text("type", "APP_LINK").text("name", button.label());
        app.android().ifPresent(uri -> fields.text("schemeAndroid", uri));
        app.ios().ifPresent(uri -> fields.text("schemeIos", uri));
        fields.text("urlMobile", button.value()).text("urlPc", button.value());
    }

    private static void requireLink(AdaptedMessage content, FilledButton button) {
        if (button.kind() != ButtonKind.OPEN_URL) {
            throw new TemplateRefusedException(
                    "a message of the template " + content.template().source() + " on kakao",
                    List.of("a button of the kind " + button.kind()
                            + " can't be shown; adapt the template with this channel first"));
        }
    }
}
