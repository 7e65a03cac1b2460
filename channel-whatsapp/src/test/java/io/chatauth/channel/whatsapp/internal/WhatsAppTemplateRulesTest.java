package io.chatauth.channel.whatsapp.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChannelId;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import org.junit.jupiter.api.Test;

class WhatsAppTemplateRulesTest {
    private static final ChannelId ID = ChannelId.of("whatsapp");

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Template template = Template.named("notice")
                .header("{{a}} {{b}}")
                .body("Hello")
                .footer("From {{bank}}")
                .button(new Button.QuickReply("Yes {{a}}", "Y"))
                .button(new Button.OpenUrl("Open", "https://bank.example/{{a}}/x"))
                .button(new Button.OpenUrl("More", "https://bank.example/{{a}}{{b}}"))
                .button(new Button.QuickReply("No", "N"))
                .build();

        TemplateRefusedException refused = refused(template);

        assertEquals(6, refused.reasons().size(), refused.getMessage());
        assertTrue(refused.getMessage().startsWith("the template notice (en) on whatsapp is refused: "));
    }

    @Test
    void placeholderTwiceInAUrlIsRefused() {
        assertEquals(
                1,
                refused(Template.named("notice")
                                .body("Hello")
                                .button(new Button.OpenUrl("Open", "https://bank.example/{{a}}/{{a}}"))
                                .build())
                        .reasons()
                        .size());
    }

    @Test
    void quickRepliesMayStandFirstOrLast() {
        Template first = Template.named("notice")
                .body("Hello")
                .button(new Button.QuickReply("Yes", "Y"))
                .button(new Button.QuickReply("No", "N"))
                .button(new Button.OpenUrl("Open", "https://bank.example/{{a}}"))
                .build();

        assertDoesNotThrow(() -> WhatsAppTemplateRules.check(ID, WhatsAppSamples.adapted(first)));
    }

    @Test
    void channelChecksWhenItAdapts() {
        Template template =
                Template.named("notice").header("{{a}} {{b}}").body("Hello").build();

        assertThrows(
                TemplateRefusedException.class,
                () -> WhatsAppSamples.FIXTURE.channel().adapt(ID, template));
    }

    private static TemplateRefusedException refused(Template template) {
        return assertThrows(
                TemplateRefusedException.class,
                () -> WhatsAppTemplateRules.check(ID, WhatsAppSamples.adapted(template)));
    }
}
