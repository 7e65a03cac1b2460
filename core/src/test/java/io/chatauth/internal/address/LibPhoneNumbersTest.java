package io.chatauth.internal.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.chatauth.Address;
import io.chatauth.RequestException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibPhoneNumbersTest {
    private final PhoneNumbers anywhere = new LibPhoneNumbers(Optional.empty());
    private final PhoneNumbers british = new LibPhoneNumbers(Optional.of("gb"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+493023125000",
                "+49 30 23125000",
                "+49 (0)30 23125000",
                "0049 30 23125000",
                "00493023125000",
                "+49-30-2312.5000",
                "+49/30/23125000",
                "\u200f+49 30 23125000",
                "\u202a+493023125000\u202c",
                "\u2066+49\u00a030\u200723125000\u2069",
                "+49\u201330\u221223125000",
                "\uff0b\uff14\uff19\uff13\uff10\uff12\uff13\uff11\uff12\uff15\uff10\uff10\uff10",
                "+\u0664\u0669\u0663\u0660\u0662\u0663\u0661\u0662\u0665\u0660\u0660\u0660",
                "+\u06f4\u06f9\u06f3\u06f0\u06f2\u06f3\u06f1\u06f2\u06f5\u06f0\u06f0\u06f0",
                "\u0966\u0966\u096a\u096f \u0969\u0966 \u0968\u0969\u0967\u0968\u096b\u0966\u0966\u0966",
                " +49 30 23125000\n",
                "+49\u00ad3023125000"
            })
    void everyWritingIsTheSameNumber(String written) {
        assertEquals(new ParsedPhone(Address.phone("+493023125000"), "DE"), anywhere.parse(written));
        assertEquals(new ParsedPhone(Address.phone("+493023125000"), "DE"), british.parse(written));
    }

    @ParameterizedTest
    @CsvSource({
        "+441134960000, +441134960000, GB",
        "+441134960001, +441134960001, GB",
        "+447700900123, +447700900123, GB",
        "+44 (0)7700 900123, +447700900123, GB",
        "+447781123456, +447781123456, GG",
        "+447624123456, +447624123456, IM",
        "+12025550123, +12025550123, US",
        "+14165550123, +14165550123, CA",
        "+15551234567, +15551234567, US",
        "+12423591234, +12423591234, BS",
        "+33639980123, +33639980123, FR",
        "+77012345678, +77012345678, KZ",
        "+79161234567, +79161234567, RU",
        "+390612345678, +390612345678, IT",
        "+38343201234, +38343201234, XK",
        "+80012345678, +80012345678, 001",
        "+84912345678, +84912345678, VN",
        "+821012345678, +821012345678, KR",
        "+66812345678, +66812345678, TH"
    })
    void numbersBelongToTheirCountry(String written, String e164, String region) {
        assertEquals(new ParsedPhone(Address.phone(e164), region), anywhere.parse(written));
    }

    @ParameterizedTest
    @CsvSource({
        "+52 1 55 1234 5678, +525512345678",
        "0052 1 55 1234 5678, +525512345678",
        "+52 55 1234 5678, +525512345678",
        "+55 11 8765 4321, +5511987654321",
        "+55 11 98765 4321, +5511987654321",
        "+55 11 3123 4567, +551131234567",
        "+54 9 11 2345 6789, +5491123456789",
        "+54 11 15 2345 6789, +5491123456789"
    })
    void retiredSpellingsBecomeTodaysNumber(String written, String e164) {
        assertEquals(e164, anywhere.parse(written).e164().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0113 496 0000", "(0113) 496-0000", "113 496 0000", "00441134960000", "+441134960000"})
    void nationalFormsAreReadInTheConfiguredRegion(String written) {
        assertEquals(new ParsedPhone(Address.phone("+441134960000"), "GB"), british.parse(written));
    }

    @Test
    void prefixOfTheRegionIsReadToo() {
        PhoneNumbers american = new LibPhoneNumbers(Optional.of("US"));

        assertEquals(
                "+441134960000", american.parse("011 44 1134 960000").e164().value());
        assertEquals("+441134960000", american.parse("00 44 1134 960000").e164().value());
        assertEquals("+12025550123", american.parse("(202) 555-0123").e164().value());
    }

    @Test
    void zeroZeroThatMeansTwoNumbersIsRefused() {
        PhoneNumbers korean = new LibPhoneNumbers(Optional.of("KR"));

        // In Korea 001 leads abroad, here to +47 55550123 in Bergen; elsewhere 00 does, here to +1 475 555 0123.
        // 50123.
        assertEquals("+441134960000", korean.parse("001 44 1134 960000").e164().value());
        assertRefused(korean, "001 475 555 0123", "one number abroad and another one as dialled in KR");
    }

    @ParameterizedTest
    @CsvSource({
        "0113 496 0000, has no country code; write it as + and country code",
        "441134960000, or set chatauth.region",
        "1-800-FLOWERS, has letters",
        "+1 800 FLOWERS, has letters",
        "+44 1134 960000 ext 12, has an extension",
        "+44 1134 960000x12, has an extension",
        "+44 1134 960000#12, has an extension",
        "'+44 1134 960000,12', has an extension",
        "tel:+441134960000, has letters",
        "++441134960000, has a plus inside",
        "+44+1134960000, has a plus inside",
        "+44 1134 960000!, has the character U+0021",
        "+44 1134 96\u0007000, has the character U+0007",
        "+44113, is too short for a number of +44",
        "+44113496, lacks the area code of a number of +44",
        "+44113496000012345, is too long for a number of +44",
        "+44113496000012345678, is too long",
        "+4939018209390182, has more than the 15 digits of an international number",
        "+999123456, has a country code that does not exist",
        "+43 0000 3900802, has the prefix for calls within its country more than once",
        "+0441134960000, has a country code that does not exist",
        "+4, can't be read",
        "00, can't be read",
        "+, can't be read",
        "----, has no country code"
    })
    void whatIsNoNumberIsRefusedWithAdvice(String written, String said) {
        assertRefused(anywhere, written, said);
    }

    @Test
    void errorsMaskTheNumber() {
        for (String written :
                new String[] {"+44 1134 960000 ext 12", "+441134960000123456", "01134960000", "+1 800 FLOWERS"}) {
            String message = assertThrows(RequestException.class, () -> anywhere.parse(written))
                    .getMessage();
            assertFalse(message.contains("1134"), message);
            assertFalse(message.toLowerCase(java.util.Locale.ROOT).contains("flow"), message);
        }
    }

    @Test
    void unknownRegionIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> new LibPhoneNumbers(Optional.of("UK")))
                .getMessage();

        assertTrue(message.contains("chatauth.region is 'UK'"), message);
    }

    /** A canonical number that read again gives another would be a way around every limit. */
    @Test
    void canonicalNumbersStayAsTheyAre() {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        int checked = 0;
        for (String region : util.getSupportedRegions()) {
            PhoneNumbers home = new LibPhoneNumbers(Optional.of(region));
            for (PhoneNumberType type : new PhoneNumberType[] {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE}) {
                PhoneNumber example = util.getExampleNumberForType(region, type);
                if (example != null) {
                    String e164 = anywhere.parse(util.format(example, PhoneNumberFormat.E164))
                            .e164()
                            .value();
                    assertEquals(
                            e164,
                            anywhere.parse(util.format(example, PhoneNumberFormat.INTERNATIONAL))
                                    .e164()
                                    .value());
                    assertEquals(
                            e164,
                            anywhere.parse("00" + e164.substring(1)).e164().value());
                    assertEquals(
                            e164,
                            home.parse(util.format(example, PhoneNumberFormat.NATIONAL))
                                    .e164()
                                    .value());
                    assertEquals(e164, home.parse(e164).e164().value());
                    checked++;
                }
            }
        }
        assertTrue(checked > 400, "only " + checked);
    }

    @Test
    void whateverIsAcceptedIsAFixedPoint() {
        Random random = new Random(20_260_101);
        int accepted = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder number = new StringBuilder("+").append(1 + random.nextInt(9));
            for (int digits = 6 + random.nextInt(9); digits > 0; digits--) {
                number.append(random.nextInt(3) == 0 ? 0 : random.nextInt(10));
            }
            Optional<ParsedPhone> parsed = tryParse(number.toString());
            if (parsed.isPresent()) {
                accepted++;
                assertEquals(parsed, tryParse(parsed.get().e164().value()), () -> "from " + number);
            }
        }
        assertTrue(accepted > 10_000, "only " + accepted);
    }

    private Optional<ParsedPhone> tryParse(String number) {
        try {
            return Optional.of(anywhere.parse(number));
        } catch (RequestException refused) {
            return Optional.empty();
        }
    }

    private static void assertRefused(PhoneNumbers numbers, String written, String said) {
        String message = assertThrows(RequestException.class, () -> numbers.parse(written))
                .getMessage();
        assertTrue(message.contains(said), message);
    }
}
