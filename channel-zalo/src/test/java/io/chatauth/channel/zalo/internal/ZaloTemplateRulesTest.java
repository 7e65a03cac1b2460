package io.chatauth.channel.zalo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.Channel;
import io.chatauth.template.AdaptationNote.Kind;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import io.chatauth.testkit.SampleTemplates;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZaloTemplateRulesTest {
    private final Channel channel = ZaloSamples.FIXTURE.channel();

    @Test
    void authenticationTemplateHasNoButtonAndItsTextIsFixed() {
        AdaptedTemplate code = channel.adapt(ZaloSamples.FIXTURE.id(), SampleTemplates.code());

        assertTrue(code.textFixed());
        assertTrue(code.buttons().isEmpty());
        assertEquals(
                List.of(Kind.TEXT_FIXED, Kind.CODE_INLINED),
                code.notes().stream().map(note -> note.kind()).toList());
    }

    @Test
    void noteSaysWhatAUserIdGets() {
        AdaptedTemplate card = channel.adapt(ZaloSamples.FIXTURE.id(), SampleTemplates.call());

        assertEquals(1, card.buttons().size());
        assertTrue(
                card.notes().get(0).text().contains("to a user id"),
                card.notes().toString());
    }

    @Test
    void allThatRegistrationAsksForIsToldAtOnce() {
        Template template = Template.named("short")
                .body("Hi {{name}}.\nOne line is long enough.\nTwo lines are.\nThree lines are.\nFour lines are.")
                .button(new Button.OpenUrl("Open", "https://bank.example/"))
                .example("name", "x".repeat(201))
                .build();

        TemplateRefusedException refused = refused(template, channel);

        assertEquals(5, refused.reasons().size(), refused.getMessage());
    }

    @Test
    void templateWithoutButtonsIsNotRegistered() {
        assertTrue(refused(
                        Template.named("notice_sent")
                                .header("Your card was sent")
                                .body("It is on its way to you.")
                                .build(),
                        channel)
                .getMessage()
                .contains("at least one button"));
    }

    @Test
    void authenticationTemplateWithoutLogoIsNotRegistered() {
        assertTrue(refused(SampleTemplates.code(), channel).getMessage().contains("chatauth.channel.zalo.logo-light"));
        ZaloSamples.FIXTURE
                .with(Map.of("logo-light", "l", "logo-dark", "d"))
                .channel()
                .templateRegistry()
                .orElseThrow()
                .create(ZaloSamples.FIXTURE.sender(), channel.adapt(ZaloSamples.FIXTURE.id(), SampleTemplates.code()));
    }

    private static TemplateRefusedException refused(Template template, Channel channel) {
        AdaptedTemplate adapted = channel.adapt(ZaloSamples.FIXTURE.id(), template);
        return assertThrows(
                TemplateRefusedException.class,
                () -> channel.templateRegistry().orElseThrow().create(ZaloSamples.FIXTURE.sender(), adapted));
    }
}
