package io.chatauth.channel.whatsapp.internal;

import io.chatauth.ChannelId;
import io.chatauth.infobip.wire.JsonObject;
import io.chatauth.infobip.wire.JsonWriter;
import io.chatauth.infobip.wire.PathSegments;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.spi.WireRequest;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Approval;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Category;
import io.chatauth.template.Placeholders;
import io.chatauth.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The template API, version 2. Named placeholders are registered as {@code {{1}}}, {@code {{2}}} and so on, counted anew in
 * each part in the order of first appearance, which is the order in which their values are sent.
 */
final class WhatsAppTemplates implements TemplateRegistry {
    private static final String WHAT = "a template of whatsapp";
    private static final int LONGEST_CODE = 15;

    private final ChannelId channel;
    private final WhatsAppOptions options;

    WhatsAppTemplates(ChannelId channel, WhatsAppOptions options) {
        this.channel = channel;
        this.options = options;
    }

    @Override
    public Exchange<RegisteredTemplate> create(String sender, AdaptedTemplate template) {
        WhatsAppTemplateRules.check(channel, template);
        checkCopyCodeExample(template);
        String language = language(template);
        Template source = template.source();
        byte[] body = JsonWriter.write(out -> out.text("name", source.name())
                .text("language", language)
                .text("category", source.category() == Category.AUTHENTICATION ? "AUTHENTICATION" : "UTILITY")
                .object("structure", structure -> {
                    if (template.textFixed()) {
                        authentication(structure, template);
                    } else {
                        structure(structure, template);
                    }
                }));
        return new Exchange<>(
                WireRequest.post(path(sender), body), response -> registered(JsonObject.parse(response.body(), WHAT)));
    }

    @Override
    public Exchange<RegisteredTemplate> get(String sender, String id) {
        return new Exchange<>(
                WireRequest.get(path(sender) + "/" + PathSegments.encode(id)),
                response -> registered(JsonObject.parse(response.body(), WHAT)));
    }

    @Override
    public Exchange<List<RegisteredTemplate>> list(String sender) {
        String what = "the templates of whatsapp";
        return new Exchange<>(
                WireRequest.get(path(sender)),
                response -> JsonObject.parse(response.body(), what)
                        .objects("templates")
                        .orElseThrow(() -> new MalformedResponseException(what + " come without a list", null))
                        .stream()
                        .map(WhatsAppTemplates::registered)
                        .toList());
    }

    private static String path(String sender) {
        return "/whatsapp/2/senders/" + PathSegments.encode(sender) + "/templates";
    }

    private String language(AdaptedTemplate template) {
        String code = template.source().language().replace('-', '_');
        if (!WhatsAppLanguages.CODES.contains(code)) {
            WhatsAppTemplateRules.refuseIfAny(
                    channel,
                    template,
                    List.of("WhatsApp has no language '" + code + "'; take one of " + WhatsAppLanguages.CODES));
        }
        return code;
    }

    private void checkCopyCodeExample(AdaptedTemplate template) {
        for (Button button : template.buttons()) {
            if (button.kind() == ButtonKind.COPY_CODE
                    && filledWithExamples(template.source(), button.value()).length() > LONGEST_CODE) {
                WhatsAppTemplateRules.refuseIfAny(
                        channel,
                        template,
                        List.of("the example of the code behind '" + button.label() + "' is longer than " + LONGEST_CODE
                                + " characters; give {{"
                                + Placeholders.in(button.value()).get(0)
                                + "}} a shorter example"));
            }
        }
    }

    private void authentication(JsonWriter out, AdaptedTemplate template) {
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
            button.text("otpType", "COPY_CODE");
            words.ifPresent(text -> button.text("text", text));
        });
    }

    private static void structure(JsonWriter out, AdaptedTemplate template) {
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

    private static String numbered(String text) {
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

    private static String filledWithExamples(Template source, String text) {
        Map<String, String> examples = new HashMap<>();
        for (String name : Placeholders.in(text)) {
            examples.put(name, source.examples().getOrDefault(name, name));
        }
        return Placeholders.fill(text, examples);
    }

    private static RegisteredTemplate registered(JsonObject template) {
        String status = template.text("status").orElse("");
        return new RegisteredTemplate(
                template.requiredText("id", WHAT),
                template.requiredText("name", WHAT),
                template.requiredText("language", WHAT),
                approval(status),
                status);
    }

    /**
     * FLAGGED and REINSTATED templates can be sent; one whose refusal is IN_APPEAL can't, until the appeal is won; one that
     * waits for its deletion is as good as deleted.
     */
    private static Approval.State approval(String status) {
        return switch (status) {
            case "APPROVED", "REINSTATED", "FLAGGED" -> Approval.State.APPROVED;
            case "PENDING" -> Approval.State.PENDING;
            case "REJECTED", "IN_APPEAL" -> Approval.State.REJECTED;
            case "FIRST_PAUSED", "SECOND_PAUSED" -> Approval.State.PAUSED;
            case "DISABLED", "DELETED", "PENDING_DELETION" -> Approval.State.DISABLED;
            default -> Approval.State.UNKNOWN;
        };
    }
}
