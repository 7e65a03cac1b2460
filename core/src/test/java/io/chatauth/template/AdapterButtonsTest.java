package io.chatauth.template;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChannelId;
import io.chatauth.template.AdaptationNote.Kind;
import io.chatauth.template.Button.CallPhone;
import io.chatauth.template.Button.CopyCode;
import io.chatauth.template.Button.OpenUrl;
import io.chatauth.template.Button.QuickReply;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.TextMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdapterButtonsTest {
    private static final ChannelId ID = ChannelId.of("some");
    private static final Button CALL = new CallPhone("Contact Us", "+441123456789");
    private static final Button LINK = new OpenUrl("Sign in", "https://bank.example/l/{{token}}");
    private static final Button PAGE = new OpenUrl("Help", "https://bank.example/help");
    private static final Button YES = new QuickReply("Confirm", "Y");
    private static final Button NO = new QuickReply("Refuse", "N");
    private static final Button COPY = new CopyCode("Copy code", "code");

    /** What a kind becomes: kept, a line of the text, or refused; by support and by what comes back. */
    static Stream<Arguments> table() {
        Map<ButtonKind, List<Button>> buttons = Map.of(
                ButtonKind.CALL_PHONE, List.of(CALL),
                ButtonKind.OPEN_URL, List.of(LINK),
                ButtonKind.QUICK_REPLY, List.of(YES, NO),
                ButtonKind.COPY_CODE, List.of(COPY));
        Map<ButtonKind, String> lines = Map.of(
                ButtonKind.CALL_PHONE, "Contact Us: +44 1123 456789",
                ButtonKind.OPEN_URL, "Sign in: https://bank.example/l/{{token}}",
                ButtonKind.QUICK_REPLY, "Reply Y to confirm, N to refuse",
                ButtonKind.COPY_CODE, "{{code}}");
        Map<ButtonKind, Kind> notes = Map.of(
                ButtonKind.CALL_PHONE, Kind.CALL_INLINED,
                ButtonKind.OPEN_URL, Kind.URL_INLINED,
                ButtonKind.QUICK_REPLY, Kind.REPLY_INLINED,
                ButtonKind.COPY_CODE, Kind.CODE_INLINED);
        List<Arguments> rows = new ArrayList<>();
        for (ButtonKind kind : ButtonKind.values()) {
            for (boolean supported : List.of(true, false)) {
                for (Set<Evidence> inbound :
                        List.of(Set.<Evidence>of(), Set.of(Evidence.PAYLOAD), Set.of(Evidence.TEXT))) {
                    boolean replies = kind == ButtonKind.QUICK_REPLY;
                    String expected = supported ? "kept" : "inlined";
                    if (replies && (inbound.isEmpty() || !supported && !inbound.contains(Evidence.TEXT))) {
                        expected = "refused";
                    }
                    rows.add(Arguments.of(
                            kind, supported, inbound, expected, buttons.get(kind), lines.get(kind), notes.get(kind)));
                }
            }
        }
        return rows.stream();
    }

    @ParameterizedTest(name = "{0}, supported {1}, inbound {2}: {3}")
    @MethodSource("table")
    void everyKindIsKeptInlinedOrRefused(
            ButtonKind kind,
            boolean supported,
            Set<Evidence> inbound,
            String expected,
            List<Button> buttons,
            String line,
            Kind note) {
        CapabilitiesBuilder builder = Capabilities.of(TextMode.FREE_TEXT).inbound(inbound.toArray(Evidence[]::new));
        if (supported) {
            builder.button(kind, new ButtonSupport(2, 20, true));
        }
        Capabilities can = builder.build();
        Template template =
                Channels.template("Hello.", buttons.toArray(Button[]::new)).build();
        if (expected.equals("refused")) {
            TemplateRefusedException e =
                    assertThrows(TemplateRefusedException.class, () -> Adapter.adapt(ID, template, can));
            assertTrue(e.reasons().get(0).contains("code instead"), e.getMessage());
            return;
        }
        AdaptedTemplate adapted = Adapter.adapt(ID, template, can);
        if (expected.equals("kept")) {
            assertAll(
                    () -> assertEquals("Hello.", adapted.body()),
                    () -> assertEquals(buttons, adapted.buttons()),
                    () -> assertEquals(List.of(), adapted.notes()));
        } else {
            assertAll(
                    () -> assertEquals("Hello.\n" + line, adapted.body()),
                    () -> assertEquals(List.of(), adapted.buttons()),
                    () -> assertEquals(
                            List.of(note),
                            adapted.notes().stream().map(AdaptationNote::kind).toList()));
        }
    }

    @Test
    void noteOfAnInlinedCallSaysWhatAndWhy() {
        AdaptedTemplate adapted = Adapter.adapt(
                ID, Channels.template("Hello.", CALL).build(), Channels.plain().build());
        assertEquals(
                "some has no call buttons, so the text says 'Contact Us: +44 1123 456789'",
                adapted.notes().get(0).text());
    }

    @Test
    void surplusOfAKindIsInlined() {
        Capabilities can = Channels.rich()
                .button(ButtonKind.OPEN_URL, new ButtonSupport(1, 25, true))
                .build();
        AdaptedTemplate adapted =
                Adapter.adapt(ID, Channels.template("Hello.", PAGE, LINK, CALL).build(), can);
        assertEquals(List.of(PAGE, CALL), adapted.buttons());
        assertEquals("Hello.\nSign in: https://bank.example/l/{{token}}", adapted.body());
        assertEquals(
                "some shows at most 1 link button, so the text says 'Sign in: https://bank.example/l/{{token}}'",
                adapted.notes().get(0).text());
    }

    @Test
    void quickRepliesComeBeforeOtherButtonsWhenRoomIsShort() {
        Capabilities can = Channels.rich().maxButtons(2).build();
        AdaptedTemplate adapted =
                Adapter.adapt(ID, Channels.template("Hello.", CALL, YES, NO).build(), can);
        assertEquals(List.of(YES, NO), adapted.buttons());
        assertEquals("Hello.\nContact Us: +44 1123 456789", adapted.body());
    }

    @Test
    void quickRepliesAreNeverSplit() {
        Button third = new QuickReply("Report fraud", "F");
        Template template = Channels.template("Hello.", YES, third, NO).build();
        AdaptedTemplate adapted = Adapter.adapt(ID, template, Channels.rich().build());
        assertEquals(List.of(), adapted.buttons());
        assertEquals("Hello.\nReply Y to confirm, F to report fraud, N to refuse", adapted.body());
    }

    @Test
    void quickRepliesWithTheSameAnswerAreRefused() {
        Template template =
                Channels.template("Hello.", YES, new QuickReply("Maybe", "y")).build();
        TemplateRefusedException e = assertThrows(
                TemplateRefusedException.class,
                () -> Adapter.adapt(ID, template, Channels.rich().build()));
        assertEquals(
                "template 'test' (en) on some is refused: two quick replies are answered with 'y', so the answer would say"
                        + " nothing; give each its own reply",
                e.getMessage());
    }

    @Test
    void quickRepliesWithoutAnyAnswerBecomeAdvice() {
        TemplateRefusedException e = assertThrows(
                TemplateRefusedException.class,
                () -> Adapter.adapt(
                        ID,
                        Channels.template("Pay?", YES, NO).build(),
                        Channels.deaf().build()));
        assertEquals(
                "template 'test' (en) on some is refused: no answer of a person comes back from some, so 'Confirm' and"
                        + " 'Refuse' can't be quick replies; ask for a code instead, with a template that has {{code}} and"
                        + " is typed where the person started, or link to a page",
                e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en    | Yes, it was me | Y   | No     | N  | Reply Y for \"Yes, it was me\", N for \"No\"",
                "en_GB | YES            | YES | Refuse | NO | Reply YES, NO to refuse",
                "hr    | Potvrdi        | D   | Odbij  | N  | Odgovor: D = Potvrdi, N = Odbij",
                "zh_TW | 確認           | Y   | 拒絕   | N  | 回覆: Y = 確認, N = 拒絕",
                "th    | ใช่             | ใช่  | ไม่     | ไม่ | ตอบกลับ: ใช่, ไม่",
                "ar    | نعم            | 1   | لا     | 2  | الرد: 1 = نعم، 2 = لا",
            })
    void wordsToReplyFollowTheLanguage(
            String language, String yes, String yesReply, String no, String noReply, String expected) {
        Template template = Channels.template("?", new QuickReply(yes, yesReply), new QuickReply(no, noReply))
                .language(language)
                .build();
        assertEquals(
                "?\n" + expected,
                Adapter.adapt(ID, template, Channels.plain().build()).body());
    }

    @Test
    void variableUrlIsInlinedWhereTheButtonIsTheSameForAll() {
        Capabilities can = Channels.rich()
                .button(ButtonKind.OPEN_URL, new ButtonSupport(2, 25, false))
                .build();
        AdaptedTemplate adapted =
                Adapter.adapt(ID, Channels.template("Hello.", PAGE, LINK).build(), can);
        assertEquals(List.of(PAGE), adapted.buttons());
        assertEquals("Hello.\nSign in: https://bank.example/l/{{token}}", adapted.body());
    }

    @Test
    void personalLinksAreRefusedWhereTheyAreNotSafe() {
        Capabilities can =
                Channels.rich().refusePersonalLinks("links are rewritten").build();
        TemplateRefusedException e = assertThrows(
                TemplateRefusedException.class,
                () -> Adapter.adapt(
                        ID,
                        Channels.template("See https://bank.example/{{token}}", LINK, PAGE)
                                .build(),
                        can));
        assertEquals(
                List.of(
                        "the button 'Sign in' has a link that differs from person to person, which is not safe here,"
                                + " because links are rewritten; use a code instead (the flow verification-code)",
                        "the text has a link that differs from person to person, which is not safe here, because links are"
                                + " rewritten; use a code instead (the flow verification-code)"),
                e.reasons());
    }

    @ParameterizedTest
    @CsvSource({"https://{{host}}/x", "https://bank.example{{token}}", "https://user{{x}}@bank.example/"})
    void placeholderInTheHostIsRefused(String url) {
        TemplateRefusedException e = assertThrows(
                TemplateRefusedException.class,
                () -> Adapter.adapt(
                        ID,
                        Channels.template("Hello " + url, new OpenUrl("Go", url))
                                .build(),
                        Channels.rich().build()));
        assertEquals(2, e.reasons().size());
        assertTrue(e.reasons().get(0).contains("placeholder in its host"));
    }

    @Test
    void codeThatStandsAloneAlreadyIsNotRepeated() {
        AdaptedTemplate adapted = Adapter.adapt(
                ID,
                Channels.template("Your code:\n{{code}}\nKeep it.", COPY).build(),
                Channels.plain().build());
        assertEquals("Your code:\n{{code}}\nKeep it.", adapted.body());
        assertEquals(Kind.CODE_INLINED, adapted.notes().get(0).kind());
    }

    @Test
    void labelsAreMeasured() {
        Button longLabel = new OpenUrl("A label that is longer than that", "https://bank.example/");
        TemplateRefusedException e = assertThrows(
                TemplateRefusedException.class,
                () -> Adapter.adapt(
                        ID,
                        Channels.template("Hello.", longLabel).build(),
                        Channels.rich().build()));
        assertEquals(
                "the label 'A label that is longer than that' has 32 characters, and a link button takes at most 25; use a"
                        + " shorter one",
                e.reasons().get(0));
    }

    @Test
    void labelsDoNotVaryWhereTemplatesAreApproved() {
        Template template = Channels.template("Hello.", new OpenUrl("For {{name}}", "https://bank.example/"))
                .build();
        assertThrows(
                TemplateRefusedException.class,
                () -> Adapter.adapt(ID, template, Channels.strict().build()));
        assertEquals(
                1,
                Adapter.adapt(ID, template, Channels.rich().build()).buttons().size());
    }

    @ParameterizedTest
    @CsvSource({
        "+441123456789,  +44 1123 456789",
        "+442079460000,  +44 20 7946 0000",
        "+385911234567,  +385 91 123 4567",
        "+14155550100,   +1 415-555-0100",
        "+15551234567,   +1 555-123-4567",
        "+999123456789,  +999 123 456 789",
        "+88612345,      +886 12345",
        "+3851,          +3851",
        "+390612345678,  +39 06 1234 5678",
        "+5303100595,    +53 0310 0595",
    })
    void numbersAreWrittenForReaders(String number, String written) {
        assertEquals(written, PhoneFormat.international(number));
    }
}
