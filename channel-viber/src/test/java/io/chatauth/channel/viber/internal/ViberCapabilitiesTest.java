package io.chatauth.channel.viber.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.spi.OptionException;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.TextMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViberCapabilitiesTest {
    private final Capabilities capabilities = ViberSamples.FIXTURE.channel().capabilities();

    @Test
    void textIsFreeAndAnswersAreTexts() {
        assertEquals(TextMode.FREE_TEXT, capabilities.textMode());
        assertEquals(1000, capabilities.maxBody());
        assertEquals(Set.of(Evidence.TEXT), capabilities.inbound(Address.Kind.PHONE));
        assertEquals(Set.of(Address.Kind.PHONE), capabilities.recipients());
        assertTrue(capabilities.languages().isEmpty());
        assertEquals(Optional.empty(), capabilities.templateKey(Address.Kind.PHONE));
        assertEquals(Optional.empty(), capabilities.button(ButtonKind.COPY_CODE));
    }

    @Test
    void registeredTemplatesHaveNoButtonsButIdsAndLanguages() {
        Capabilities registered = ViberSamples.FIXTURE
                .with(Map.of("registered-templates", "true"))
                .channel()
                .capabilities();

        assertEquals(TextMode.APPROVED_TEMPLATES, registered.textMode());
        assertEquals(0, registered.maxButtons());
        assertTrue(registered.templateKey(Address.Kind.PHONE).isPresent());
        assertEquals(42, registered.languages().size(), "the enum has 42 values");
        assertTrue(registered.languages().containsAll(List.of("en", "zh-Hans", "pt_BR", "es_ES")));
        assertFalse(registered.languages().contains("en_GB"));
    }

    @Test
    void languageIsFoundInVibersSpellingOrWithoutItsRegion() {
        assertEquals(Optional.of("en"), ViberLanguages.find("en_GB"));
        assertEquals(Optional.of("zh-Hans"), ViberLanguages.find("zh_hans"));
        assertEquals(Optional.of("pt_BR"), ViberLanguages.find("pt-BR"));
        assertEquals(Optional.empty(), ViberLanguages.find("zu"));
    }

    @Test
    void activationCheckLeavesPlainTextOnly() {
        assertEquals(
                0,
                ViberSamples.FIXTURE
                        .with(Map.of("activation-check", "true"))
                        .channel()
                        .capabilities()
                        .maxButtons());
    }

    @Test
    void optionsThatExcludeEachOtherAreRefusedByTheirFullNames() {
        OptionException wrong = assertThrows(
                OptionException.class,
                () -> ViberSamples.FIXTURE
                        .with(Map.of("activation-check", "true", "registered-templates", "true"))
                        .channel());

        assertTrue(wrong.getMessage().startsWith("chatauth.channel.viber.activation-check"), wrong.getMessage());
    }
}
