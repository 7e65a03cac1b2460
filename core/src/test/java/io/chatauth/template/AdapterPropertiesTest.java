package io.chatauth.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.template.Button.CallPhone;
import io.chatauth.template.Button.CopyCode;
import io.chatauth.template.Button.OpenUrl;
import io.chatauth.template.Button.QuickReply;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.FixedText;
import io.chatauth.template.Capabilities.TextMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** What holds for any template on any channel. */
class AdapterPropertiesTest {
    private static final List<String> TEXTS = List.of(
            "Hello {{name}}.",
            "{{code}}",
            "Text",
            "Go https://bank.example/{{t}}",
            "https://{{host}}",
            "确认 {{name}} 😀",
            "x".repeat(70),
            "مرحبا {{name}}");

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static Template template(Random random) {
        Template.Builder builder = Template.named(random.nextBoolean() ? "a_name" : "A name!")
                .category(Category.values()[random.nextInt(2)])
                .language(random.nextBoolean() ? "en" : "zh_TW")
                .body(text(random));
        if (random.nextBoolean()) {
            builder.header(text(random));
        }
        if (random.nextBoolean()) {
            builder.footer(text(random));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            builder.button(
                    switch (random.nextInt(5)) {
                        case 0 ->
                            new CallPhone("Call", "+" + (1 + random.nextInt(900)) + (1000 + random.nextInt(9_000_000)));
                        case 1 -> new OpenUrl(text(random), "https://bank.example/{{t}}");
                        case 2 -> new OpenUrl("Page", "https://bank.example" + (random.nextBoolean() ? "" : "{{t}}"));
                        case 3 -> new QuickReply(text(random), random.nextBoolean() ? "Y" : "N");
                        default -> new CopyCode("Copy", "code");
                    });
        }
        return builder.build();
    }

    private static Capabilities capabilities(Random random) {
        CapabilitiesBuilder builder = Capabilities.of(TextMode.values()[random.nextInt(2)])
                .maxBody(50 + random.nextInt(300))
                .maxUrl(15 + random.nextInt(100))
                .maxHeaderPlaceholders(random.nextInt(3));
        if (random.nextBoolean()) {
            builder.maxHeader(60).maxFooter(60);
        }
        for (ButtonKind kind : ButtonKind.values()) {
            if (random.nextBoolean()) {
                builder.button(kind, new ButtonSupport(1 + random.nextInt(3), 25, random.nextBoolean()));
            }
        }
        if (random.nextBoolean()) {
            builder.maxButtons(random.nextInt(4));
        }
        for (Evidence evidence : Evidence.values()) {
            if (random.nextBoolean()) {
                builder.inbound(evidence);
            }
        }
        if (random.nextBoolean()) {
            builder.fixedText(Category.AUTHENTICATION, new FixedText("{{code}} is your code."));
        }
        if (random.nextInt(4) == 0) {
            builder.refusePersonalLinks("links are rewritten");
        }
        if (random.nextBoolean()) {
            builder.templateName("[a-z_]+", "lower-case letters and underscores");
        }
        return builder.build();
    }

    @Property
    void everyTemplateIsAdaptedWithNotesOrRefusedWithReasons(@ForAll long seed) {
        Random random = new Random(seed);
        Template template = template(random);
        Capabilities can = capabilities(random);
        AdaptedTemplate adapted;
        try {
            adapted = Adapter.adapt(Channels.RICH, template, can);
        } catch (TemplateRefusedException e) {
            assertFalse(e.reasons().isEmpty());
            return;
        }
        assertEquals(adapted, Adapter.adapt(Channels.RICH, template, can));
        assertTrue(adapted.buttons().size() <= can.maxButtons());
        for (ButtonKind kind : ButtonKind.values()) {
            long kept = adapted.buttons().stream().filter(b -> b.kind() == kind).count();
            assertTrue(kept <= can.button(kind).map(ButtonSupport::maxCount).orElse(0));
        }
        boolean changed = !adapted.body().equals(template.body())
                || !adapted.header().equals(template.header())
                || !adapted.footer().equals(template.footer())
                || !adapted.buttons().containsAll(template.buttons());
        assertTrue(!changed || !adapted.notes().isEmpty(), () -> "no note for " + adapted);
    }

    @Property
    void nothingTheTemplateSaysIsLost(@ForAll long seed) {
        Random random = new Random(seed);
        Template template = template(random);
        Capabilities can = capabilities(random);
        AdaptedTemplate adapted;
        try {
            adapted = Adapter.adapt(Channels.RICH, template, can);
        } catch (TemplateRefusedException e) {
            return;
        }
        if (adapted.textFixed()) {
            return;
        }
        String shown =
                adapted.header().orElse("") + adapted.body() + adapted.footer().orElse("") + adapted.buttons();
        for (String name : template.placeholders()) {
            assertTrue(
                    shown.contains("{{" + name + "}}")
                            || adapted.buttons().stream()
                                    .anyMatch(button -> button.value().contains("{{" + name + "}}")),
                    () -> name + " is not in " + shown);
        }
        String digits = shown.replaceAll("[^0-9]", "");
        for (Button button : template.buttons()) {
            if (button instanceof CallPhone call) {
                assertTrue(digits.contains(call.number().substring(1)), () -> call + " is not in " + shown);
            }
        }
    }

    @Property
    void noValueIsReadAsPlaceholder(
            @ForAll @StringLength(min = 1, max = 30) @CharRange(from = '!', to = '~') String noise,
            @ForAll @StringLength(min = 1, max = 6) @CharRange(from = '0', to = '9') String code) {
        Capabilities can = Channels.rich().build();
        Template template = Channels.template("{{name}}|{{code}}|{{name}}").build();
        for (String name : List.of(noise, noise + "{{code}}", "{{name}}" + noise, "$1\\{{code}}" + noise)) {
            Map<String, String> values = new HashMap<>(Map.of("name", name, "code", code));
            AdaptedMessage message =
                    Adapter.fill(Channels.RICH, Adapter.adapt(Channels.RICH, template, can), can, values, Map.of());
            assertEquals(name + "|" + code + "|" + name, message.body());
            assertEquals(List.of(name, code), message.bodyValues());
        }
    }

    @Property
    void everyValueIsShownWholeOrRefusedWithoutBeingQuoted(@ForAll @StringLength(min = 1, max = 40) String value) {
        Capabilities can = Channels.rich().build();
        AdaptedTemplate template = Adapter.adapt(
                Channels.RICH, Channels.template("Hello {{name}}.").build(), can);
        try {
            assertEquals(
                    "Hello " + value + ".",
                    Adapter.fill(Channels.RICH, template, can, Map.of("name", value), Map.of())
                            .body());
            assertFalse(value.codePoints().anyMatch(c -> c >= 0x202A && c <= 0x202E || c >= 0x200B && c <= 0x200F));
        } catch (TemplateRefusedException e) {
            assertTrue(value.length() < 4 || !e.getMessage().contains(value));
        }
    }
}
