package io.chatauth.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.ChannelId;
import io.chatauth.template.Button.CallPhone;
import io.chatauth.template.Button.CopyCode;
import io.chatauth.template.Button.OpenUrl;
import io.chatauth.template.Button.QuickReply;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.TextMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Four kinds of button on five descriptions, which stand for the five channels without being them, each with and without
 * answers that come back. What the adapter makes of a template depends on nothing else.
 */
class AdaptationMatrixTest {
    private static final Map<String, List<Button>> KINDS = new LinkedHashMap<>();
    private static final Map<String, Supplier<CapabilitiesBuilder>> CHANNELS = new LinkedHashMap<>();

    static {
        KINDS.put("call", List.of(new CallPhone("Contact Us", "+441123456789")));
        KINDS.put("link", List.of(new OpenUrl("Sign in", "https://bank.example/l/{{token}}")));
        KINDS.put("reply", List.of(new QuickReply("Confirm", "Y"), new QuickReply("Refuse", "N")));
        KINDS.put("copy", List.of(new CopyCode("Copy code", "code")));
        CHANNELS.put("all", AdaptationMatrixTest::all);
        CHANNELS.put("one", AdaptationMatrixTest::one);
        CHANNELS.put("fixed", AdaptationMatrixTest::fixed);
        CHANNELS.put("links", AdaptationMatrixTest::links);
        CHANNELS.put("calls", AdaptationMatrixTest::calls);
    }

    /** Approved templates with buttons of all kinds. */
    private static CapabilitiesBuilder all() {
        CapabilitiesBuilder builder = Capabilities.of(TextMode.APPROVED_TEMPLATES);
        for (ButtonKind kind : ButtonKind.values()) {
            builder.button(kind, new ButtonSupport(2, 25, true));
        }
        return builder.maxButtons(10);
    }

    /** Free text with one button, which opens a page or calls. */
    private static CapabilitiesBuilder one() {
        return Capabilities.of(TextMode.FREE_TEXT)
                .button(ButtonKind.OPEN_URL, new ButtonSupport(1, 30, true))
                .button(ButtonKind.CALL_PHONE, new ButtonSupport(1, 30, true))
                .maxButtons(1);
    }

    /** Approved templates whose links are the same for all people, and must be. */
    private static CapabilitiesBuilder fixed() {
        return Capabilities.of(TextMode.APPROVED_TEMPLATES)
                .button(ButtonKind.OPEN_URL, new ButtonSupport(5, 20, false))
                .refusePersonalLinks("its links are fixed at approval");
    }

    /** Approved templates with links only. */
    private static CapabilitiesBuilder links() {
        return Capabilities.of(TextMode.APPROVED_TEMPLATES).button(ButtonKind.OPEN_URL, new ButtonSupport(5, 28, true));
    }

    /** Approved templates with calls and fixed links. */
    private static CapabilitiesBuilder calls() {
        return Capabilities.of(TextMode.APPROVED_TEMPLATES)
                .button(ButtonKind.CALL_PHONE, new ButtonSupport(1, 30, true))
                .button(ButtonKind.OPEN_URL, new ButtonSupport(1, 30, false))
                .maxButtons(2);
    }

    @Test
    void everyCellHasItsMessageOrItsRefusal() {
        List<String> cells = new ArrayList<>();
        CHANNELS.forEach((name, capabilities) -> KINDS.forEach((kind, buttons) -> {
            cells.add(cell(name, kind, "deaf", buttons, capabilities.get().build()));
            cells.add(cell(
                    name,
                    kind,
                    "hears",
                    buttons,
                    capabilities.get().inbound(Evidence.TEXT).build()));
        }));
        assertEquals(EXPECTED, String.join("\n", cells));
    }

    private static String cell(String channel, String kind, String hearing, List<Button> buttons, Capabilities can) {
        Template template =
                Channels.template("Hello.", buttons.toArray(Button[]::new)).build();
        String subject = channel + ", " + kind + ", " + hearing + ": ";
        try {
            AdaptedTemplate adapted = Adapter.adapt(ChannelId.of(channel), template, can);
            List<String> parts = new ArrayList<>();
            parts.add(adapted.body().replace("\n", " / "));
            adapted.buttons().forEach(button -> parts.add("[" + button.label() + "]"));
            adapted.notes().forEach(note -> parts.add("-- " + note.text()));
            return subject + String.join(" ", parts);
        } catch (TemplateRefusedException e) {
            return subject + "REFUSED " + String.join(" AND ", e.reasons());
        }
    }

