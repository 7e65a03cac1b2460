package io.chatauth.channel.whatsapp.internal;

import io.chatauth.infobip.wire.JsonObject;
import io.chatauth.infobip.wire.Timestamps;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.InboundEvent.TemplateChanged;
import io.chatauth.webhook.InboundEvent.TemplateChanged.Category;
import io.chatauth.webhook.InboundEvent.TemplateChanged.Change;
import io.chatauth.webhook.InboundEvent.TemplateChanged.Quality;
import io.chatauth.webhook.InboundEvent.TemplateChanged.Status;
import java.util.Optional;

/** Reads the webhook {@code TEMPLATE_UPDATE}: schema {@code TemplateUpdatePushEvent}, one update to a body. */
final class WhatsAppTemplateUpdates {
    private WhatsAppTemplateUpdates() {}

    /** Gives the update; empty if the body is none, lacks what names the template, or is of an unknown kind. */
    static Optional<InboundEvent> read(JsonObject body) {
        Optional<String> name = present(body, "messageTemplateName");
        Optional<String> language = present(body, "messageTemplateLanguage");
        if (name.isEmpty() || language.isEmpty()) {
            return Optional.empty();
        }
        return body.object("change")
                .flatMap(WhatsAppTemplateUpdates::change)
                .map(change -> new TemplateChanged(
                        body.text("messageTemplateId").orElse(""),
                        name.get(),
                        language.get(),
                        body.text("timestamp").flatMap(Timestamps::parse),
                        change));
    }

    private static Optional<Change> change(JsonObject change) {
        return switch (change.text("type").orElse("")) {
            case "TEMPLATE_STATUS_UPDATE" ->
                present(change, "newStatus")
                        .map(status -> new Status(WhatsAppTemplates.approval(status), words(change, status)));
            case "TEMPLATE_CATEGORY_UPDATE" ->
                present(change, "newCategory").map(to -> new Category(text(change, "previousCategory"), to));
            case "TEMPLATE_QUALITY_UPDATE" ->
                present(change, "newQualityScore").map(to -> new Quality(text(change, "previousQualityScore"), to));
            default -> Optional.empty();
        };
    }

    private static String words(JsonObject change, String status) {
        return present(change, "reason")
                .filter(reason -> !reason.equals("NONE"))
                .map(reason -> status + ": " + reason)
                .orElse(status);
    }

    private static String text(JsonObject object, String field) {
        return object.text(field).orElse("");
    }

    private static Optional<String> present(JsonObject object, String field) {
        return object.text(field).filter(text -> !text.isBlank());
    }
}
