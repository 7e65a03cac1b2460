package io.chatauth;

import io.chatauth.internal.text.Masking;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The countries that messages may go to: an explicit choice, because messages to numbers abroad are what fraudsters earn
 * money with. Immutable and safe for use by many threads.
 */
public final class Countries {
    // Phone numbers name three places that ISO 3166-1 does not assign (Ascension, Tristan da Cunha, Kosovo), and 001
    // stands
    // for numbers of no country (UN M.49: the world).
    private static final Set<String> BEYOND_ISO = Set.of("AC", "TA", "XK", "001");
    private static final Set<String> KNOWN = known();
    private static final Countries ALL = new Countries(KNOWN, true);
    private static final Countries NONE = new Countries(Set.of(), false);

    private final Set<String> codes;
    private final boolean all;

    private Countries(Set<String> codes, boolean all) {
        this.codes = codes;
        this.all = all;
    }

    /**
     * Only these countries.
     *
     * @param codes at least one ISO 3166-1 alpha-2 code, in any case, such as {@code GB}; also {@code XK}, {@code AC} and
     *     {@code TA}, which phone numbers know, and {@code 001} for numbers of no country
     * @return the countries
     * @throws IllegalArgumentException if there is no code, or some are unknown; all of them are named
     */
    public static Countries of(String... codes) {
        Set<String> chosen = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        for (String code : codes) {
            String upper = code.strip().toUpperCase(Locale.ROOT);
            (KNOWN.contains(upper) ? chosen : unknown).add(upper);
        }
        if (!unknown.isEmpty()) {
            List<String> shown = unknown.stream().map(Masking::clean).toList();
            throw new IllegalArgumentException(shown + (shown.size() == 1 ? " is no code" : " are no codes")
                    + " of ISO 3166-1 alpha-2, which has two letters such as GB (and not UK)");
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("name at least one country, or allow all with Countries.all()");
        }
        return new Countries(chosen, false);
    }

    /**
     * Every country, and numbers of no country.
     *
     * @return all countries
     */
    public static Countries all() {
        return ALL;
    }

    /**
     * Nothing chosen yet: no country is allowed.
     *
     * @return no country
     */
    public static Countries none() {
        return NONE;
    }

    /**
     * Tells whether nothing was chosen.
     *
     * @return true for {@link #none()}
     */
    public boolean isUnset() {
        return codes.isEmpty();
    }

    /**
     * Tells whether a number of this country may be written to.
     *
     * @param region an ISO 3166-1 alpha-2 code in capitals, or {@code 001}
     * @return true if it was chosen
     */
    public boolean allows(String region) {
        return all || codes.contains(region);
    }

    /**
     * Compares the choice.
     *
     * @param other another object
     * @return true if both allow the same
     */
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Countries that && all == that.all && codes.equals(that.codes);
    }

    /**
     * Hashes the choice.
     *
     * @return the hash
     */
    @Override
    public int hashCode() {
        return Objects.hash(codes, all);
    }

    /**
     * Says the choice.
     *
     * @return the codes in order, {@code all} or {@code none}
     */
    @Override
    public String toString() {
        return all ? "all" : codes.isEmpty() ? "none" : String.join(", ", codes);
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        known.addAll(BEYOND_ISO);
        return known;
    }
}
