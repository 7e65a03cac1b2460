package io.chatauth.internal.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.chatauth.Address;
import io.chatauth.RequestException;
import io.chatauth.internal.text.Masking;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads phone numbers with Google's libphonenumber.
 *
 * <ul>
 *   <li>{@code +…} is international. So is {@code 00…}, the prefix that ITU-T E.123 and most countries use; where the
 *       configured region reads such a number in another way that is valid too, it is refused as ambiguous.
 *   <li>Anything else is national and needs a configured region; without one it is refused, never guessed.
 *   <li>A number is accepted when its country and its length fit, not only when its range is known to be in use: numbering
 *       plans change faster than any metadata, and the ranges that regulators keep for examples (Ofcom's 07700 900xxx) are
 *       in no plan. A range in nobody's plan belongs to the main country of its calling code.
 *   <li>Two retired spellings that chat apps still use become today's number, so that no one has two: Mexico's {@code +52 1}
 *       and Brazil's mobile numbers without the ninth digit. Argentina's {@code +54 9} stays apart from {@code +54},
 *       because a number alone does not tell a mobile from a fixed line there.
 * </ul>
 */
public final class LibPhoneNumbers implements PhoneNumbers {
    private static final String NO_REGION = "ZZ";
    private static final int BRAZIL = 55;
    /** ITU-T E.164, section 6.2.1. The library knows longer ones in some countries; no provider takes them. */
    private static final int MOST_DIGITS = 15;

    private static final Pattern OLD_BRAZILIAN_MOBILE = Pattern.compile("([1-9]{2})([6-9]\\d{7})");

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private final NumberingPlans plans = new NumberingPlans(util);
    private final Optional<String> region;

    /**
     * Reads national numbers as those of one country, or not at all.
     *
     * @param region ISO 3166-1 alpha-2, in any case; empty refuses national numbers
     * @throws IllegalArgumentException if the region is unknown
     */
    public LibPhoneNumbers(Optional<String> region) {
        this.region = region.map(code -> code.strip().toUpperCase(Locale.ROOT));
        this.region.ifPresent(code -> {
            if (!util.getSupportedRegions().contains(code)) {
                throw new IllegalArgumentException("chatauth.region is '" + Masking.clean(code)
                        + "', expected the ISO 3166-1 alpha-2 code of a country, such as GB");
            }
        });
    }

    @Override
    public ParsedPhone parse(String raw) {
        String written = WrittenNumber.reduce(raw);
        if (written.startsWith("+")) {
            return canonical(written, international(written, written));
        }
        if (written.startsWith("00")) {
            return canonical(written, withItuPrefix(written));
        }
        String home = region.orElseThrow(() -> new RequestException(which(written)
                + " has no country code; write it as + and country code, or set chatauth.region to the country"
                + " whose national numbers are meant"));
        return canonical(written, read(written, written, home));
    }

    private PhoneNumber withItuPrefix(String written) {
        String international = "+" + written.substring(2);
        if (region.isEmpty()) {
            return international(written, international);
        }
        Optional<PhoneNumber> abroad = tryRead(international, NO_REGION);
        Optional<PhoneNumber> dialled = tryRead(written, region.get()).filter(util::isValidNumber);
        if (dialled.isEmpty() || dialled.equals(abroad)) {
            return international(written, international);
        }
        if (abroad.filter(util::isValidNumber).isPresent()) {
            throw new RequestException(which(written) + " is one number abroad and another one as dialled in "
                    + region.get() + "; write it as + and country code");
        }
        return dialled.get();
    }

    private PhoneNumber international(String written, String number) {
        return read(written, isOldMexicanMobile(number) ? "+52" + number.substring(4) : number, NO_REGION);
    }

    private static boolean isOldMexicanMobile(String number) {
        return number.startsWith("+521") && number.length() == "+521".length() + 10;
    }

    private ParsedPhone canonical(String written, PhoneNumber number) {
        ValidationResult length = util.isPossibleNumberWithReason(number);
        if (length != ValidationResult.IS_POSSIBLE) {
            throw new RequestException(which(written) + " " + problem(length) + " a number of +"
                    + number.getCountryCode() + "; write it whole, as + and country code");
        }
        PhoneNumber current = withNinthDigit(number);
        String e164 = util.format(current, PhoneNumberFormat.E164);
        if (e164.length() - 1 > MOST_DIGITS) {
            throw new RequestException(which(written) + " has more than the " + MOST_DIGITS
                    + " digits of an international number; write it as + and country code, without what follows it");
        }
        // Each reading drops one national prefix; a number that loses another one has no single form.
        // One that was written in this form has just been read from it.
        boolean same = e164.equals(written) && current.equals(number);
        if (!same && !read(written, e164, NO_REGION).equals(current)) {
            throw new RequestException(which(written) + " has the prefix for calls within its country more than once;"
                    + " write it as + and country code, without that prefix");
        }
        return new ParsedPhone(Address.phone(e164), plans.region(current));
    }

    private PhoneNumber withNinthDigit(PhoneNumber number) {
        if (number.getCountryCode() != BRAZIL || util.isValidNumber(number)) {
            return number;
        }
        Matcher old = OLD_BRAZILIAN_MOBILE.matcher(util.getNationalSignificantNumber(number));
        return old.matches()
                ? tryRead("+" + BRAZIL + old.group(1) + "9" + old.group(2), NO_REGION)
                        .filter(util::isValidNumber)
                        .orElse(number)
                : number;
    }

    private PhoneNumber read(String written, String number, String home) {
        Optional<PhoneNumber> plain = plans.read(number);
        if (plain.isPresent()) {
            return plain.get();
        }
        try {
            return util.parse(number, home);
        } catch (NumberParseException unreadable) {
            throw new RequestException(which(written) + " " + problem(unreadable.getErrorType())
                    + "; write it whole, as + and country code");
        }
    }

    private Optional<PhoneNumber> tryRead(String number, String home) {
        try {
            return Optional.of(util.parse(number, home));
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    private static String which(String written) {
        return "the phone number " + Masking.number(written);
    }

    private static String problem(ValidationResult length) {
        return switch (length) {
            case TOO_SHORT -> "is too short for";
            case IS_POSSIBLE_LOCAL_ONLY -> "lacks the area code of";
            case TOO_LONG -> "is too long for";
            default -> "has no possible length for";
        };
    }

    private static String problem(NumberParseException.ErrorType type) {
        return switch (type) {
            case INVALID_COUNTRY_CODE -> "has a country code that does not exist";
            case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> "is too short";
            case TOO_LONG -> "is too long";
            default -> "can't be read";
        };
    }
}
