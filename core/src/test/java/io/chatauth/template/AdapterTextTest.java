package io.chatauth.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.template.AdaptationNote.Kind;
import io.chatauth.template.Button.CallPhone;
import io.chatauth.template.Button.CopyCode;
import io.chatauth.template.Button.OpenUrl;
import io.chatauth.template.Button.QuickReply;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.FixedText;
import io.chatauth.template.Capabilities.LengthUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdapterTextTest {
    private static final Button COPY = new CopyCode("Copy code", "code");

    private static TemplateRefusedException refused(Template template, Capabilities can) {
        return assertThrows(TemplateRefusedException.class, () -> Adapter.adapt(Channels.WHATSAPP, template, can));
    }

    @Test
    void capitalInTheNameIsRefusedWithTheNameToUse() {
        Template template = Template.named("Card_activation").body("Hello.").build();
        assertEquals(
                "template 'Card_activation' (en) on whatsapp is refused: the name may have lower-case letters, digits and"
                        + " underscores only; use 'card_activation'",
                refused(template, Channels.strict().build()).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"Login code!, login_code_", "login-code, login_code", "Ünïcode, _n_code"})
    void namesAreProposedInTheChannelsForm(String name, String proposal) {
        Template template = Template.named(name).body("Hello.").build();
        assertTrue(refused(template, Channels.strict().build()).getMessage().endsWith("; use '" + proposal + "'"));
    }

    @Test
    void nameWithoutProposalAsksForAnother() {
        Template template = Template.named("login").body("Hello.").build();
        Capabilities can = Channels.strict().templateName("[0-9]+", "digits").build();
        assertEquals(
                "template 'login' (en) on whatsapp is refused: the name may have digits only; choose another",
                refused(template, can).getMessage());
    }

    @Test
    void headerAndFooterStayWhereTheChannelHasThem() {
        Template template =
                Channels.template("Body.").header("Head").footer("Foot").build();
        AdaptedTemplate adapted =
                Adapter.adapt(Channels.RICH, template, Channels.rich().build());
        assertEquals(Optional.of("Head"), adapted.header());
        assertEquals("Body.", adapted.body());
        assertEquals(Optional.of("Foot"), adapted.footer());
        assertEquals(List.of(), adapted.notes());
    }

    @Test
    void headerAndFooterBecomePartOfTheText() {
        Template template = Channels.template("Body.", new CallPhone("Call", "+442079460000"))
                .header("Head")
                .footer("Foot")
                .build();
        AdaptedTemplate adapted =
                Adapter.adapt(Channels.PLAIN, template, Channels.plain().build());
        assertEquals("Head\nBody.\nCall: +44 20 7946 0000\nFoot", adapted.body());
        assertEquals(Optional.empty(), adapted.header());
        assertEquals(Optional.empty(), adapted.footer());
        assertEquals(
                List.of(
                        "plain has no header, so the header became the first line of the text",
                        "plain has no footer, so the footer became the last line of the text",
                        "plain has no call buttons, so the text says 'Call: +44 20 7946 0000'"),
                adapted.notes().stream().map(AdaptationNote::text).toList());
    }

    @Test
    void headerAndFooterThatVaryTooMuchBecomePartOfTheText() {
        Template template = Channels.template("Body.")
                .header("{{a}} and {{b}}")
                .footer("For {{c}}")
                .build();
        AdaptedTemplate adapted =
                Adapter.adapt(Channels.WHATSAPP, template, Channels.strict().build());
        assertEquals("{{a}} and {{b}}\nBody.\nFor {{c}}", adapted.body());
        assertEquals(
                List.of(
                        "a header of whatsapp has at most 1 placeholder, so the header became the first line of the text",
                        "a footer of whatsapp is the same for all people, so the footer became the last line of the text"),
                adapted.notes().stream().map(AdaptationNote::text).toList());
    }

    @Test
    void everyReasonIsNamed() {
        Template template = Template.named("Long")
                .header("h".repeat(61))
                .body("b".repeat(1025))
                .footer("f".repeat(61))
                .build();
        assertEquals(
                List.of(
                        "the name may have lower-case letters, digits and underscores only; use 'long'",
                        "the header has 61 characters before any value is in, and whatsapp takes at most 60; shorten it, or"
                                + " move words into the body",
                        "the footer has 61 characters before any value is in, and whatsapp takes at most 60; shorten it, or"
                                + " move words into the body",
                        "the text, with what was moved into it, has 1025 characters before any value is in, and whatsapp"
                                + " takes at most 1024; shorten it"),
                refused(template, Channels.strict().build()).reasons());
    }

    @Test
    void placeholdersDoNotCountBeforeTheyAreFilled() {
        Template template = Channels.template("b".repeat(1024) + "{{name}}").build();
        assertEquals(
                1032,
                Adapter.adapt(Channels.RICH, template, Channels.rich().build())
                        .body()
                        .length());
    }

    @ParameterizedTest
    @CsvSource({
        "UTF_16, 6, true",
        "UTF_16, 5, false",
        "CODE_POINTS, 4, true",
        "CODE_POINTS, 3, false",
        "UTF_8_BYTES, 14, true",
        "UTF_8_BYTES, 13, false"
    })
    void lengthsAreCountedInTheChannelsUnit(LengthUnit unit, int most, boolean fits) {
        Capabilities can = Channels.plain().lengthUnit(unit).maxBody(most).build();
        Template template = Channels.template("𠮷確認😀").build();
        if (fits) {
            assertEquals("𠮷確認😀", Adapter.adapt(Channels.PLAIN, template, can).body());
        } else {
            assertThrows(TemplateRefusedException.class, () -> Adapter.adapt(Channels.PLAIN, template, can));
        }
    }

    @Test
    void longUrlIsRefused() {
        Template template = Channels.template("Hello.", new OpenUrl("Go", "https://bank.example/" + "x".repeat(80)))
                .build();
        assertEquals(
                List.of(
                        "the URL of the button 'Go' has 101 characters, and whatsapp takes at most 100; use a shorter one"),
                refused(template, Channels.strict().maxUrl(100).build()).reasons());
    }

    @Test
    void fixedTextIsShownInTheNote() {
        Template template = Channels.template("Use {{code}} to sign in.", COPY)
                .category(Category.AUTHENTICATION)
                .header("My Bank")
                .build();
        AdaptedTemplate adapted =
                Adapter.adapt(Channels.WHATSAPP, template, Channels.strict().build());
        assertTrue(adapted.textFixed());
        assertEquals("{{code}} is your verification code.", adapted.body());
        assertEquals(Optional.empty(), adapted.header());
        assertEquals(List.of(COPY), adapted.buttons());
        assertEquals(
                List.of(new AdaptationNote(
                        Kind.TEXT_FIXED,
                        "whatsapp fixes the text of the category AUTHENTICATION, so people read '{{code}} is your"
                                + " verification code.'; the template's own text and header"
                                + " are not shown")),
                adapted.notes());
    }

    @Test
    void fixedTextWithoutCopyButtonShowsTheCodeOnly() {
        Capabilities can = Channels.plain()
                .fixedText(Category.AUTHENTICATION, new FixedText("Code: {{code}}"))
                .build();
        Template template = Channels.template("{{code}}!", COPY)
                .category(Category.AUTHENTICATION)
                .build();
        AdaptedTemplate adapted = Adapter.adapt(Channels.PLAIN, template, can);
        assertEquals("Code: {{code}}", adapted.body());
        assertEquals(
                "plain has no copy-code buttons, so the code stands in the text only",
                adapted.notes().get(1).text());
    }

    @Test
    void fixedTextRefusesWhatItCanNotTake() {
        Template template = Channels.template(
                        "{{otp}} for {{name}}",
                        new OpenUrl("Sign in", "https://bank.example/l/{{code}}"),
                        new CallPhone("Call", "+442079460000"),
                        new QuickReply("Yes", "Y"))
                .category(Category.AUTHENTICATION)
                .build();
        String fixed = " has no place: whatsapp fixes the text of the category AUTHENTICATION, '{{code}} is your"
                + " verification code.'; rename or remove the placeholder, or use the category UTILITY";
        assertEquals(
                List.of(
                        "{{otp}}" + fixed,
                        "{{name}}" + fixed,
                        "a link never goes into a message of the category AUTHENTICATION, whose form whatsapp fixes; remove"
                                + " the button 'Sign in', or use the category UTILITY",
                        "a call button never goes into a message of the category AUTHENTICATION, whose form whatsapp fixes;"
                                + " remove the button 'Call', or use the category UTILITY",
                        "a quick-reply button never goes into a message of the category AUTHENTICATION, whose form whatsapp"
                                + " fixes; remove the button 'Yes', or use the category UTILITY"),
                refused(template, Channels.strict().build()).reasons());
    }

    @Test
    void fixedTextMissesItsPlaceholder() {
        Template template =
                Channels.template("Hello.").category(Category.AUTHENTICATION).build();
        assertEquals(
                List.of("{{code}} is missing: whatsapp fixes the text of the category AUTHENTICATION, '{{code}} is your"
                        + " verification code.'; put the placeholder into the body"),
                refused(template, Channels.strict().build()).reasons());
    }

    @Test
    void maxButtonsHoldsWhateverTheOrderOfTheDescription() {
        Capabilities can = Channels.deaf()
                .maxButtons(1)
                .button(ButtonKind.OPEN_URL, new ButtonSupport(3, 20, true))
                .build();
        assertEquals(1, can.maxButtons());
    }
}
