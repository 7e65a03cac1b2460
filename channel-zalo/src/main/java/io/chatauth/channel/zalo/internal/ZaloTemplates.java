package io.chatauth.channel.zalo.internal;

import io.chatauth.ChannelId;
import io.chatauth.infobip.wire.JsonObject;
import io.chatauth.infobip.wire.JsonWriter;
import io.chatauth.infobip.wire.Pages;
import io.chatauth.infobip.wire.PathSegments;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Approval;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Placeholders;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateContent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The template API: written with version 2, read with version 1. Placeholders keep their names, written
 * <code>&lt;name&gt;</code>, but the code of an authentication template is called as the options say. What the API calls
 * {@code templateName} is the template's number when it is read or sent, and its title for people when it is written.
 */
final class ZaloTemplates implements TemplateRegistry {
    private static final String WHAT = "a template of zalo";
    private static final String LIST = "the templates of zalo";
    private static final String LABEL = "CUSTOM_LABELS";
    private static final String QUOTA = "the quota of zalo";

    private final ChannelId channel;
    private final ZaloOptions options;

    ZaloTemplates(ChannelId channel, ZaloOptions options) {
        this.channel = channel;
        this.options = options;
    }

    @Override
    public Exchange<RegisteredTemplate> create(String sender, AdaptedTemplate template) {
        return new Exchange<>(
                WireRequest.post(writePath(sender), body(template, Optional.empty())),
                response -> registered(JsonObject.parse(response.body(), WHAT), "templateId", "templateName"));
    }

    private byte[] body(AdaptedTemplate template, Optional<String> id) {
        ZaloTemplateRules.checkForRegistration(channel, template, options);
        Template source = template.source();
        return JsonWriter.write(out -> {
            id.ifPresent(number -> out.text("templateId", number));
            out.text("templateName", source.name()).object("templateContent", content -> {
                if (template.textFixed()) {
                    authentication(content);
                } else {
                    custom(content, template);
                }
            });
            List<String> names = ZaloTemplateRules.placeholders(template);
            if (!names.isEmpty()) {
                out.objects("params", names, (fields, name) -> parameter(fields, template, name));
            }
            out.text("note", "Template " + source + " of ChatAuth").text("trackingId", trackingId(source));
        });
    }

    @Override
    public Exchange<RegisteredTemplate> get(String sender, String id) {
        return new Exchange<>(
                WireRequest.get(path(sender) + "/" + PathSegments.encode(id)),
                response -> registered(JsonObject.parse(response.body(), WHAT), "templateName", "displayName"));
    }

    @Override
    public Exchange<List<RegisteredTemplate>> list(String sender) {
        return page(Pages.first(path(sender)));
    }

    @Override
    public Optional<Exchange<List<RegisteredTemplate>>> next(String sender, WireResponse response) {
        return Pages.next(path(sender), JsonObject.parse(response.body(), LIST)).map(ZaloTemplates::page);
    }

    /** Only a rejected template can be changed. */
    @Override
    public Optional<Exchange<RegisteredTemplate>> edit(
            String sender, RegisteredTemplate registered, AdaptedTemplate template) {
        ZaloTemplateRules.checkForEdit(channel, template, registered);
        return Optional.of(new Exchange<>(
                WireRequest.of(
                        "PUT",
                        writePath(sender),
                        Map.of("Content-Type", "application/json"),
                        body(template, Optional.of(registered.id()))),
                response -> registered(JsonObject.parse(response.body(), WHAT), "templateId", "templateName")));
    }

    @Override
    public Optional<Exchange<String>> quota(String sender) {
        return Optional.of(new Exchange<>(
                WireRequest.get("/zalo/1/sender/" + PathSegments.encode(sender) + "/quota"),
                response -> quota(JsonObject.parse(response.body(), QUOTA))));
    }

    /** Zalo doesn't read texts back; what was registered from here can still be told from what is here now. */
    @Override
    public Optional<TemplateContent> content(AdaptedTemplate template) {
        ZaloTemplateRules.checkForRegistration(channel, template, options);
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(TemplateContent.CATEGORY, template.textFixed() ? "AUTHENTICATION" : "TRANSACTION");
        if (template.textFixed()) {
            parts.put("code", options.codeParameter());
            parts.put("security warning", options.securityWarning());
            return Optional.of(TemplateContent.of(parts));
        }
        parts.put("title", bracketed(template.header().orElse("")));
        parts.put("text", String.join("\n", ZaloTemplateRules.paragraphs(bracketed(template.body()))));
        int number = 0;
        for (Button button : template.buttons()) {
            number++;
            parts.put("button " + number, button.kind() + " [" + button.label() + "] " + bracketed(button.value()));
        }
        return Optional.of(TemplateContent.of(parts));
    }

