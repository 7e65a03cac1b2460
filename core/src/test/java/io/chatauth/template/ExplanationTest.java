package io.chatauth.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.RequestException;
import io.chatauth.template.AdaptationNote.Kind;
import io.chatauth.template.Button.CallPhone;
import io.chatauth.template.Button.OpenUrl;
import io.chatauth.template.Button.QuickReply;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static Template activation() {
        return Template.named("card_activation")
                .header("My Bank")
                .body("Hi {{name}}, your card {{card}} is ready.\nCall us to activate it.")
                .footer("Never share your PIN.")
                .button(new CallPhone("Contact Us", "+441123456789"))
                .button(new OpenUrl("Help", "https://bank.example/help"))
                .example("name", "Ana")
                .build();
    }

    @Test
    void richChannelShowsTheMessageWithExamplesAndButtons() {
        assertEquals(
                """
                card_activation (en) on rich:
                  | My Bank
                  | Hi Ana, your card {{card}} is ready.
                  | Call us to activate it.
                  | Never share your PIN.
                  | [ Contact Us  +44 1123 456789 ]
                  | [ Help  https://bank.example/help ]""",
                Explanation.of(Channels.RICH, activation(), Channels.rich().build())
                        .toString());
    }

    @Test
    void plainChannelShowsTheTextAndSaysWhatWasChanged() {
        Explanation explanation =
                Explanation.of(Channels.PLAIN, activation(), Channels.plain().build());
        assertFalse(explanation.isRefused());
        assertEquals("""
                card_activation (en) on plain:
                  | My Bank
                  | Hi Ana, your card {{card}} is ready.
                  | Call us to activate it.
                  | Contact Us: +44 1123 456789
                  | Help: https://bank.example/help
                  | Never share your PIN.
                  note: plain has no header, so the header became the first line of the text
                  note: plain has no footer, so the footer became the last line of the text
                  note: plain has no call buttons, so the text says 'Contact Us: +44 1123 456789'
                  note: plain has no link buttons, so the text says 'Help: https://bank.example/help'""", explanation.toString());
    }

    @Test
    void refusalSaysEveryReason() {
        Template template = Template.named("Confirm")
                .body("Pay?")
                .button(new QuickReply("Yes", "Y"))
                .build();
        Explanation explanation = Explanation.of(
                Channels.WHATSAPP,
                template,
                Channels.deaf().templateName("[a-z]+", "lower-case letters").build());
        assertTrue(explanation.isRefused());
        assertEquals(List.of(), explanation.shown());
        assertEquals("""
                Confirm (en) on whatsapp is refused:
                  - the name may have lower-case letters only; use 'confirm'
                  - no answer of a person comes back from whatsapp, so 'Yes' can't be quick replies; ask for a code instead, \
                with a template that has {{code}} and is typed where the person started, or link to a page""", explanation.toString());
    }

    @Test
    void otherRefusalsAreShownToo() {
        Explanation explanation =
                Explanation.refused(Channels.WHATSAPP, "login", new RequestException("there is no template 'login'"));
        assertEquals("login on whatsapp is refused:\n  - there is no template 'login'", explanation.toString());
    }

    @Test
    void notesOnTheLanguageComeFirst() {
        Explanation explanation = Explanation.of(
                        Channels.PLAIN,
                        Channels.template("Hello.").header("Bank").build(),
                        Channels.plain().build())
                .withNotes(List.of(new AdaptationNote(Kind.LANGUAGE_RESOLVED, "English is used")));
        assertEquals(
                List.of(Kind.LANGUAGE_RESOLVED, Kind.TEXT_MERGED),
                explanation.notes().stream().map(AdaptationNote::kind).toList());
    }

    @Test
    void tableHasARowForEachChannel() {
        Template template = Channels.template("Pay?", new QuickReply("Confirm", "Y"), new QuickReply("Refuse", "N"))
                .build();
        assertEquals(
                """
                channel   shown as / refused because                                    changed
                --------  ------------------------------------------------------------  -----------------------------------------------------------
                rich      Pay?
                          [ Confirm ]
                          [ Refuse ]
                --------  ------------------------------------------------------------  -----------------------------------------------------------
                plain     Pay?                                                          plain has no quick-reply buttons, so the text says 'Reply Y
                          Reply Y to confirm, N to refuse                               to confirm, N to refuse'
                --------  ------------------------------------------------------------  -----------------------------------------------------------
                whatsapp  refused: no answer of a person comes back from whatsapp, so
                          'Confirm' and 'Refuse' can't be quick replies; ask for a
                          code instead, with a template that has {{code}} and is typed
                          where the person started, or link to a page""",
                Explanation.table(List.of(
                        Explanation.of(Channels.RICH, template, Channels.rich().build()),
                        Explanation.of(
                                Channels.PLAIN, template, Channels.plain().build()),
                        Explanation.of(
                                Channels.WHATSAPP, template, Channels.deaf().build()))));
    }
}