    private static final String EXPECTED = """
            all, call, deaf: Hello. [Contact Us]
            all, call, hears: Hello. [Contact Us]
            all, link, deaf: Hello. [Sign in]
            all, link, hears: Hello. [Sign in]
            all, reply, deaf: REFUSED no answer of a person comes back from all, so 'Confirm' and 'Refuse' \
            can't be quick replies; ask for a code instead, with a template that has {{code}} and is typed \
            where the person started, or link to a page
            all, reply, hears: Hello. [Confirm] [Refuse]
            all, copy, deaf: Hello. [Copy code]
            all, copy, hears: Hello. [Copy code]
            one, call, deaf: Hello. [Contact Us]
            one, call, hears: Hello. [Contact Us]
            one, link, deaf: Hello. [Sign in]
            one, link, hears: Hello. [Sign in]
            one, reply, deaf: REFUSED no answer of a person comes back from one, so 'Confirm' and 'Refuse' \
            can't be quick replies; ask for a code instead, with a template that has {{code}} and is typed \
            where the person started, or link to a page
            one, reply, hears: Hello. / Reply Y to confirm, N to refuse -- one has no quick-reply buttons, \
            so the text says 'Reply Y to confirm, N to refuse'
            one, copy, deaf: Hello. / {{code}} -- one has no copy-code buttons, so the code stands alone on \
            its line
            one, copy, hears: Hello. / {{code}} -- one has no copy-code buttons, so the code stands alone \
            on its line
            fixed, call, deaf: Hello. / Contact Us: +44 1123 456789 -- fixed has no call buttons, so the \
            text says 'Contact Us: +44 1123 456789'
            fixed, call, hears: Hello. / Contact Us: +44 1123 456789 -- fixed has no call buttons, so the \
            text says 'Contact Us: +44 1123 456789'
            fixed, link, deaf: REFUSED the button 'Sign in' has a link that differs from person to person, \
            which is not safe here, because its links are fixed at approval; use a code instead (the flow \
            verification-code)
            fixed, link, hears: REFUSED the button 'Sign in' has a link that differs from person to person, \
            which is not safe here, because its links are fixed at approval; use a code instead (the flow \
            verification-code)
            fixed, reply, deaf: REFUSED no answer of a person comes back from fixed, so 'Confirm' and \
            'Refuse' can't be quick replies; ask for a code instead, with a template that has {{code}} and \
            is typed where the person started, or link to a page
            fixed, reply, hears: Hello. / Reply Y to confirm, N to refuse -- fixed has no quick-reply \
            buttons, so the text says 'Reply Y to confirm, N to refuse'
            fixed, copy, deaf: Hello. / {{code}} -- fixed has no copy-code buttons, so the code stands \
            alone on its line
            fixed, copy, hears: Hello. / {{code}} -- fixed has no copy-code buttons, so the code stands \
            alone on its line
            links, call, deaf: Hello. / Contact Us: +44 1123 456789 -- links has no call buttons, so the \
            text says 'Contact Us: +44 1123 456789'
            links, call, hears: Hello. / Contact Us: +44 1123 456789 -- links has no call buttons, so the \
            text says 'Contact Us: +44 1123 456789'
            links, link, deaf: Hello. [Sign in]
            links, link, hears: Hello. [Sign in]
            links, reply, deaf: REFUSED no answer of a person comes back from links, so 'Confirm' and \
            'Refuse' can't be quick replies; ask for a code instead, with a template that has {{code}} and \
            is typed where the person started, or link to a page
            links, reply, hears: Hello. / Reply Y to confirm, N to refuse -- links has no quick-reply \
            buttons, so the text says 'Reply Y to confirm, N to refuse'
            links, copy, deaf: Hello. / {{code}} -- links has no copy-code buttons, so the code stands \
            alone on its line
            links, copy, hears: Hello. / {{code}} -- links has no copy-code buttons, so the code stands \
            alone on its line
            calls, call, deaf: Hello. [Contact Us]
            calls, call, hears: Hello. [Contact Us]
            calls, link, deaf: Hello. / Sign in: https://bank.example/l/{{token}} -- the link buttons of \
            calls are the same for all people, so the text says 'Sign in: https://bank.example/l/{{token}}'
            calls, link, hears: Hello. / Sign in: https://bank.example/l/{{token}} -- the link buttons of \
            calls are the same for all people, so the text says 'Sign in: https://bank.example/l/{{token}}'
            calls, reply, deaf: REFUSED no answer of a person comes back from calls, so 'Confirm' and \
            'Refuse' can't be quick replies; ask for a code instead, with a template that has {{code}} and \
            is typed where the person started, or link to a page
            calls, reply, hears: Hello. / Reply Y to confirm, N to refuse -- calls has no quick-reply \
            buttons, so the text says 'Reply Y to confirm, N to refuse'
            calls, copy, deaf: Hello. / {{code}} -- calls has no copy-code buttons, so the code stands \
            alone on its line
            calls, copy, hears: Hello. / {{code}} -- calls has no copy-code buttons, so the code stands \
            alone on its line""";
}
