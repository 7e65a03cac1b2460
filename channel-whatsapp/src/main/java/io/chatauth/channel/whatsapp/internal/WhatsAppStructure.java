package io.chatauth.channel.whatsapp.internal;

import io.chatauth.infobip.wire.JsonWriter;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Placeholders;
import io.chatauth.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the {@code structure} of a template. Named placeholders are registered as {@code {{1}}}, {@code {{2}}} and so on,
 * counted anew in each part in the order of first appearance, which is the order in which their values are sent.
 */
final class WhatsAppStructure {
    private WhatsAppStructure() {}

    static void write(JsonWriter out, AdaptedTemplate template, WhatsAppOptions options) {
        if (template.textFixed()) {
            authentication(out, template, options);
        } else {
            written(out, template);
        }
    }

    private static void authentication(JsonWriter out, AdaptedTemplate template, WhatsAppOptions options) {
        out.object("body", body -> {
            if (options.securityAdvice()) {
                body.flag("addSecurityRecommendation", true);
            }
        });
        out.object(
                "footer",
                footer -> options.minutes().ifPresent(minutes -> footer.number("codeExpirationMinutes", minutes)));
        Optional<String> label = template.buttons().stream()
                .filter(button -> button.kind() == ButtonKind.COPY_CODE)
                .map(Button::label)
                .findFirst();
        out.objects("buttons", List.of(label), (button, words) -> {
            button.text("otpType", options.oneTap().isPresent() ? "ONE_TAP" : "COPY_CODE");
            words.ifPresent(text -> button.text("text", text));
            options.oneTap().ifPresent(app -> {
                app.label().ifPresent(text -> button.text("autofillText", text));
                button.text("packageName", app.packageName()).text("signatureHash", app.signature());
            });
        });
    }

    private static void written(JsonWriter out, AdaptedTemplate template) {
        Template source = template.source();
        template.header()
                .ifPresent(text -> out.object("header", header -> {
                    header.text("format", "TEXT").text("text", numbered(text));
                    examples(source, text).forEach(example -> header.text("example", example));
                }));
        out.object("body", body -> {
            body.text("text", numbered(template.body()));
            List<String> examples = examples(source, template.body());
            if (!examples.isEmpty()) {
                body.texts("examples", examples);
            }
        });
        template.footer().ifPresent(text -> out.object("footer", footer -> footer.text("text", text)));
        if (!template.buttons().isEmpty()) {
            out.objects("buttons", template.buttons(), (fields, button) -> button(fields, source, button));
        }
    }

    private static void button(JsonWriter out, Template source, Button button) {
        if (button instanceof Button.CallPhone call) {
            out.text("type", "PHONE_NUMBER").text("text", call.label()).text("phoneNumber", call.number());
        } else if (button instanceof Button.OpenUrl open) {
            out.text("type", "URL").text("text", open.label()).text("url", numbered(open.url()));
            if (!Placeholders.in(open.url()).isEmpty()) {
                out.text("example", filledWithExamples(source, open.url()));
            }
        } else if (button instanceof Button.QuickReply reply) {
            out.text("type", "QUICK_REPLY").text("text", reply.label());
        } else {
            out.text("type", "COPY_CODE").text("example", filledWithExamples(source, button.value()));
        }
    }

    static String numbered(String text) {
        Map<String, String> numbers = new HashMap<>();
        for (String name : Placeholders.in(text)) {
            numbers.put(name, "{{" + (numbers.size() + 1) + "}}");
        }
        return Placeholders.fill(text, numbers);
    }

    private static List<String> examples(Template source, String text) {
        List<String> examples = new ArrayList<>();
        for (String name : Placeholders.in(text)) {
            examples.add(source.examples().getOrDefault(name, name));
        }
        return examples;
    }

    static String filledWithExamples(Template source, String text) {
        Map<String, String> examples = new HashMap<>();
        for (String name : Placeholders.in(text)) {
            examples.put(name, source.examples().getOrDefault(name, name));
        }
        return Placeholders.fill(text, examples);
    }
}
