package io.chatauth.internal.address;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import com.google.i18n.phonenumbers.metadata.source.RegionMetadataSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Short ways through the library for most numbers, with its own metadata: it tries some thirty patterns on each number to find
 * what was written carelessly and which kind of line it is, and that is a third of what a message costs. What a short way
 * can't tell for certain is left to the library, so no number is read in another way. Safe for use by many threads.
 */
final class NumberingPlans {
    private static final int LONGEST_CODE = 3;
    private static final int CODES = 1000;
    /** What has fewer or more digits after the calling code is none of most numbers. */
    private static final int FEWEST_DIGITS = 5;

    private static final int MOST_DIGITS = 14;

    private final PhoneNumberUtil util;
    private final RegionMetadataSource metadata =
            DefaultMetadataDependenciesProvider.getInstance().getPhoneNumberMetadataSource();
    private final boolean[] known = new boolean[CODES];
    private final AtomicReferenceArray<NumberingPlan> plans = new AtomicReferenceArray<>(CODES);

    NumberingPlans(PhoneNumberUtil util) {
        this.util = util;
        util.getSupportedCallingCodes().forEach(code -> known[code] = true);
    }

    /**
     * Reads a number as the library does, if it is written plainly: a plus, a calling code, and a national number that begins
     * with nothing that the library drops.
     *
     * @param written a plus, perhaps, and digits
     * @return the number; empty if the library must read it
     */
    Optional<PhoneNumber> read(String written) {
        int end = endOfCode(written);
        if (end < 0) {
            return Optional.empty();
        }
        String national = written.substring(end);
        if (national.length() < FEWEST_DIGITS || national.length() > MOST_DIGITS || national.charAt(0) == '0') {
            return Optional.empty();
        }
        int code = Integer.parseInt(written, 1, end, 10);
        return plan(code).mayDropFrom(national)
                ? Optional.empty()
                : Optional.of(new PhoneNumber().setCountryCode(code).setNationalNumber(Long.parseLong(national)));
    }

    /**
     * Finds the region of a number: that in whose plan it is, else the main one of its calling code.
     *
     * @param number the number
     * @return ISO 3166-1 alpha-2
     */
    String region(PhoneNumber number) {
        int code = number.getCountryCode();
        List<String> regions = util.getRegionCodesForCountryCode(code);
        if (regions.size() == 1
                || (regions.size() > 1 && !plan(code).mayBelongToOthers(util.getNationalSignificantNumber(number)))) {
            return regions.get(0);
        }
        String owner = util.getRegionCodeForNumber(number);
        return owner == null ? util.getRegionCodeForCountryCode(code) : owner;
    }

    /** Calling codes are such that none begins another one; -1 if there is none, or no plus. */
    private int endOfCode(String written) {
        if (!written.startsWith("+") || written.length() <= LONGEST_CODE + 1 || written.charAt(1) == '0') {
            return -1;
        }
        int code = 0;
        for (int end = 2; end <= LONGEST_CODE + 1; end++) {
            code = code * 10 + written.charAt(end - 1) - '0';
            if (known[code]) {
                return end;
            }
        }
        return -1;
    }

    private NumberingPlan plan(int code) {
        NumberingPlan plan = plans.get(code);
        if (plan == null) {
            plan = NumberingPlan.of(util.getRegionCodesForCountryCode(code), metadata);
            plans.set(code, plan);
        }
        return plan;
    }
}
