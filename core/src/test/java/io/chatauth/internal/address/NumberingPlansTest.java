package io.chatauth.internal.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NumberingPlansTest {
    private static final int RANDOM_PER_REGION = 300;

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private final NumberingPlans plans = new NumberingPlans(util);

    /** Numbers of every kind in every region, each also with digits changed, in front of it and left out. */
    private List<String> numbers() {
        Random random = new Random(7);
        List<String> all = new ArrayList<>();
        for (String region : new TreeSet<>(util.getSupportedRegions())) {
            String code = "+" + util.getCountryCodeForRegion(region);
            List<String> nationals = new ArrayList<>();
            for (PhoneNumberType type : PhoneNumberType.values()) {
                Optional.ofNullable(util.getExampleNumberForType(region, type))
                        .map(util::getNationalSignificantNumber)
                        .ifPresent(nationals::add);
            }
            String prefix = Optional.ofNullable(util.getNddPrefixForRegion(region, true))
                    .orElse("0");
            for (int i = 0; i < RANDOM_PER_REGION; i++) {
                StringBuilder changed = new StringBuilder(nationals.get(random.nextInt(nationals.size())));
                for (int changes = random.nextInt(4); changes > 0; changes--) {
                    changed.setCharAt(random.nextInt(changed.length()), (char) ('0' + random.nextInt(10)));
                }
                switch (random.nextInt(8)) {
                    case 0 -> changed.insert(0, prefix);
                    case 1 -> changed.insert(0, random.nextInt(100));
                    case 2 -> changed.append(random.nextInt(1000));
                    case 3 -> changed.setLength(1 + random.nextInt(changed.length()));
                    default -> {}
                }
                all.add(code + changed);
            }
            nationals.forEach(national -> all.add(code + national));
        }
        for (int i = 0; i < 20_000; i++) {
            String digits = Long.toString(random.nextLong() >>> 1);
            all.add("+" + digits.substring(0, 1 + random.nextInt(digits.length())));
        }
        all.addAll(List.of("", "+", "+4", "+44", "+440", "+0044", "+80012345678", "+97912345678", "441134960000"));
        return all;
    }

    private Optional<PhoneNumber> byTheLibrary(String number) {
        try {
            return Optional.of(util.parse(number, "ZZ"));
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    @Test
    void theShortWayReadsEveryNumberAsTheLibraryDoesOrNotAtAll() {
        int plain = 0;
        int all = 0;
        for (String number : numbers()) {
            Optional<PhoneNumber> read = plans.read(number);
            if (read.isPresent()) {
                assertEquals(byTheLibrary(number), read, number);
                plain++;
            }
            all++;
        }
        assertTrue(plain > all / 2, plain + " of " + all + " go the short way");
    }

    @Test
    void theShortWayFindsTheRegionThatTheLibraryFinds() {
        for (String written : numbers()) {
            byTheLibrary(written).ifPresent(number -> {
                String owner = util.getRegionCodeForNumber(number);
                assertEquals(
                        owner == null ? util.getRegionCodeForCountryCode(number.getCountryCode()) : owner,
                        plans.region(number),
                        written);
            });
        }
    }

    @Test
    void aNumberOfASmallRegionIsNotTakenForOneOfTheMainRegion() throws NumberParseException {
        assertEquals("JE", plans.region(util.parse("+447797712345", "ZZ")));
        assertEquals("GB", plans.region(util.parse("+447400000000", "ZZ")));
        assertEquals("CA", plans.region(util.parse("+15062345678", "ZZ")));
        assertEquals("US", plans.region(util.parse("+12015550123", "ZZ")));
        assertEquals("VA", plans.region(util.parse("+390669812345", "ZZ")));
        assertEquals("KZ", plans.region(util.parse("+77710009998", "ZZ")));
    }
}
