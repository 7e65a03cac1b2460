package io.chatauth.internal.address;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.Countries;
import io.chatauth.RequestException;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.TextMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientsTest {
    private static final ChannelId CHANNEL = ChannelId.of("chat");
    private static final Capabilities PHONES = taking(Address.Kind.PHONE);
    private static final Capabilities IDS = taking(Address.Kind.USER_ID);
    private static final Capabilities BOTH = taking(Address.Kind.PHONE, Address.Kind.USER_ID);

    private final Recipients recipients = new Recipients(new LibPhoneNumbers(Optional.empty()));

    @Test
    void phoneNumberBecomesE164WithItsCountry() {
        assertEquals(
                new Canonical(Address.phone("+441134960000"), Optional.of("GB")),
                recipients.canonical(Address.phone("0044 1134 960000"), CHANNEL, PHONES, Countries.of("GB")));
    }

    @Test
    void countryOutsideTheChoiceIsRefused() {
        Address german = Address.phone("+49 30 23125000");
        String message = refusal(german, PHONES, Countries.of("GB", "FR"));

        assertTrue(
                message.contains("the country DE of the phone number +49********00 is not allowed for channel chat"),
                message);
        assertTrue(message.contains("(allowed: FR, GB); add DE to chatauth.countries"), message);
        assertTrue(refusal(german, PHONES, Countries.none()).contains("(allowed: none)"));
        assertEquals(
                Optional.of("DE"),
                recipients.canonical(german, CHANNEL, PHONES, Countries.all()).country());
    }

    @Test
    void kindThatTheChannelDoesNotTakeIsRefused() {
        String phone = refusal(Address.phone("+441134960000"), IDS, Countries.all());
        String id = refusal(Address.userId("U4af4980629"), PHONES, Countries.all());

        assertTrue(phone.contains("channel chat takes a user id, not the phone number +44********00"), phone);
        assertTrue(phone.contains("Address.userId(…)"), phone);
        assertTrue(id.contains("channel chat takes a phone number, not the user id"), id);
        assertFalse(id.contains("4980629"), id);
    }

    @ParameterizedTest
    @CsvSource({
        "U4af4980629, U4af4980629",
        "' U4af4980629 ', U4af4980629",
        "\uff35\uff14af4980629, U4af4980629",
        "GB.a1B2c3, GB.a1B2c3",
        "4567890123456789012, 4567890123456789012"
    })
    void userIdHasOneForm(String given, String canonical) {
        assertEquals(
                new Canonical(Address.userId(canonical), Optional.empty()),
                recipients.canonical(Address.userId(given), CHANNEL, BOTH, Countries.none()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "U4a\u202ef498",
                "U4a\u200bf498",
                "U4a\nf498",
                "U4a\u0000f498",
                "U4a\ud800f498",
                "U4a\ue000f498",
                "U4a\u2028f"
            })
    void userIdWithUnseenCharactersIsRefused(String given) {
        String message = refusal(Address.userId(given), IDS, Countries.all());

        assertTrue(message.contains("invisible character U+"), message);
        assertFalse(message.contains(given), message);
    }

    @Test
    void userIdThatGrowsTooLongIsRefused() {
        // U+FDFA becomes 18 characters under NFKC.
        String message = refusal(Address.userId("\ufdfa".repeat(10)), IDS, Countries.all());

        assertTrue(message.contains("has 180 characters, expected 1 to 150"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "441134960000",
                "+441134960000",
                "0044 1134-960000",
                "000000000441134960000",
                "\u0664\u0664\u0661\u0661\u0663\u0664\u0669\u0666\u0660\u0660\u0660\u0660"
            })
    void userIdCantSmuggleAPhoneNumber(String given) {
        String message = refusal(Address.userId(given), BOTH, Countries.all());

        assertTrue(message.contains("reads as a phone number"), message);
        assertEquals(
                Optional.empty(),
                recipients
                        .canonical(Address.userId(given), CHANNEL, IDS, Countries.all())
                        .country());
    }

    @Test
    void personIsTheSameByPhoneEverywhereAndByIdOnlyAtHome() {
        assertArrayEquals(
                new String[] {"phone", "+441134960000"},
                SubjectKey.parts(Address.phone("+441134960000"), CHANNEL, "sender"));
        assertArrayEquals(
                new String[] {"user", "chat", "sender", "U4af"},
                SubjectKey.parts(Address.userId("U4af"), CHANNEL, "sender"));
    }

    private String refusal(Address address, Capabilities capabilities, Countries countries) {
        return assertThrows(
                        RequestException.class, () -> recipients.canonical(address, CHANNEL, capabilities, countries))
                .getMessage();
    }

    private static Capabilities taking(Address.Kind... kinds) {
        return Capabilities.of(TextMode.FREE_TEXT).recipients(kinds).build();
    }
}
