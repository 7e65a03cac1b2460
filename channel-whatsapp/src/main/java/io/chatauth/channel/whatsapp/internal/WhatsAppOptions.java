package io.chatauth.channel.whatsapp.internal;

import io.chatauth.spi.Options;
import io.chatauth.template.Capabilities.FixedText;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What can be chosen for WhatsApp: what little one can of the text of an authentication template. The words are those of
 * Meta's documentation of template previews, which has them in two languages; in others WhatsApp shows its own translation.
 *
 * @param securityAdvice whether it ends with the advice not to share the code
 * @param minutes the minutes in the footer, 1 to 90; empty for no footer
 */
record WhatsAppOptions(boolean securityAdvice, OptionalInt minutes) {
    private static final String MINUTES = "code-minutes";
    private static final int LONGEST_VALIDITY = 90;

    static WhatsAppOptions from(Options options) {
        return new WhatsAppOptions(
                options.flag("security-advice", false),
                options.text(MINUTES).isPresent()
                        ? OptionalInt.of(options.number(MINUTES, 1, 1, LONGEST_VALIDITY))
                        : OptionalInt.empty());
    }

    FixedText fixedText() {
        String english = words(
                "{{code}} is your verification code.",
                " For your security, do not share this code.",
                "This code expires in %d minutes.");
        String spanish = words(
                "Tu código de verificación es {{code}}.",
                " Por tu seguridad, no lo compartas.",
                "Este código caduca en %d minutos.");
        return new FixedText(english, Map.of("en", english, "es_ES", spanish));
    }

    private String words(String code, String advice, String expiry) {
        String footer = minutes.isPresent() ? "\n" + expiry.replace("%d", Integer.toString(minutes.getAsInt())) : "";
        return code + (securityAdvice ? advice : "") + footer;
    }
}
