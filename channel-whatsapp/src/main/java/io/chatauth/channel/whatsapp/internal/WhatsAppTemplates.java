package io.chatauth.channel.whatsapp.internal;

import io.chatauth.ChannelId;
import io.chatauth.infobip.wire.JsonObject;
import io.chatauth.infobip.wire.JsonWriter;
import io.chatauth.infobip.wire.PathSegments;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.RateLimit;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Approval;
import io.chatauth.template.TemplateContent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The template API, version 2. Its list is whole. A template is read and edited by its number, one language at a time, and
 * deleted by its name, in all languages and for all senders of the business account.
 */
final class WhatsAppTemplates implements TemplateRegistry {
    private static final String WHAT = "a template of whatsapp";
    private static final String LIST = "the templates of whatsapp";

    private final ChannelId channel;
    private final WhatsAppOptions options;

    WhatsAppTemplates(ChannelId channel, WhatsAppOptions options) {
        this.channel = channel;
        this.options = options;
    }

    @Override
    public Exchange<RegisteredTemplate> create(String sender, AdaptedTemplate template) {
        String language = WhatsAppTemplateRules.checkForRegistration(channel, template);
        byte[] body = JsonWriter.write(out -> out.text("name", template.source().name())
                .text("language", language)
                .text("category", WhatsAppContents.category(template))
                .object("structure", structure -> WhatsAppStructure.write(structure, template, options)));
        return new Exchange<>(WireRequest.post(path(sender), body), WhatsAppTemplates::one);
    }

    @Override
    public Exchange<RegisteredTemplate> get(String sender, String id) {
        return new Exchange<>(WireRequest.get(path(sender) + "/" + PathSegments.encode(id)), WhatsAppTemplates::one);
    }

    @Override
    public Exchange<List<RegisteredTemplate>> list(String sender) {
        return new Exchange<>(
                WireRequest.get(path(sender)),
                response -> JsonObject.parse(response.body(), LIST)
                        .objects("templates")
                        .orElseThrow(() -> new MalformedResponseException(LIST + " come without a list", null))
                        .stream()
                        .map(WhatsAppTemplates::registered)
                        .toList());
    }

    /** Changes structure and, unless it is approved, category; name and language can't be changed. */
    @Override
    public Optional<Exchange<RegisteredTemplate>> edit(
            String sender, RegisteredTemplate registered, AdaptedTemplate template) {
        WhatsAppTemplateRules.checkForRegistration(channel, template);
        WhatsAppTemplateRules.checkForEdit(channel, template, registered);
        String category = WhatsAppContents.category(template);
        boolean recategorised = registered
                .content()
                .flatMap(content -> content.part(TemplateContent.CATEGORY))
                .filter(category::equals)
                .isEmpty();
        byte[] body = JsonWriter.write(out -> {
            if (recategorised && registered.approval() != Approval.State.APPROVED) {
                out.text("category", category);
            }
            out.object("structure", structure -> WhatsAppStructure.write(structure, template, options));
        });
        WireRequest request = WireRequest.of(
                "PATCH",
                path(sender) + "/" + PathSegments.encode(registered.id()),
                Map.of("Content-Type", "application/json"),
                body);
        return Optional.of(new Exchange<>(request, WhatsAppTemplates::one));
    }

    /** A rejected or paused template may be edited without limit. */
    @Override
    public List<RateLimit> editLimits(RegisteredTemplate registered) {
        return registered.approval() == Approval.State.APPROVED
                ? List.of(new RateLimit(1, Duration.ofHours(24)), new RateLimit(10, Duration.ofDays(30)))
                : List.of();
    }

    @Override
    public Optional<Exchange<String>> deleteAllLanguages(String sender, String key) {
        WireRequest request =
                WireRequest.of("DELETE", path(sender) + "/" + PathSegments.encode(key), Map.of(), new byte[0]);
        return Optional.of(new Exchange<>(request, response -> key));
    }

    @Override
    public Optional<TemplateContent> content(AdaptedTemplate template) {
        WhatsAppTemplateRules.checkForRegistration(channel, template);
        return Optional.of(WhatsAppContents.of(template, options));
    }

    private static String path(String sender) {
        return "/whatsapp/2/senders/" + PathSegments.encode(sender) + "/templates";
    }

    private static RegisteredTemplate one(WireResponse response) {
        return registered(JsonObject.parse(response.body(), WHAT));
    }

    private static RegisteredTemplate registered(JsonObject template) {
        String status = template.text("status").orElse("");
        String name = template.requiredText("name", WHAT);
        return new RegisteredTemplate(
                template.requiredText("id", WHAT),
                name,
                template.requiredText("language", WHAT),
                approval(status),
                status,
                Optional.of(name),
                WhatsAppContents.readBack(template));
    }

    /**
     * FLAGGED and REINSTATED templates can be sent; one whose refusal is IN_APPEAL can't, until the appeal is won; one that
     * waits for its deletion is as good as deleted.
     */
    static Approval.State approval(String status) {
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
