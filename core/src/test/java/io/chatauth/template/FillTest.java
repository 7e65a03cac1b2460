package io.chatauth.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.template.Button.CallPhone;
import io.chatauth.template.Button.CopyCode;
import io.chatauth.template.Button.OpenUrl;
import io.chatauth.template.Button.QuickReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillTest {
    private static AdaptedMessage fill(
            Template template, Capabilities can, Map<String, String> values, Map<String, String> payloads) {
        return Adapter.fill(Channels.WHATSAPP, Adapter.adapt(Channels.WHATSAPP, template, can), can, values, payloads);
    }

    private static TemplateRefusedException refused(Template template, Capabilities can, Map<String, String> values) {
        return assertThrows(TemplateRefusedException.class, () -> fill(template, can, values, Map.of()));
    }

    private static Template hello() {
        return Channels.template("Hello {{name}}.").build();
    }

    @Test
    void everyPartIsFilledAndItsValuesAreListedInOrder() {
        Template template = Channels.template("{{b}}, {{a}} and {{b}}.")
                .header("For {{a}}")
                .footer("Bank")
                .build();
        AdaptedMessage message = fill(template, Channels.rich().build(), Map.of("a", "Ana", "b", "Bo"), Map.of());
        assertEquals(Optional.of("For Ana"), message.header());
        assertEquals(List.of("Ana"), message.headerValues());
        assertEquals("Bo, Ana and Bo.", message.body());
        assertEquals(List.of("Bo", "Ana"), message.bodyValues());
        assertEquals(Optional.of("Bank"), message.footer());
    }

    @Test
    void buttonsCarryWhatDiffersFromMessageToMessage() {
        Template template = Channels.template(
                        "Hello.",
                        new CallPhone("Call", "+442079460000"),
                        new OpenUrl("Open", "https://bank.example/l/{{token}}"),
                        new OpenUrl("Help", "https://bank.example/help"),
                        new CopyCode("Copy", "code"))
                .build();
        AdaptedMessage message =
                fill(template, Channels.rich().build(), Map.of("token", "k9Zt0pQ", "code", "482913"), Map.of());
        assertEquals(
                List.of("+442079460000", "https://bank.example/l/k9Zt0pQ", "https://bank.example/help", "482913"),
                message.buttons().stream()
                        .map(AdaptedMessage.FilledButton::value)
                        .toList());
        assertEquals(
                List.of(Optional.empty(), Optional.of("k9Zt0pQ"), Optional.empty(), Optional.of("482913")),
                message.buttons().stream()
                        .map(AdaptedMessage.FilledButton::parameter)
                        .toList());
    }

    @Test
    void urlParameterIsWhatFollowsTheFixedPart() {
        Template template = Channels.template(
                        "Hello.", new OpenUrl("Open", "https://bank.example/{{id}}/go?t={{token}}"))
                .build();
        AdaptedMessage message = fill(template, Channels.rich().build(), Map.of("id", "7", "token", "x"), Map.of());
        assertEquals(Optional.of("7/go?t=x"), message.buttons().get(0).parameter());
    }

    @Test
    void quickRepliesCarryTheirPayloadOrTheirWords() {
        Template template = Channels.template("Pay?", new QuickReply("Confirm", "Y"), new QuickReply("Refuse", "N"))
                .build();
        AdaptedMessage message = fill(template, Channels.rich().build(), Map.of(), Map.of("Y", "txn-7f3a:Y"));
        assertEquals(Optional.of("txn-7f3a:Y"), message.buttons().get(0).parameter());
        assertEquals(Optional.of("N"), message.buttons().get(1).parameter());
    }

    @Test
    void inlinedLinesAreFilledToo() {
        Template template = Channels.template(
                        "Your code:", new OpenUrl("Open", "https://bank.example/{{t}}"), new CopyCode("Copy", "code"))
                .build();
        AdaptedMessage message = fill(template, Channels.plain().build(), Map.of("t", "x", "code", "12"), Map.of());
        assertEquals("Your code:\nOpen: https://bank.example/x\n12", message.body());
        assertEquals(List.of("x", "12"), message.bodyValues());
        assertEquals(List.of(), message.buttons());
    }

    @Test
    void unknownPlaceholderIsNamedWithTheOnesThereAre() {
        Template template = Channels.template("Hello {{name}}, {{amount}}.").build();
        assertEquals(
                "a message from template 'test' (en) on whatsapp is refused: there is no placeholder {{nmae}}; did you mean"
                        + " {{name}}? the template has {{name}}, {{amount}}; the placeholder {{name}} has no value; give it"
                        + " one",
                refused(template, Channels.rich().build(), Map.of("nmae", "Ana", "amount", "1"))
                        .getMessage());
    }

    @Test
    void unknownPlaceholderOfATemplateWithoutAnyIsNamed() {
        assertEquals(
                List.of("there is no placeholder {{name}}; the template has none"),
                refused(Channels.template("Hello.").build(), Channels.rich().build(), Map.of("name", "Ana"))
                        .reasons());
    }

    @Test
    void missingValueIsNamed() {
        assertEquals(
                List.of("the placeholder {{name}} has no value; give it one"),
                refused(hello(), Channels.rich().build(), Map.of()).reasons());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u00A0\u2003"})
    void blankValueIsRefused(String value) {
        assertEquals(
                List.of("the value of {{name}} is blank; give it some text"),
                refused(hello(), Channels.rich().build(), Map.of("name", value)).reasons());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x0D, 0x1B, 0x7F, 0x85, 0x9F, 0xAD, 0x61C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029,
                0x202A, 0x202E, 0x2060, 0x2065, 0x2069, 0xFEFF, 0x378, 0xE000, 0xE0041, 0xD800, 0x3164
            })
    void deceivingCharacterIsNamedAndTheValueIsNot(int character) {
        String value = "Shop" + Character.toString(character) + "Ltd";
        TemplateRefusedException e = refused(hello(), Channels.rich().build(), Map.of("name", value));
        assertEquals(1, e.reasons().size());
        assertEquals(
                "the value of {{name}} has the character " + String.format("U+%04X", character) + ",",
                e.reasons().get(0).substring(0, e.reasons().get(0).indexOf(',') + 1));
        assertFalse(e.getMessage().contains("Shop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana Ćurić", "بنك ٤٢", "山田太郎", "𠮷野家", "Ana 😀", "Line\nbreak", "a    b", "\u0601 12"})
    void ordinaryTextPasses(String value) {
        assertEquals(
                "Hello " + value + ".",
                fill(hello(), Channels.rich().build(), Map.of("name", value), Map.of())
                        .body());
    }

    @Test
    void singleLineChannelsRefuseLineBreaksTabsAndGaps() {
        assertEquals(
                List.of(
                        "the value of {{name}} has the character U+000A, and the channel takes one line only; leave it out",
                        "the value of {{name}} has the character U+0009, a control character; leave it out",
                        "the value of {{name}} has more than three spaces in a row, which the channel refuses; leave them"
                                + " out"),
                refused(hello(), Channels.strict().build(), Map.of("name", "a\nb\tc    d"))
                        .reasons());
    }

    @Test
    void aTabIsRefusedWhereverLinesAreTakenToo() {
        assertEquals(
                List.of("the value of {{name}} has the character U+0009, a control character; leave it out"),
                refused(hello(), Channels.rich().build(), Map.of("name", "a\nb\tc"))
                        .reasons());
    }

    @Test
    void longValueIsRefusedWithBothNumbers() {
        assertEquals(
                List.of("the value of {{name}} has 11 characters, and at most 10 are allowed; shorten it"),
                refused(hello(), Channels.rich().maxValue(10).build(), Map.of("name", "12345678901"))
                        .reasons());
    }

    @Test
    void longCodeIsRefusedWithBothNumbers() {
        Template template = Channels.template("{{code}}", new CopyCode("Copy", "code"))
                .category(Category.AUTHENTICATION)
                .build();
        Template withoutButton =
                Channels.template("{{code}}").category(Category.AUTHENTICATION).build();
        for (Template one : List.of(template, withoutButton)) {
            assertEquals(
                    List.of(
                            "the value of {{code}} has 16 characters, and at most 15 are allowed in a code; shorten it"),
                    refused(one, Channels.strict().build(), Map.of("code", "1234567890123456"))
                            .reasons());
        }
    }

    @Test
    void filledMessageIsNeverCut() {
        assertEquals(
                List.of(
                        "the text has 28 characters with its values, and whatsapp takes at most 20; give shorter values or"
                                + " shorten the template"),
                refused(hello(), Channels.rich().maxBody(20).build(), Map.of("name", "Maximiliana Alexandra"))
                        .reasons());
    }

    @Test
    void filledHeaderLabelAndUrlAreMeasured() {
        Template template = Channels.template("Hello.", new OpenUrl("For {{v}}", "https://bank.example/{{v}}"))
                .header("To {{v}}")
                .build();
        Capabilities can = Channels.rich().maxHeader(10).maxUrl(30).build();
        assertEquals(
                3,
                refused(template, can, Map.of("v", "abcdefghijklmnopqrstuvwxyz"))
                        .reasons()
                        .size());
    }

    @Test
    void valueInALinkMustBePercentEncoded() {
        Template template = Channels.template("Hello.", new OpenUrl("Open", "https://bank.example/{{t}}"))
                .build();
        List<String> expected = List.of(
                "the value of {{t}} goes into a URL and has a character that a URL can't have; percent-encode it");
        for (String value : List.of("a b", "ć", "a\"b", "a\\b", "<x>")) {
            assertEquals(
                    expected,
                    refused(template, Channels.rich().build(), Map.of("t", value))
                            .reasons());
            assertEquals(
                    expected,
                    refused(template, Channels.plain().build(), Map.of("t", value))
                            .reasons());
        }
        assertEquals(
                Optional.of("l/k9-_.~?x=%20#f"),
                fill(template, Channels.rich().build(), Map.of("t", "l/k9-_.~?x=%20#f"), Map.of())
                        .buttons()
                        .get(0)
                        .parameter());
    }

    @Test
    void valueThatLooksLikeAPlaceholderStaysAsItIs() {
        Template template = Channels.template("{{name}}: {{code}}").build();
        AdaptedMessage message =
                fill(template, Channels.rich().build(), Map.of("name", "{{code}} $1 \\", "code", "482913"), Map.of());
        assertEquals("{{code}} $1 \\: 482913", message.body());
    }

    @Test
    void valuesOfPlaceholdersThatAChannelDoesNotShowAreStillTaken() {
        Template template = Channels.template("{{code}}", new CopyCode("Copy {{code}}", "code"))
                .build();
        assertEquals(
                "12",
                fill(template, Channels.plain().build(), Map.of("code", "12"), Map.of())
                        .body());
    }

    @Test
    void sentenceMayGoOnAfterALink() {
        Template template =
                Channels.template("https://bank.example/{{t}}，{{name}}您好").build();
        assertEquals(
                "https://bank.example/x，山田您好",
                fill(template, Channels.rich().build(), Map.of("t", "x", "name", "山田"), Map.of())
                        .body());
    }
}
