package io.chatauth.channel.whatsapp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.spi.OptionException;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.FixedText;
import io.chatauth.template.Category;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhatsAppCapabilitiesTest {
    private final Capabilities capabilities = WhatsAppSamples.FIXTURE.channel().capabilities();

    @Test
    void languagesAreThoseOfTheTemplateApi() {
        assertEquals(108, capabilities.languages().size(), "the enum has 109 values, one of them is 'unknown'");
        assertTrue(capabilities.languages().containsAll(List.of("en", "en_GB", "af", "zu", "sl", "es", "et", "sw")));
        assertFalse(capabilities.languages().contains("GB"));
        assertFalse(capabilities.languages().contains("unknown"));
        assertFalse(capabilities.languages().contains(""));
    }

    @Test
    void everyKindOfButtonIsShownAndACallButtonNeverVaries() {
        for (ButtonKind kind : ButtonKind.values()) {
            assertEquals(25, capabilities.button(kind).orElseThrow().maxLabel());
            assertEquals(
                    kind != ButtonKind.CALL_PHONE,
                    capabilities.button(kind).orElseThrow().variable());
        }
        assertEquals(10, capabilities.maxButtons());
    }

    @Test
    void phoneNumbersAndUserIdsAreReached() {
        assertEquals(Set.of(Address.Kind.PHONE, Address.Kind.USER_ID), capabilities.recipients());
    }

    @Test
    void templateNamesAreLowerCase() {
        assertTrue(capabilities.templateName().matcher("card_activation").matches());
        assertFalse(capabilities.templateName().matcher("Card_activation").matches());
    }

    @Test
    void fixedTextFollowsTheOptionsInTheLanguagesThatAreDocumented() {
        FixedText plain = capabilities.fixedText(Category.AUTHENTICATION).orElseThrow();
        FixedText full = WhatsAppSamples.FIXTURE
                .with(Map.of("security-advice", "true", "code-minutes", "5"))
                .channel()
                .capabilities()
                .fixedText(Category.AUTHENTICATION)
                .orElseThrow();

        assertEquals(Optional.of("{{code}} is your verification code."), plain.in("en_GB"));
        assertEquals(Optional.of("Tu código de verificación es {{code}}."), plain.in("es_ES"));
        assertEquals(
                Optional.of("{{code}} is your verification code. For your security, do not share this code."
                        + "\nThis code expires in 5 minutes."),
                full.in("en"));
        assertEquals(
                Optional.of("Tu código de verificación es {{code}}. Por tu seguridad, no lo compartas."
                        + "\nEste código caduca en 5 minutos."),
                full.in("es_ES"));
        for (String language : List.of("de", "es", "ko", "ja", "th", "vi", "ar")) {
            assertEquals(Optional.empty(), plain.in(language), language);
        }
        assertEquals(Optional.empty(), capabilities.fixedText(Category.UTILITY));
    }

    @Test
    void impossibleValidityIsRefusedByItsFullName() {
        OptionException wrong = assertThrows(
                OptionException.class,
                () -> WhatsAppSamples.FIXTURE.with(Map.of("code-minutes", "91")).channel());

        assertTrue(wrong.getMessage().startsWith("chatauth.channel.whatsapp.code-minutes is '91'"), wrong.getMessage());
    }
}
