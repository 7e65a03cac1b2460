package io.chatauth.channel.zalo.internal;

import io.chatauth.spi.OptionException;
import io.chatauth.spi.Options;
import io.chatauth.template.Capabilities.FixedText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be chosen for Zalo's templates.
 *
 * @param codeParameter what authentication templates call the code
 * @param securityWarning the words below the code
 * @param logo the logo; empty for none
 * @param labelLength how many characters a value has at most that is neither a code nor part of a link
 */
record ZaloOptions(String codeParameter, String securityWarning, Optional<Logo> logo, int labelLength) {
    static final String PREFIX = "chatauth.channel.zalo.";
    private static final String PARAMETER = "code-parameter";
    private static final String WARNING = "security-warning";
    static final String LABEL_LENGTH = "label-length";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,20}");
    private static final int SHORTEST_WARNING = 9;
    private static final int LONGEST_WARNING = 400;

    /** What Zalo takes in a parameter of the type CUSTOM_LABELS, which templates are registered with here. */
    private static final int LABEL = 30;

    /** What it takes in the longest of the other types. */
    private static final int LONGEST_VALUE = 200;

    /**
     * A logo by its media ids.
     *
     * @param light for light screens
     * @param dark for dark screens
     */
    record Logo(String light, String dark) {}

    static ZaloOptions from(Options options) {
        String parameter = options.text(PARAMETER).orElse("otp");
        if (!NAME.matcher(parameter).matches()) {
            throw new OptionException(PREFIX + PARAMETER
                    + " is no name of a parameter; give 1 to 20 letters, digits, hyphens and underscores");
        }
        String warning = options.text(WARNING).orElse("Do not share this code with anyone.");
        if (warning.length() < SHORTEST_WARNING || warning.length() > LONGEST_WARNING || warning.contains("{{")) {
            throw new OptionException(PREFIX + WARNING + " has " + warning.length() + " characters; give "
                    + SHORTEST_WARNING + " to " + LONGEST_WARNING + ", without placeholders");
        }
        Optional<String> light = options.text("logo-light");
        Optional<String> dark = options.text("logo-dark");
        if (light.isPresent() != dark.isPresent()) {
            throw new OptionException(PREFIX + (light.isPresent() ? "logo-dark" : "logo-light")
                    + " is not set, and a logo has both; set it, or remove the other");
        }
        return new ZaloOptions(
                parameter,
                warning,
                light.map(id -> new Logo(id, dark.orElseThrow())),
                options.number(LABEL_LENGTH, LABEL, LABEL, LONGEST_VALUE));
    }

    /** What people read: the code large, and the warning below it. */
    FixedText fixedText() {
        return new FixedText("{{code}}\n" + securityWarning);
    }
}
