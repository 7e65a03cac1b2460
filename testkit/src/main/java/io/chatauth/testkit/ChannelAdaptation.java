package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedMessage.FilledButton;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The cases of templates: what holds for each of a generated corpus. */
abstract class ChannelAdaptation extends ChannelDeclarations {
    private static final int TEMPLATES = 400;

    /** For subclasses. */
    protected ChannelAdaptation() {}

    @Test
    void everyTemplateOfTheCorpusIsShownWithNotesOrRefusedWithReasons() {
        int shown = 0;
        for (int number = 0; number < Contracts.scaled(TEMPLATES); number++) {
            Template template = TemplateCorpus.template(number);
            String which = "template " + number + " of the corpus";
            try {
                AdaptedTemplate adapted = channel.adapt(provider.id(), template);
                shown++;
                assertEquals(adapted, channel.adapt(provider.id(), template), () -> which + " is not always the same");
                assertTrue(
                        !changed(template, adapted) || !adapted.notes().isEmpty(),
                        () -> which + " was changed and no note says so: " + adapted);
                nothingIsLost(template, adapted, which);
            } catch (TemplateRefusedException e) {
                assertFalse(e.reasons().isEmpty(), () -> which + " is refused without a reason");
                e.reasons().forEach(reason -> assertFalse(reason.isBlank(), () -> which + " has a blank reason"));
            }
        }
        assertTrue(shown > 0, "the channel shows no template of the corpus");
    }

    private static boolean changed(Template template, AdaptedTemplate adapted) {
        return !adapted.body().equals(template.body())
                || !adapted.header().equals(template.header())
                || !adapted.footer().equals(template.footer())
                || !adapted.buttons().equals(template.buttons());
    }

    private static void nothingIsLost(Template template, AdaptedTemplate adapted, String which) {
        if (adapted.textFixed()) {
            return;
        }
        StringBuilder shown = new StringBuilder();
        adapted.header().ifPresent(shown::append);
        shown.append(adapted.body());
        adapted.footer().ifPresent(shown::append);
        adapted.buttons()
                .forEach(button -> shown.append(button.label()).append(' ').append(button.value()));
        for (String name : template.placeholders()) {
            boolean inLabelOnly = template.buttons().stream()
                            .anyMatch(button -> button.label().contains("{{" + name + "}}"))
                    && !(template.header().orElse("")
                                    + template.body()
                                    + template.footer().orElse(""))
                            .contains("{{" + name + "}}");
            assertTrue(
                    inLabelOnly || shown.indexOf("{{" + name + "}}") >= 0,
                    () -> which + " lost {{" + name + "}}: " + shown);
        }
    }

    @Test
    void everyMessageOfTheCorpusStaysWithinTheCapabilities() {
        for (int number = 0; number < Contracts.scaled(TEMPLATES); number++) {
            Optional<OutboundMessage> message = message("corpus-" + number, TemplateCorpus.template(number));
            String which = "template " + number + " of the corpus";
            message.ifPresent(one -> fits(one.content(), which));
        }
    }

    private void fits(AdaptedMessage message, String which) {
        Capabilities can = channel.capabilities();
        atMost(can.maxBody(), message.body(), which + ": the text");
        message.header().ifPresent(text -> atMost(can.maxHeader().orElse(0), text, which + ": the header"));
        message.footer().ifPresent(text -> atMost(can.maxFooter().orElse(0), text, which + ": the footer"));
        assertTrue(message.buttons().size() <= can.maxButtons(), () -> which + " has too many buttons");
        for (FilledButton button : message.buttons()) {
            Optional<Capabilities.ButtonSupport> support = can.button(button.kind());
            assertTrue(support.isPresent(), () -> which + ": there are no buttons like " + button);
            atMost(support.get().maxLabel(), button.label(), which + ": the label of " + button);
        }
    }

    private void atMost(int most, String text, String what) {
        int length = channel.capabilities().lengthUnit().of(text);
        assertTrue(length <= most, () -> what + " has " + length + " characters, and at most " + most + " are allowed");
    }

    @Test
    void everyMessageOfTheCorpusIsEncodedAndAlwaysTheSame() {
        for (int number = 0; number < Contracts.scaled(TEMPLATES); number++) {
            Optional<OutboundMessage> message = message("corpus-" + number, TemplateCorpus.template(number));
            if (message.isPresent()) {
                EncodeContext context = context(List.of(message.get()));
                sameRequest(encoded(context, number), encoded(context, number));
            }
        }
    }

    private WireRequest encoded(EncodeContext context, int number) {
        try {
            return channel.encode(context);
        } catch (RuntimeException e) {
            throw new AssertionError("template " + number + " of the corpus is shown, and can't be encoded", e);
        }
    }

    static void sameRequest(WireRequest once, WireRequest again) {
        assertEquals(once.method(), again.method());
        assertEquals(once.target(), again.target());
        assertEquals(once.headers(), again.headers());
        assertArrayEquals(once.body(), again.body());
    }
}
