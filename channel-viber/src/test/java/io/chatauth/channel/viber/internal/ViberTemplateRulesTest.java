package io.chatauth.channel.viber.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.Channel;
import io.chatauth.template.AdaptationNote;
import io.chatauth.template.AdaptationNote.Kind;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import io.chatauth.testkit.SampleTemplates;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViberTemplateRulesTest {
    private final Channel channel = ViberSamples.FIXTURE.channel();
    private final Channel registered =
            ViberSamples.FIXTURE.with(Map.of("registered-templates", "true")).channel();

    @Test
    void shortQuestionBecomesAListWithANoteOfWhatElseItMayBecome() {
        AdaptedTemplate list = channel.adapt(ViberSamples.FIXTURE.id(), SampleTemplates.question());

        assertEquals(2, list.buttons().size());
        AdaptationNote note = list.notes().get(list.notes().size() - 1);
        assertEquals(Kind.REPLY_INLINED, note.kind());
        assertTrue(note.text().contains("Reply Y for \"Yes\", N for \"No\""), list.toString());
    }

    @Test
    void longQuestionBecomesATextThatSaysWhatToReply() {
        AdaptedTemplate text = channel.adapt(
                ViberSamples.FIXTURE.id(),
                Template.named("question")
                        .body("Did you pay? ".repeat(8))
                        .button(new Button.QuickReply("Yes", "Y"))
                        .button(new Button.QuickReply("No", "N"))
                        .button(new Button.CallPhone("Call us", "+441123456789"))
                        .build());

        assertTrue(text.body().endsWith("Reply Y for \"Yes\", N for \"No\""), text.body());
        assertEquals(List.of(ButtonKind.CALL_PHONE), kinds(text));
        assertEquals(Kind.REPLY_INLINED, text.notes().get(0).kind());
    }

    @Test
    void repliesThatDoNotStandForTheirLabelsAreWrittenOut() {
        AdaptedTemplate text = channel.adapt(
                ViberSamples.FIXTURE.id(),
                Template.named("question")
                        .body("Pay?")
                        .button(new Button.QuickReply("Confirm", "1"))
                        .button(new Button.QuickReply("Refuse", "2"))
                        .build());

        assertEquals("Pay?\nReply 1 to confirm, 2 to refuse", text.body());
        assertTrue(text.buttons().isEmpty());
    }

    @Test
    void onlyOneButtonIsShownAndTheOtherBecomesText() {
        AdaptedTemplate text = channel.adapt(
                ViberSamples.FIXTURE.id(),
                Template.named("help")
                        .body("We are here.")
                        .button(new Button.CallPhone("Call us", "+441123456789"))
                        .button(new Button.OpenUrl("Read", "https://bank.example/help"))
                        .build());

        assertEquals("We are here.\nRead: https://bank.example/help", text.body());
        assertEquals(List.of(ButtonKind.CALL_PHONE), kinds(text));
    }

    @Test
    void registeredCodeStandsInTheTextOnly() {
        AdaptedTemplate code = registered.adapt(ViberSamples.FIXTURE.id(), SampleTemplates.code());

        assertEquals("{{code}} is your verification code.", code.body());
        assertEquals(
                List.of(Kind.CODE_INLINED),
                code.notes().stream().map(AdaptationNote::kind).toList());
    }

    @Test
    void registeredTextThatEndsInAPlaceholderIsRefused() {
        assertRefused(
                "ends in a placeholder",
                Template.named("notice").body("Dear {{name}}").build());
    }

    @Test
    void registeredTextWithTooManyPlaceholdersIsRefused() {
        assertRefused(
                "has 9 placeholders",
                Template.named("notice")
                        .body("{{a}} {{b}} {{c}} {{d}} {{e}} {{f}} {{g}} {{h}} {{i}} end")
                        .build());
    }

    @Test
    void registeredOneTimeCodeWithoutCodeIsRefused() {
        assertRefused(
                "must have the code",
                Template.named("notice")
                        .category(Category.AUTHENTICATION)
                        .body("Hello {{first}} {{last}}, welcome.")
                        .build());
    }

    private void assertRefused(String because, Template template) {
        TemplateRefusedException refused = assertThrows(
                TemplateRefusedException.class, () -> registered.adapt(ViberSamples.FIXTURE.id(), template));
        assertTrue(refused.getMessage().contains(because), refused.getMessage());
    }

    private static List<ButtonKind> kinds(AdaptedTemplate template) {
        return template.buttons().stream().map(Button::kind).toList();
    }
}
