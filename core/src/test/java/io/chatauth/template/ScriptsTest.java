package io.chatauth.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.template.Button.QuickReply;
import io.chatauth.template.Capabilities.FixedText;
import io.chatauth.template.Capabilities.LengthUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of other scripts: how long they are, and how wide. */
class ScriptsTest {
    @ParameterizedTest
    @CsvSource({
        "Hello,        5,  5,  5",
        "é,            1,  1,  2",
        "e\u0301,      2,  2,  3",
        "𠮷,           2,  1,  4",
        "😀,           2,  1,  4",
        "👩‍👧,           5,  3, 11",
        "한국어,        3,  3,  9",
        "\u1112\u1161\u11ab, 3,  3,  9",
        "ภาษาไทย,      7,  7, 21",
        "ที่,            3,  3,  9",
        "مرحبا,        5,  5, 10"
    })
    void lengthsAreThoseOfTheUnit(String text, int utf16, int codePoints, int utf8) {
        assertEquals(utf16, LengthUnit.UTF_16.of(text));
        assertEquals(codePoints, LengthUnit.CODE_POINTS.of(text));
        assertEquals(utf8, LengthUnit.UTF_8_BYTES.of(text));
    }

    @ParameterizedTest
    @CsvSource({"UTF_16,      안녕하세요,   10, 5", "CODE_POINTS, 😀😀,        7, 2", "UTF_8_BYTES, ที่,          14, 9"})
    void everyPartIsMeasuredInTheUnit(LengthUnit unit, String value, int fits, int valueLength) {
        Template template = Channels.template("{{v}}12345").build();
        Capabilities can = Channels.plain()
                .lengthUnit(unit)
                .maxBody(fits)
                .maxValue(valueLength)
                .build();
        AdaptedTemplate adapted = Adapter.adapt(Channels.PLAIN, template, can);
        assertEquals(
                value + "12345",
                Adapter.fill(Channels.PLAIN, adapted, can, Map.of("v", value), Map.of())
                        .body());
        Capabilities less = Channels.plain()
                .lengthUnit(unit)
                .maxBody(fits - 1)
                .maxValue(valueLength - 1)
                .build();
        TemplateRefusedException e = assertThrows(
                TemplateRefusedException.class,
                () -> Adapter.fill(Channels.PLAIN, adapted, less, Map.of("v", value), Map.of()));
        assertEquals(
                List.of("the value of {{v}} has " + valueLength + " characters, and at most " + (valueLength - 1)
                        + " are allowed; shorten it"),
                e.reasons());
    }

    @ParameterizedTest
    @CsvSource({"Hello, 5", "확인, 4", "カード, 6", "ที่, 1", "e\u0301, 1", "a\u2068b\u2069, 2", "😀, 2", "مرحبا, 5", "'', 0"
    })
    void widthsAreThoseOfATerminal(String text, int columns) {
        assertEquals(columns, Columns.of(text));
    }

    @Test
    void tableOfEastAsianTextIsStraight() {
        Template template = Channels.template(
                        "お支払いのご確認をお願いいたします。このお支払いを承認しますか。承認しない場合はお電話ください。",
                        new QuickReply("承認する", "はい"),
                        new QuickReply("拒否する", "いいえ"))
                .language("ja")
                .build();
        assertEquals(
                """
                channel  shown as / refused because                                    changed
                -------  ------------------------------------------------------------  ---------------------------------------------------------
                plain    お支払いのご確認をお願いいたします。このお支払いを承認します  plain has no quick-reply buttons, so the text says '返信:
                         か。承認しない場合はお電話ください。                          はい = 承認する, いいえ = 拒否する'
                         返信: はい = 承認する, いいえ = 拒否する""",
                Explanation.table(List.of(Explanation.of(
                        Channels.PLAIN, template, Channels.plain().build()))));
    }

    @Test
    void fixedTextIsShownInTheLanguageOfTheTemplateWhereItIsKnown() {
        FixedText fixed =
                new FixedText("{{code}} is your code.", Map.of("de", "Ihr Code ist {{code}}.", "pt-BR", "{{code}}"));
        Capabilities can =
                Channels.plain().fixedText(Category.AUTHENTICATION, fixed).build();
        Template template = Channels.template("{{code}}")
                .language("de_AT")
                .category(Category.AUTHENTICATION)
                .build();
        AdaptedTemplate adapted = Adapter.adapt(Channels.PLAIN, template, can);
        assertEquals("Ihr Code ist {{code}}.", adapted.body());
        assertEquals(
                "plain fixes the text of the category AUTHENTICATION, so people read 'Ihr Code ist {{code}}.'; the"
                        + " template's own text is not shown",
                adapted.notes().get(0).text());
        assertEquals(
                "plain fixes the text of the category AUTHENTICATION, so people read its own translation of '{{code}} is"
                        + " your code.' (what that is in 'th' is documented nowhere); the template's own text is not"
                        + " shown",
                Adapter.adapt(
                                Channels.PLAIN,
                                Channels.template("{{code}}")
                                        .language("th")
                                        .category(Category.AUTHENTICATION)
                                        .build(),
                                can)
                        .notes()
                        .get(0)
                        .text());
        assertEquals(Optional.of("{{code}}"), fixed.in("pt_br"));
        assertEquals(Optional.empty(), fixed.in("pt"));
    }

    @Test
    void fixedTextsTakeTheSamePlaceholders() {
        assertEquals(
                "the fixed text in 'de' has the placeholders [], and not [code]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new FixedText("{{code}} is your code.", Map.of("de", "Ihr Code")))
                        .getMessage());
    }
}
