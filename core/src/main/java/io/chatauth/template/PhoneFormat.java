package io.chatauth.template;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Writes an international number the way people read it: the country's code, then groups. */
final class PhoneFormat {
    private static final int SHORT = 6;
    private static final int GROUP = 4;
    private static final int BRITAIN = 44;
    private static final int BRITISH_LENGTH = 10;

    private PhoneFormat() {}

    /**
     * Groups a number.
     *
     * @param number a plus and digits
     * @return the same digits with spaces or hyphens; a number that no country has is grouped all the same
     */
    static String international(String number) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        PhoneNumber parsed;
        try {
            parsed = library.parse(number, null);
        } catch (NumberParseException e) {
            // The codes that no country has are three digits long (ITU-T E.164).
            return number.length() <= SHORT
                    ? number
                    : number.substring(0, GROUP) + " " + groups(number.substring(GROUP));
        }
        String code = "+" + parsed.getCountryCode();
        String national = number.substring(code.length());
        boolean valid = library.isValidNumber(parsed);
        if (!valid && parsed.getCountryCode() == BRITAIN && national.length() == BRITISH_LENGTH) {
            // The library guesses an area that is not there; most British numbers are written four and six.
            return code + " " + national.substring(0, GROUP) + " " + national.substring(GROUP);
        }
        String formatted = library.format(parsed, PhoneNumberFormat.INTERNATIONAL);
        boolean grouped = !formatted.equals(code + " " + national);
        return sameDigits(formatted, number) && (grouped || valid) ? formatted : code + " " + groups(national);
    }

    private static boolean sameDigits(String formatted, String number) {
        return formatted.replaceAll("[^0-9]", "").equals(number.substring(1));
    }

    private static String groups(String digits) {
        if (digits.length() <= SHORT) {
            return digits;
        }
        int count = (digits.length() + GROUP - 1) / GROUP;
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int i = 0; i < count; i++) {
            int size = (digits.length() - from) / (count - i);
            out.append(i == 0 ? "" : " ").append(digits, from, from + size);
            from += size;
        }
        return out.toString();
    }
}
