package io.chatauth.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.template.AdaptationNote.Kind;
import io.chatauth.template.Button.CallPhone;
import io.chatauth.template.Button.CopyCode;
import io.chatauth.template.Button.OpenUrl;
import java.text.Bidi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectionTest {
    private static final String BEGIN = "\u2068";
    private static final String END = "\u2069";

    private static Template.Builder arabic(String body, Button... buttons) {
        return Channels.template(body, buttons).language("ar");
    }

    private static String body(Template template, Capabilities can) {
        return Adapter.adapt(Channels.PLAIN, template, can).body();
    }

    @ParameterizedTest
    @CsvSource({
        "ar, true",
        "ar_EG, true",
        "AR-eg, true",
        "he, true",
        "fa, true",
        "ur_PK, true",
        "az_Arab, true",
        "pa_Arab_PK, true",
        "en, false",
        "ko, false",
        "th, false",
        "fa_Latn, false",
        "de_1996, false",
        "arz_x, false"
    })
    void directionIsThatOfTheScriptElseOfTheLanguage(String language, boolean rightToLeft) {
        assertEquals(rightToLeft, Direction.isRightToLeft(language));
    }

    @Test
    void valuesAndNumbersKeepTheirOwnOrder() {
        Template template = arabic("ادفع {{amount}} إلى {{payee}}.", new CallPhone("اتصل", "+442079460000"))
                .footer("{{amount}}")
                .build();
        AdaptedTemplate adapted = Adapter.adapt(
                Channels.PLAIN, template, Channels.plain().maxFooter(60).build());
        assertEquals(
                "ادفع " + BEGIN + "{{amount}}" + END + " إلى " + BEGIN + "{{payee}}" + END + ".\nاتصل: " + BEGIN
                        + "+44 20 7946 0000" + END,
                adapted.body());
        assertEquals(BEGIN + "{{amount}}" + END, adapted.footer().orElseThrow());
        assertEquals(
                List.of(
                        "plain has no call buttons, so the text says 'اتصل: +44 20 7946 0000'",
                        "the text runs from right to left, so {{amount}}, {{payee}} and the number got invisible marks"
                                + " (U+2068, U+2069) that keep the value's own order"),
                adapted.notes().stream().map(AdaptationNote::text).toList());
    }

    /** The groups of the number at the levels of the paragraph: on even levels a reader sees them from left to right. */
    @Test
    void numberIsReadFromLeftToRight() {
        Template template =
                arabic("مرحبا.", new CallPhone("اتصل", "+442079460000")).build();
        String marked = body(template, Channels.plain().build());
        String bare = body(template, Channels.plain().withoutDirectionMarks().build());
        assertTrue(gapIsReadLeftToRight(marked));
        assertFalse(gapIsReadLeftToRight(bare));
    }

    private static boolean gapIsReadLeftToRight(String text) {
        Bidi bidi = new Bidi(text.substring(text.indexOf('\n') + 1), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int gap = text.substring(text.indexOf('\n') + 1).indexOf(" 7946");
        return bidi.getLevelAt(gap) % 2 == 0;
    }

    @Test
    void codesAndLinksStayBare() {
        Template template = arabic(
                        "{{code}} هو الرمز، https://bank.example/{{token}}",
                        new CopyCode("نسخ", "code"),
                        new OpenUrl("دخول", "https://bank.example/l/{{token}}"))
                .build();
        AdaptedTemplate adapted =
                Adapter.adapt(Channels.PLAIN, template, Channels.plain().build());
        assertEquals(
                "{{code}} هو الرمز، https://bank.example/{{token}}\n{{code}}\nدخول:\nhttps://bank.example/l/{{token}}",
                adapted.body());
        assertEquals(
                "plain has no link buttons, so the text says 'دخول: https://bank.example/l/{{token}}'",
                adapted.notes().get(1).text());
        assertFalse(adapted.notes().stream().anyMatch(note -> note.kind() == Kind.DIRECTION_KEPT));
    }

    @Test
    void codeOfTheCategoryStaysBareAndFixedTextsAreUntouched() {
        Template template =
                arabic("الرمز {{code}}").category(Category.AUTHENTICATION).build();
        assertEquals("الرمز {{code}}", body(template, Channels.plain().build()));
        assertEquals(
                "{{code}} is your verification code.",
                body(template, Channels.strict().build()));
    }

    @Test
    void valuesAreGivenToTheChannelBare() {
        Template template = arabic("ادفع {{amount}} الآن").build();
        Capabilities can = Channels.strict().build();
        AdaptedMessage message = Adapter.fill(
                Channels.WHATSAPP,
                Adapter.adapt(Channels.WHATSAPP, template, can),
                can,
                Map.of("amount", "120.00 GBP"),
                Map.of());
        assertEquals(List.of("120.00 GBP"), message.bodyValues());
        assertEquals("ادفع " + BEGIN + "120.00 GBP" + END + " الآن", message.body());
    }

    @Test
    void marksOfTheAuthorAreNotDoubled() {
        assertEquals(
                "ادفع \u2066{{amount}}\u2069",
                body(
                        arabic("ادفع \u2066{{amount}}\u2069").build(),
                        Channels.plain().build()));
    }

    @Test
    void marksCountAsTheChannelCounts() {
        Template template = arabic("ادفع {{a}}").build();
        Capabilities can = Channels.plain()
                .lengthUnit(Capabilities.LengthUnit.CODE_POINTS)
                .maxBody(8)
                .build();
        assertEquals(
                "1",
                Adapter.fill(
                                Channels.PLAIN,
                                Adapter.adapt(Channels.PLAIN, template, can),
                                can,
                                Map.of("a", "1"),
                                Map.of())
                        .bodyValues()
                        .get(0));
        Capabilities shorter = Channels.plain()
                .lengthUnit(Capabilities.LengthUnit.CODE_POINTS)
                .maxBody(6)
                .build();
        org.junit.jupiter.api.Assertions.assertThrows(
                TemplateRefusedException.class, () -> Adapter.adapt(Channels.PLAIN, template, shorter));
    }

    @Test
    void textsFromLeftToRightAreUntouched() {
        Template template = Channels.template("Pay {{amount}}.").build();
        assertEquals("Pay {{amount}}.", body(template, Channels.plain().build()));
    }
}
