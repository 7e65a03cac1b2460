package io.chatauth.channel.whatsapp.internal;

import io.chatauth.spi.OptionException;
import io.chatauth.spi.Options;
import io.chatauth.template.Capabilities.FixedText;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What can be chosen for WhatsApp: what little one can of the text of an authentication template. The words are those of
 * Meta's documentation of template previews, which has them in two languages; in others WhatsApp shows its own translation.
 *
 * @param securityAdvice whether it ends with the advice not to share the code
 * @param minutes the minutes in the footer, 1 to 90; empty for no footer
 * @param oneTap the app that takes the code by itself; empty for a button that copies it
 */
record WhatsAppOptions(boolean securityAdvice, OptionalInt minutes, Optional<OneTap> oneTap) {
    /**
     * An Android app.
     *
     * @param packageName its package
     * @param signature the hash of its signing key, 11 characters
     * @param label the words on the button that fills in the code; empty for WhatsApp's own
     */
    record OneTap(String packageName, String signature, Optional<String> label) {}

    private static final String PACKAGE = "one-tap-package";
    private static final String SIGNATURE = "one-tap-signature";
    private static final String LABEL = "one-tap-label";
    private static final int SIGNATURE_LENGTH = 11;
    private static final int LONGEST_LABEL = 25;
    private static final String MINUTES = "code-minutes";
    private static final int LONGEST_VALIDITY = 90;

    static WhatsAppOptions from(Options options) {
        return new WhatsAppOptions(
                options.flag("security-advice", false),
                options.text(MINUTES).isPresent()
                        ? OptionalInt.of(options.number(MINUTES, 1, 1, LONGEST_VALIDITY))
                        : OptionalInt.empty(),
                oneTap(options));
    }

    private static Optional<OneTap> oneTap(Options options) {
        if (Stream.of(PACKAGE, SIGNATURE, LABEL)
                .allMatch(name -> options.text(name).isEmpty())) {
            return Optional.empty();
        }
        String signature = options.requiredText(SIGNATURE);
        if (signature.length() != SIGNATURE_LENGTH) {
            throw new OptionException(options.nameOf(SIGNATURE) + " has " + signature.length()
                    + " characters, expected the " + SIGNATURE_LENGTH + " of an app's signing key hash");
        }
        Optional<String> label = options.text(LABEL);
        if (label.filter(words -> words.length() > LONGEST_LABEL).isPresent()) {
            throw new OptionException(options.nameOf(LABEL) + " is longer than " + LONGEST_LABEL + " characters");
        }
        return Optional.of(new OneTap(options.requiredText(PACKAGE), signature, label));
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
