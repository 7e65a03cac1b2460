package io.chatauth.channel.line.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.spi.Channel;
import io.chatauth.spi.OptionException;
import io.chatauth.template.AdaptationNote;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Report;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import io.chatauth.testkit.SampleTemplates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineCapabilitiesTest {
    private final Channel channel = LineSamples.FIXTURE.channel();
    private final Capabilities capabilities = channel.capabilities();

    @Test
    void onlyLinksAreButtons() {
        assertEquals(Optional.of(new ButtonSupport(4, 20, true)), capabilities.button(ButtonKind.OPEN_URL));
        assertEquals(Optional.empty(), capabilities.button(ButtonKind.CALL_PHONE));
        assertEquals(Optional.empty(), capabilities.button(ButtonKind.QUICK_REPLY));
        assertEquals(Optional.empty(), capabilities.button(ButtonKind.COPY_CODE));
        assertEquals(1000, capabilities.maxUrl());
    }

    @Test
    void phoneNumbersAreReachedInAnyLanguageAndNobodyAnswers() {
        assertEquals(Set.of(Address.Kind.PHONE), capabilities.recipients());
        assertEquals(Set.of(), capabilities.languages());
        assertEquals(Set.of(), capabilities.inbound());
        assertEquals(Set.of(Report.DELIVERED), capabilities.reports());
        assertTrue(channel.templateRegistry().isEmpty());
    }

    @Test
    void numberToCallIsWrittenForAReader() {
        AdaptedTemplate adapted = channel.adapt(LineSamples.FIXTURE.id(), SampleTemplates.call());

        assertEquals(
                "Hello {{name}}, your new card is ready. Call us to activate it.\nContact us: +44 113 496 0999",
                adapted.body());
        assertEquals(List.of(AdaptationNote.Kind.CALL_INLINED), kinds(adapted));
    }

    @Test
    void linksThatDifferAreRefusedUnlessTheyAreDeclared() {
        TemplateRefusedException refused = assertThrows(
                TemplateRefusedException.class, () -> channel.adapt(LineSamples.FIXTURE.id(), SampleTemplates.link()));

        assertTrue(refused.getMessage().contains("chatauth.channel.line.personal-links"), refused.getMessage());
        assertTrue(refused.getMessage().contains("verification-code"), refused.getMessage());
        assertEquals(
                SampleTemplates.link().buttons(),
                LineSamples.FIXTURE
                        .with(Map.of("personal-links", "true"))
                        .channel()
                        .adapt(LineSamples.FIXTURE.id(), SampleTemplates.link())
                        .buttons());
    }

    @Test
    void linkThatDiffersInTheTextIsRefusedToo() {
        Template template = Template.named("login")
                .body("Log on: https://bank.example/l/{{token}}")
                .build();

        assertThrows(TemplateRefusedException.class, () -> channel.adapt(LineSamples.FIXTURE.id(), template));
    }

    @Test
    void questionIsRefusedAndACodeIsProposed() {
        TemplateRefusedException refused = assertThrows(
                TemplateRefusedException.class,
                () -> channel.adapt(LineSamples.FIXTURE.id(), SampleTemplates.question()));

        assertTrue(refused.getMessage().contains("ask for a code instead"), refused.getMessage());
    }

    @Test
    void headerWithAValueBecomesText() {
        Template template =
                Template.named("notice").header("For {{name}}").body("Hello").build();

        AdaptedTemplate adapted = channel.adapt(LineSamples.FIXTURE.id(), template);

        assertEquals(Optional.empty(), adapted.header());
        assertEquals("For {{name}}\nHello", adapted.body());
    }

    @Test
    void moreLinksThanButtonsBecomeText() {
        Template.Builder template = Template.named("links").body("Read:");
        for (int i = 1; i <= 5; i++) {
            template.button(new Button.OpenUrl("Page " + i, "https://bank.example/" + i));
        }

        AdaptedTemplate adapted = channel.adapt(LineSamples.FIXTURE.id(), template.build());

        assertEquals(4, adapted.buttons().size());
        assertEquals("Read:\nPage 5: https://bank.example/5", adapted.body());
    }

    @Test
    void malformedOptionIsRefusedByItsFullName() {
        OptionException wrong = assertThrows(
                OptionException.class,
                () -> LineSamples.FIXTURE.with(Map.of("personal-links", "yes")).channel());

        assertTrue(wrong.getMessage().startsWith("chatauth.channel.line.personal-links is 'yes'"), wrong.getMessage());
    }

    private static List<AdaptationNote.Kind> kinds(AdaptedTemplate template) {
        return template.notes().stream().map(AdaptationNote::kind).toList();
    }
}
