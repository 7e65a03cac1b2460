package io.chatauth.channel.viber.internal;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The language codes that a template can be registered with: the enum {@code TemplateLang} of the template API. */
final class ViberLanguages {
    static final Set<String> CODES = Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList("""
            ar hy be bs bg my hr cs da nl en fi fr ka de el he hu id it ja ne no fa pl ro ru sr sk sl es sv th tr uk vi
            zh-Hans zh-Hant pt_BR pt_PT fr_FR es_ES""".split("\\s+"))));

    private ViberLanguages() {}

    /** Finds the code, or that of the language without its region, in Viber's spelling. */
    static Optional<String> find(String language) {
        String wanted = normal(language);
        return CODES.stream()
                .filter(code -> normal(code).equals(wanted))
                .findFirst()
                .or(() -> CODES.stream().filter(wanted.split("_", 2)[0]::equals).findFirst());
    }

    private static String normal(String code) {
        return code.replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
