package io.chatauth.internal.config;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.chatauth.Countries;
import io.chatauth.internal.text.Masking;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads countries from the configuration. */
final class CountryReader {
    private CountryReader() {}

    /** Reads a country code; without one, tells what is wrong. */
    static Optional<String> code(String text, Consumer<String> problem) {
        String code = text.toUpperCase(Locale.ROOT);
        Set<String> known = PhoneNumberUtil.getInstance().getSupportedRegions();
        if (known.contains(code)) {
            return Optional.of(code);
        }
        String meant = code.equals("UK") ? "; did you mean GB?" : "";
        problem.accept("'" + Masking.clean(text)
                + "' is no country that has phone numbers, expected ISO 3166 codes such as" + " GB" + meant);
        return Optional.empty();
    }

    /** Reads where messages may go; {@link Countries#none()} if nothing is said. */
    static Countries read(Values values, Consumer<String> problems) {
        Set<String> allowed = new TreeSet<>();
        boolean all = false;
        for (String text : values.list(Catalogue.COUNTRIES)) {
            if (text.equalsIgnoreCase("all")) {
                all = true;
            } else {
                code(text, what -> problems.accept(values.source(Catalogue.COUNTRIES) + ": " + what))
                        .ifPresent(allowed::add);
            }
        }
        if (all && !allowed.isEmpty()) {
            problems.accept(values.source(Catalogue.COUNTRIES)
                    + " has both 'all' and single countries, expected one or the other");
        }
        if (all) {
            return Countries.all();
        }
        return allowed.isEmpty() ? Countries.none() : Countries.of(allowed.toArray(String[]::new));
    }
}
