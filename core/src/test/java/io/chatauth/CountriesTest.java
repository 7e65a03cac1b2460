package io.chatauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.junit.jupiter.api.Test;

class CountriesTest {
    @Test
    void onlyChosenCountriesAreAllowed() {
        Countries countries = Countries.of("gb", " DE ");

        assertTrue(countries.allows("GB"));
        assertTrue(countries.allows("DE"));
        assertFalse(countries.allows("FR"));
        assertFalse(countries.allows("001"));
        assertFalse(countries.isUnset());
        assertEquals("DE, GB", countries.toString());
        assertEquals(Countries.of("DE", "GB"), countries);
        assertEquals(Countries.of("DE", "GB").hashCode(), countries.hashCode());
    }

    @Test
    void allAllowsEverythingAndNoneNothing() {
        assertTrue(Countries.all().allows("FR"));
        assertTrue(Countries.all().allows("001"));
        assertFalse(Countries.all().isUnset());
        assertFalse(Countries.none().allows("GB"));
        assertTrue(Countries.none().isUnset());
        assertNotEquals(Countries.all(), Countries.none());
        assertEquals("all", Countries.all().toString());
        assertEquals("none", Countries.none().toString());
    }

    @Test
    void allUnknownCodesAreNamed() {
        String message = assertThrows(IllegalArgumentException.class, () -> Countries.of("GB", "UK", "Germany", "D\nE"))
                .getMessage();

        assertTrue(message.startsWith("[D?E, GERMANY, UK] are no codes"), message);
        assertThrows(IllegalArgumentException.class, Countries::of);
    }

    @Test
    void everyCountryThatPhoneNumbersKnowCanBeChosen() {
        for (String region : PhoneNumberUtil.getInstance().getSupportedRegions()) {
            assertTrue(Countries.of(region).allows(region), region);
        }
        assertTrue(Countries.of("001").allows("001"));
    }
}
