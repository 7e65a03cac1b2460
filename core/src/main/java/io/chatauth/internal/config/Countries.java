package io.chatauth.internal.config;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.chatauth.internal.text.Masking;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The countries that messages may go to.
 *
 * @param all whether every country is allowed
 * @param allowed the allowed countries as ISO 3166 codes, empty if all are
 */
public record Countries(boolean all, Set<String> allowed) {
    /** Copies the codes. */
    public Countries {
        allowed = Set.copyOf(allowed);
    }

    /**
     * Tells whether messages may go to a country.
     *
     * @param country an ISO 3166 code in upper case
     * @return true if it is allowed
     */
    public boolean allows(String country) {
        return all || allowed.contains(country);
    }

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
        return new Countries(all, all ? Set.of() : allowed);
    }
}
