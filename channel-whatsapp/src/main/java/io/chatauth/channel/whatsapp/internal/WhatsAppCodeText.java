package io.chatauth.channel.whatsapp.internal;

import io.chatauth.spi.Options;
import io.chatauth.template.Capabilities.FixedText;
import java.util.OptionalInt;

/**
 * What little one can choose of the text of an authentication template. The words are those of the API's read-back of such a
 * template in English; in other languages WhatsApp shows its own translation.
 *
 * @param securityAdvice whether it ends with the advice not to share the code
 * @param minutes the minutes in the footer, 1 to 90; empty for no footer
 */
record WhatsAppCodeText(boolean securityAdvice, OptionalInt minutes) {
    private static final String MINUTES = "code-minutes";
    private static final int LONGEST_VALIDITY = 90;

    static WhatsAppCodeText from(Options options) {
        return new WhatsAppCodeText(
                options.flag("security-advice", false),
                options.text(MINUTES).isPresent()
                        ? OptionalInt.of(options.number(MINUTES, 1, 1, LONGEST_VALIDITY))
                        : OptionalInt.empty());
    }

    FixedText fixedText() {
        StringBuilder text = new StringBuilder("{{code}} is your verification code.");
        if (securityAdvice) {
            text.append(" For your security, do not share this code.");
        }
        minutes.ifPresent(
                count -> text.append("\nThis code expires in ").append(count).append(" minutes."));
        return new FixedText(text.toString());
    }
}