    private static String quota(JsonObject answer) {
        return answer.requiredText("remainingDailyQuota", QUOTA) + " of " + answer.requiredText("dailyQuota", QUOTA)
                + " messages are left today";
    }

    private static Exchange<List<RegisteredTemplate>> page(WireRequest request) {
        return new Exchange<>(
                request,
                response -> JsonObject.parse(response.body(), LIST)
                        .objects("results")
                        .orElseThrow(() -> new MalformedResponseException(LIST + " come without a list", null))
                        .stream()
                        .map(template -> registered(template, "templateName", "displayName"))
                        .toList());
    }

    private static String writePath(String sender) {
        return "/zalo/2/sender/" + PathSegments.encode(sender) + "/templates";
    }

    private static String path(String sender) {
        return "/zalo/1/sender/" + PathSegments.encode(sender) + "/templates";
    }

    private void authentication(JsonWriter out) {
        out.text("type", "AUTHENTICATION");
        logo(out);
        out.object("otp", otp -> otp.text("value", "<" + options.codeParameter() + ">"))
                .object("securityWarning", warning -> warning.text("value", options.securityWarning()));
    }

    private void custom(JsonWriter out, AdaptedTemplate template) {
        out.text("type", "CUSTOM").text("tag", "TRANSACTION");
        logo(out);
        out.object(
                        "title",
                        title -> title.text("value", bracketed(template.header().orElse(""))))
                .objects(
                        "paragraphs",
                        ZaloTemplateRules.paragraphs(template.body()),
                        (paragraph, text) -> paragraph.text("value", bracketed(text)))
                .object("buttons", buttons -> buttons.objects("items", template.buttons(), ZaloTemplates::button));
    }

    private void logo(JsonWriter out) {
        options.logo()
                .ifPresent(logo -> out.object(
                        "logo",
                        fields -> fields.object(
                                        "light",
                                        light -> light.text("type", "IMAGE").text("mediaId", logo.light()))
                                .object(
                                        "dark",
                                        dark -> dark.text("type", "IMAGE").text("mediaId", logo.dark()))));
    }

    private static void button(JsonWriter out, Button button) {
        String type =
                switch (button.kind()) {
                    case CALL_PHONE -> "MAKE_PHONE_CALL";
                    case OPEN_URL -> "GO_TO_COMPANY_PAGE";
                    case COPY_CODE -> "COPY";
                    case QUICK_REPLY -> throw new IllegalStateException("Zalo has no quick replies");
                };
        out.text("type", type).text("title", button.label()).text("content", bracketed(button.value()));
    }

    private void parameter(JsonWriter out, AdaptedTemplate template, String name) {
        out.text("type", template.textFixed() ? "OTP" : type(template.source(), name))
                .text("name", template.textFixed() ? options.codeParameter() : name)
                .text("sampleValue", example(template.source(), name));
    }

    /** A code, or part of a link, which takes 200 characters, or a label of 30. */
    private static String type(Template source, String name) {
        String placeholder = "{{" + name + "}}";
        for (Button button : source.buttons()) {
            if (button.kind() == ButtonKind.COPY_CODE && button.value().equals(placeholder)) {
                return "CODE";
            }
            if (button.kind() == ButtonKind.OPEN_URL && button.value().contains(placeholder)) {
                return "URL";
            }
        }
        return LABEL;
    }

    /** Whether a placeholder is neither a code nor part of a link. */
    static boolean isLabel(Template source, String name) {
        return type(source, name).equals(LABEL);
    }

    static String example(Template source, String placeholder) {
        return source.examples().getOrDefault(placeholder, placeholder);
    }

    private static String trackingId(Template source) {
        return source.name() + "-" + source.language();
    }

    private static String bracketed(String text) {
        Map<String, String> names = new HashMap<>();
        for (String name : Placeholders.in(text)) {
            names.put(name, "<" + name + ">");
        }
        return Placeholders.fill(text, names);
    }

    private static RegisteredTemplate registered(JsonObject template, String idField, String nameField) {
        String id = template.requiredText(idField, WHAT);
        String status = template.text("status").orElse("");
        String detail = template.text("reason")
                .filter(reason -> !reason.isBlank())
                .map(reason -> status + ": " + reason)
                .orElse(status);
        RegisteredTemplate registered = new RegisteredTemplate(id, id, "", approval(status), detail);
        return template.text(nameField).map(registered::named).orElse(registered);
    }

    /** The API spells a state one way in its answers and another way in its filter; both are read. */
    private static Approval.State approval(String status) {
        return switch (status) {
            case "ENABLE", "ENABLED" -> Approval.State.APPROVED;
            case "PENDING_REVIEW" -> Approval.State.PENDING;
            case "REJECT", "REJECTED" -> Approval.State.REJECTED;
            case "DISABLE", "DISABLED" -> Approval.State.DISABLED;
            default -> Approval.State.UNKNOWN;
        };
    }
}
