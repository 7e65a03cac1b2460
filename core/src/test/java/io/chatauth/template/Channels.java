package io.chatauth.template;

import io.chatauth.ChannelId;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.FixedText;
import io.chatauth.template.Capabilities.TextMode;
import java.util.Set;

/** Channels for tests: one that shows everything, one that shows text only, and what lies between. */
public final class Channels {
    public static final ChannelId RICH = ChannelId.of("rich");
    public static final ChannelId PLAIN = ChannelId.of("plain");
    public static final ChannelId WHATSAPP = ChannelId.of("whatsapp");

    private Channels() {}

    /** Shows all kinds of button, several of each. */
    public static CapabilitiesBuilder rich() {
        CapabilitiesBuilder builder = Capabilities.of(TextMode.FREE_TEXT)
                .maxBody(1024)
                .maxHeader(60)
                .maxFooter(60)
                .inbound(Evidence.PAYLOAD, Evidence.QUOTE, Evidence.TEXT);
        for (ButtonKind kind : ButtonKind.values()) {
            builder.button(kind, new ButtonSupport(2, 25, true));
        }
        return builder.maxButtons(4);
    }

    /** Shows text, and hears text. */
    public static CapabilitiesBuilder plain() {
        return Capabilities.of(TextMode.FREE_TEXT).maxBody(1000).inbound(Evidence.TEXT);
    }

    /** Shows text, and hears nothing. */
    public static CapabilitiesBuilder deaf() {
        return Capabilities.of(TextMode.FREE_TEXT).maxBody(1000);
    }

    /** Like WhatsApp: approved templates, codes with fixed words, strict names. */
    public static CapabilitiesBuilder strict() {
        return Capabilities.of(TextMode.APPROVED_TEMPLATES)
                .maxBody(1024)
                .maxHeader(60)
                .maxHeaderPlaceholders(1)
                .maxFooter(60)
                .button(ButtonKind.CALL_PHONE, new ButtonSupport(1, 25, false))
                .button(ButtonKind.OPEN_URL, new ButtonSupport(2, 25, true))
                .button(ButtonKind.QUICK_REPLY, new ButtonSupport(10, 25, true))
                .button(ButtonKind.COPY_CODE, new ButtonSupport(1, 25, true))
                .maxButtons(10)
                .inbound(Evidence.PAYLOAD, Evidence.QUOTE, Evidence.TEXT)
                .languages(Set.of("en", "en_GB", "en_US", "hr", "de", "pt_BR", "pt_PT", "zh_CN", "zh_HK", "zh_TW"))
                .fixedText(Category.AUTHENTICATION, new FixedText("{{code}} is your verification code."))
                .templateName("[a-z0-9_]{1,512}", "lower-case letters, digits and underscores")
                .maxCode(15)
                .singleLineValues();
    }

    /** Has one button of each kind that shows text. */
    public static Template.Builder template(String body, Button... buttons) {
        Template.Builder builder = Template.named("test").body(body);
        for (Button button : buttons) {
            builder.button(button);
        }
        return builder;
    }
}
