package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.ChannelId;
import io.chatauth.Secret;
import io.chatauth.spi.Channel;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.TextMode;
import io.chatauth.template.CapabilitiesBuilder;
import io.chatauth.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelTableTest {
    private static final Set<String> OPT_IN = Set.of("opt_in");

    private static Channel channel(CapabilitiesBuilder capabilities) {
        Capabilities can = capabilities.build();
        return new SampleChannel(Secret.of("very-secret-key")) {
            @Override
            public Capabilities capabilities() {
                return can;
            }
        };
    }

    private static CapabilitiesBuilder rich() {
        CapabilitiesBuilder builder =
                Capabilities.of(TextMode.APPROVED_TEMPLATES).inbound(Evidence.PAYLOAD, Evidence.QUOTE, Evidence.TEXT);
        for (ButtonKind kind : ButtonKind.values()) {
            builder.button(kind, new ButtonSupport(2, 25, true));
        }
        return builder.maxButtons(4);
    }

    private static Map<ChannelId, Channel> channels() {
        Map<ChannelId, Channel> channels = new LinkedHashMap<>();
        channels.put(ChannelId.of("rich"), channel(rich()));
        channels.put(
                ChannelId.of("plain"),
                channel(Capabilities.of(TextMode.FREE_TEXT).inbound(Evidence.TEXT)));
        channels.put(
                ChannelId.of("deaf"),
                channel(Capabilities.of(TextMode.FREE_TEXT).refusePersonalLinks("links are fixed")));
        return channels;
    }

    private static ChannelTable table() {
        return ChannelTable.of(channels(), new FlowTemplatesContractTest.All().templates(), OPT_IN);
    }

    @Test
    void everyCellSaysHowThePersonAnswersOrWhyNot() {
        assertEquals(
                """
                | use case | rich | plain | deaf |
                |---|---|---|---|
                | `verification_code` | code (button copies it) | code (in the text) | code (in the text) |
                | `opt_in` | text | text | refused: what a person writes does not come back from deaf; use another channel for it, or a form on a page |
                | `opt_in_confirmation` | nothing to answer | nothing to answer | nothing to answer |
                | `transaction_code` | code (button copies it) | code (in the text) | code (in the text) |
                | `transaction_number` | button or quote or text | text | refused: no answer of a person comes back from deaf, so 'Refuse' can't be quick replies; ask for a code instead, with a template that has {{code}} and is typed where the person started, or link to a page |
                | `login_link` | link (button) | link (in the text) |
                | `transaction_link` | link (button) | link (in the text) |""",
                table().markdown()
                        .lines()
                        .filter(line -> !line.contains("transaction_confirmation") && !line.contains("card_activation"))
                        .map(line -> line.contains("_link") ? line.substring(0, line.indexOf(" refused")) : line)
                        .collect(java.util.stream.Collectors.joining("\n")));
    }

    @Test
    void repliesNameAllThatCountsAsAnAnswer() {
        assertEquals("button or quote or text", table().cell("transaction_confirmation", ChannelId.of("rich")));
        assertEquals("text", table().cell("transaction_confirmation", ChannelId.of("plain")));
        ChannelTable payloads = ChannelTable.of(
                Map.of(
                        ChannelId.of("x"),
                        channel(Capabilities.of(TextMode.FREE_TEXT)
                                .button(ButtonKind.QUICK_REPLY, new ButtonSupport(2, 20, true))
                                .inbound(Evidence.PAYLOAD))),
                List.of(SampleTemplates.question()),
                Set.of());
        assertEquals("button", payloads.cell("sample_question", ChannelId.of("x")));
    }

    @Test
    void callsSayWhereTheNumberStands() {
        assertEquals("call (button)", table().cell("card_activation", ChannelId.of("rich")));
        assertEquals("call (number in the text)", table().cell("card_activation", ChannelId.of("deaf")));
    }

    @Test
    void languagesThatDifferAreNamed() {
        Template english = Template.named("t")
                .body("?")
                .button(new Button.QuickReply("Yes", "1"))
                .build();
        Template german = Template.named("t")
                .language("de")
                .body("?")
                .button(new Button.QuickReply("Ein viel zu langes Wort für ein Feld", "1"))
                .build();
        ChannelTable table =
                ChannelTable.of(Map.of(ChannelId.of("rich"), channel(rich())), List.of(english, german), OPT_IN);
        assertEquals(
                "in en: button or quote or text; in de: refused: the label 'Ein viel zu langes Wort für ein Feld' has 36"
                        + " characters, and a quick-reply button takes at most 25; use a shorter one",
                table.cell("t", ChannelId.of("rich")));
    }

    @Test
    void languagesThatTheChannelDoesNotKnowDoNotCount() {
        Map<ChannelId, Channel> french = Map.of(ChannelId.of("f"), channel(rich().languages(Set.of("fr"))));
        assertEquals(
                "refused: f knows none of its languages",
                ChannelTable.of(french, List.of(SampleTemplates.plain()), OPT_IN)
                        .cell("sample_plain", ChannelId.of("f")));
    }

    @Test
    void cellThatIsNotThereIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> table().cell("none", ChannelId.of("rich")));
        assertThrows(IllegalArgumentException.class, () -> table().cell("opt_in", ChannelId.of("none")));
    }
}
