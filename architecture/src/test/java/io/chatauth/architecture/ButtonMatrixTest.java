package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChannelId;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Adapter;
import io.chatauth.template.Button;
import io.chatauth.template.Button.CallPhone;
import io.chatauth.template.Button.CopyCode;
import io.chatauth.template.Button.OpenUrl;
import io.chatauth.template.Button.QuickReply;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.CapabilitiesBuilder;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the adapter makes of four kinds of button with what the channels declare, as they declare it and with no answer coming
 * back; {@code -Dchatauth.docs.write=true} writes the table.
 */
class ButtonMatrixTest {
    private static final Path TABLE =
            Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "button-matrix.txt");
    private static final String BODY = "Your bank has a question.";

    @Test
    void everyButtonIsKeptOrSaidOtherwiseOrRefused() throws IOException {
        List<String> rows = new ArrayList<>();
        ChatAuthChannels.all().forEach((id, channel) -> {
            for (ButtonKind kind : ButtonKind.values()) {
                rows.add(row(id, kind, "declared", channel.capabilities()));
                rows.add(row(id, kind, "none", withoutInbound(channel.capabilities())));
            }
        });
        assertEquals(40, rows.size());
        String table = String.join("\n", rows) + "\n";
        if (Boolean.getBoolean("chatauth.docs.write")) {
            Files.writeString(TABLE, table);
            return;
        }
        assertEquals(
                Files.readString(TABLE),
                table,
                "button-matrix.txt differs from the code; run this test with -Dchatauth.docs.write=true");
    }

    @Test
    void nobodyIsAskedToReplyWhereNoAnswerComesBack() {
        ChatAuthChannels.all().forEach((id, channel) -> {
            String row = row(id, ButtonKind.QUICK_REPLY, "none", withoutInbound(channel.capabilities()));
            assertTrue(row.contains(" | refused | "), row);
        });
    }

    @Test
    void theCopyDiffersInNothingButInbound() {
        ChatAuthChannels.all().forEach((id, channel) -> {
            Capabilities declared = channel.capabilities();
            Capabilities deaf = withoutInbound(declared);
            assertEquals(Set.of(), deaf.inbound());
            for (ButtonKind kind : ButtonKind.values()) {
                if (kind != ButtonKind.QUICK_REPLY) {
                    assertEquals(row(id, kind, "", declared), row(id, kind, "", deaf));
                }
            }
        });
    }

    private static String row(ChannelId channel, ButtonKind kind, String inbound, Capabilities capabilities) {
        return channel + " | " + kind + " | " + inbound + " | " + outcome(channel, template(kind), capabilities);
    }

    private static String outcome(ChannelId channel, Template template, Capabilities capabilities) {
        AdaptedTemplate adapted;
        try {
            adapted = Adapter.adapt(channel, template, capabilities);
        } catch (TemplateRefusedException e) {
            assertFalse(e.reasons().isEmpty(), () -> channel + " refuses without a reason");
            return "refused | " + e.reasons().get(0);
        }
        if (adapted.buttons().equals(template.buttons())) {
            return "kept | "
                    + (adapted.notes().isEmpty() ? "-" : adapted.notes().get(0).text());
        }
        assertFalse(adapted.notes().isEmpty(), () -> channel + " changes " + template.buttons() + " without a note");
        assertTrue(adapted.body().length() > BODY.length(), () -> channel + " loses " + template.buttons());
        return "said otherwise | " + adapted.notes().get(0).text();
    }

    private static Template template(ButtonKind kind) {
        Template.Builder builder = Template.named("button_matrix").body(BODY);
        buttons(kind).forEach(builder::button);
        return builder.build();
    }

    private static List<Button> buttons(ButtonKind kind) {
        return switch (kind) {
            case CALL_PHONE -> List.of(new CallPhone("Contact us", "+441134960999"));
            case OPEN_URL -> List.of(new OpenUrl("Sign in", "https://login.example.com/l/{{token}}"));
            case QUICK_REPLY -> List.of(new QuickReply("Confirm", "Y"), new QuickReply("Refuse", "N"));
            case COPY_CODE -> List.of(new CopyCode("Copy code", "code"));
        };
    }

    /** The same description without answers, as far as the adapter reads it. */
    private static Capabilities withoutInbound(Capabilities from) {
        CapabilitiesBuilder builder = Capabilities.of(from.textMode())
                .lengthUnit(from.lengthUnit())
                .maxBody(from.maxBody())
                .maxHeaderPlaceholders(from.maxHeaderPlaceholders())
                .maxUrl(from.maxUrl())
                .maxValue(from.maxValue())
                .maxCode(from.maxCode())
                .languages(from.languages())
                .templateName(from.templateName().pattern(), from.templateNameInWords());
        from.maxHeader().ifPresent(builder::maxHeader);
        from.maxFooter().ifPresent(builder::maxFooter);
        from.personalLinksRefused().ifPresent(builder::refusePersonalLinks);
        for (ButtonKind kind : ButtonKind.values()) {
            from.button(kind).ifPresent(support -> builder.button(kind, support));
        }
        for (Category category : Category.values()) {
            from.fixedText(category).ifPresent(text -> builder.fixedText(category, text));
        }
        return builder.maxButtons(from.maxButtons()).build();
    }
}
