package io.chatauth.channel.viber.internal;

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
import io.chatauth.template.Category;
import io.chatauth.template.Placeholders;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The template API, version 1. Placeholders keep their names, but the code of an OTP template is called {@code pin}. Viber
 * gives a template an id and no name. One template may be read 10 times a minute, the list 10 times a second; so the list
 * is what to ask for often.
 */
final class ViberTemplates implements TemplateRegistry {
    private static final String WHAT = "a template of viber";
    private static final String LIST = "the templates of viber";
    private static final int LONGEST_EXAMPLE = 125;

    private final ChannelId channel;

    ViberTemplates(ChannelId channel) {
        this.channel = channel;
    }

    @Override
    public Exchange<RegisteredTemplate> create(String sender, AdaptedTemplate template) {
        Template source = template.source();
        Map<String, String> names = ViberTemplateRules.parameters(template);
        check(template, names);
        String language = ViberLanguages.find(source.language()).orElseThrow();
        byte[] body = JsonWriter.write(out -> out.text("category", category(source))
                .objects(
                        "body",
                        List.of(template.body()),
                        (fields, text) -> fields.text("language", language)
                                .text("template", Placeholders.fill(text, inBraces(names))))
                .objects(
                        "params",
                        List.copyOf(names.entrySet()),
                        (fields, name) -> fields.text("type", "TEXT")
                                .text("name", name.getValue())
                                .text("example", example(source, name.getKey()))));
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
        return page(Pages.first(path(sender)));
    }

    @Override
    public Optional<Exchange<List<RegisteredTemplate>>> next(String sender, WireResponse response) {
        return Pages.next(path(sender), JsonObject.parse(response.body(), LIST)).map(ViberTemplates::page);
    }

    @Override
    public Optional<Exchange<RegisteredTemplate>> delete(String sender, RegisteredTemplate registered) {
        WireRequest request = WireRequest.of(
                "DELETE", path(sender) + "/" + PathSegments.encode(registered.id()), Map.of(), new byte[0]);
        return Optional.of(new Exchange<>(request, response -> registered));
    }

    @Override
    public Optional<TemplateContent> content(AdaptedTemplate template) {
        Template source = template.source();
        Map<String, String> names = ViberTemplateRules.parameters(template);
        check(template, names);
        return Optional.of(content(
                category(source),
                ViberLanguages.find(source.language()).orElseThrow(),
                Placeholders.fill(template.body(), inBraces(names))));
    }

    private static TemplateContent content(String category, String language, String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(TemplateContent.CATEGORY, category);
        parts.put("language", language);
        parts.put("text", text.strip());
        return TemplateContent.of(parts);
    }

    private static String category(Template source) {
        return source.category() == Category.AUTHENTICATION ? "OTP" : "TRANSACTIONAL";
    }

    private static Exchange<List<RegisteredTemplate>> page(WireRequest request) {
        return new Exchange<>(
                request,
                response -> JsonObject.parse(response.body(), LIST)
                        .objects("templates")
                        .orElseThrow(() -> new MalformedResponseException(LIST + " come without a list", null))
                        .stream()
                        .map(ViberTemplates::registered)
                        .toList());
    }

    private static String path(String sender) {
        return "/viber/1/senders/" + PathSegments.encode(sender) + "/templates";
    }

    private void check(AdaptedTemplate template, Map<String, String> names) {
        Template source = template.source();
        List<String> reasons = new ArrayList<>();
        if (!template.buttons().isEmpty()) {
            reasons.add("a registered template of Viber has no buttons, this one has "
                    + template.buttons().get(0).kind() + "; adapt it as a registered one");
        }
        if (ViberLanguages.find(source.language()).isEmpty()) {
            reasons.add("Viber has no language '" + source.language() + "'; take one of " + ViberLanguages.CODES);
        }
        names.keySet().stream()
                .filter(name -> example(source, name).length() > LONGEST_EXAMPLE)
                .forEach(name -> reasons.add("the example of {{" + name + "}} is longer than " + LONGEST_EXAMPLE
                        + " characters; give a shorter one"));
        if (names.values().stream().distinct().count() < names.size()) {
            reasons.add("the code is called {{pin}} on Viber, and another placeholder has that name; rename it");
        }
        ViberTemplateRules.refuseIfAny(channel, source, reasons);
    }

    private static Map<String, String> inBraces(Map<String, String> names) {
        Map<String, String> braced = new HashMap<>();
        names.forEach((placeholder, name) -> braced.put(placeholder, "{{" + name + "}}"));
        return braced;
    }

    private static String example(Template source, String placeholder) {
        return source.examples().getOrDefault(placeholder, placeholder);
    }

    /** A template has one text in one language, so its id says all; a message may name the language another way. */
    private static RegisteredTemplate registered(JsonObject template) {
        String id = template.requiredText("templateId", WHAT);
        String status = template.text("status").orElse("");
        RegisteredTemplate registered = new RegisteredTemplate(id, id, "", approval(status), status);
        return template.objects("body").stream()
                .flatMap(List::stream)
                .findFirst()
                .map(text -> registered.showing(content(
                        template.text("category").orElse(""),
                        text.text("language").orElse(""),
                        text.text("template").orElse(""))))
                .orElse(registered);
    }

    private static Approval.State approval(String status) {
        return switch (status) {
            case "APPROVED" -> Approval.State.APPROVED;
            case "PENDING" -> Approval.State.PENDING;
            case "DECLINED" -> Approval.State.REJECTED;
            default -> Approval.State.UNKNOWN;
        };
    }
}
