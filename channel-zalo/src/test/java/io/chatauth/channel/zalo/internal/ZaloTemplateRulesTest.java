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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZaloTemplateRulesTest {
    private final Channel channel = ZaloSamples.channel();

    @Test
    void authenticationTemplateHasNoButtonAndItsTextIsFixed() {
        AdaptedTemplate code = channel.adapt(ZaloSamples.ID, ZaloSamples.loginCode());

        assertTrue(code.textFixed());
        assertTrue(code.buttons().isEmpty());
        assertEquals(
                List.of(Kind.TEXT_FIXED, Kind.CODE_INLINED),
                code.notes().stream().map(note -> note.kind()).toList());
    }

    @Test
    void noteSaysWhatAUserIdGets() {
        AdaptedTemplate card = channel.adapt(ZaloSamples.ID, ZaloSamples.cardActivation());

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
        assertTrue(refused(ZaloSamples.loginCode(), channel).getMessage().contains("chatauth.channel.zalo.logo-light"));
        ZaloSamples.channel(Map.of("logo-light", "l", "logo-dark", "d"))
                .templateRegistry()
                .orElseThrow()
                .create(ZaloSamples.SENDER, channel.adapt(ZaloSamples.ID, ZaloSamples.loginCode()));
    }

    private static TemplateRefusedException refused(Template template, Channel channel) {
        AdaptedTemplate adapted = channel.adapt(ZaloSamples.ID, template);
        return assertThrows(
                TemplateRefusedException.class,
                () -> channel.templateRegistry().orElseThrow().create(ZaloSamples.SENDER, adapted));
    }
}
