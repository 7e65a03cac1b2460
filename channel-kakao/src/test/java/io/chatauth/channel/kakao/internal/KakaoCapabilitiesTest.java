package io.chatauth.channel.kakao.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.spi.Channel;
import io.chatauth.template.AdaptationNote;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Report;
import io.chatauth.template.TemplateRefusedException;
import io.chatauth.testkit.SampleTemplates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KakaoCapabilitiesTest {
    private final Channel channel = KakaoSamples.FIXTURE.channel();
    private final Capabilities capabilities = channel.capabilities();

    @Test
    void onlyLinksAreButtonsAndTheyMayDiffer() {
        assertEquals(Optional.of(new ButtonSupport(5, 28, true)), capabilities.button(ButtonKind.OPEN_URL));
        assertEquals(Optional.empty(), capabilities.button(ButtonKind.CALL_PHONE));
        assertEquals(Optional.empty(), capabilities.button(ButtonKind.QUICK_REPLY));
        assertEquals(Optional.empty(), capabilities.button(ButtonKind.COPY_CODE));
        assertEquals(500, capabilities.maxUrl());
        assertEquals(Optional.empty(), capabilities.personalLinksRefused());
    }

    @Test
    void phoneNumbersAreReachedInTwoLanguagesAndNobodyAnswers() {
        assertEquals(Set.of(Address.Kind.PHONE), capabilities.recipients());
        assertEquals(Set.of("ko", "en"), capabilities.languages());
        assertEquals(Set.of(), capabilities.inbound());
        assertEquals(Set.of(Report.DELIVERED), capabilities.reports());
        assertTrue(channel.templateRegistry().isEmpty());
    }

    @Test
    void templateIsKnownByACodeOnly() {
        assertTrue(capabilities.templateKey().orElseThrow().matcher("otp_v1").matches());
        assertFalse(
                capabilities.templateKey().orElseThrow().matcher("x".repeat(31)).matches());
        assertFalse(capabilities.templateKey().orElseThrow().matcher("").matches());
    }

    @Test
    void numberToCallIsWrittenForAReader() {
        AdaptedTemplate adapted = channel.adapt(KakaoSamples.FIXTURE.id(), SampleTemplates.call());

        assertEquals(
                "Hello {{name}}, your new card is ready. Call us to activate it.\nContact us: +44 113 496 0999",
                adapted.body());
        assertEquals(
                List.of(AdaptationNote.Kind.CALL_INLINED),
                adapted.notes().stream().map(AdaptationNote::kind).toList());
    }

    @Test
    void questionIsRefusedAndACodeIsProposed() {
        TemplateRefusedException refused = assertThrows(
                TemplateRefusedException.class,
                () -> channel.adapt(KakaoSamples.FIXTURE.id(), SampleTemplates.question()));

        assertTrue(refused.getMessage().contains("ask for a code instead"), refused.getMessage());
    }
}
