package io.chatauth.sandbox.internal.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.webhook.Event;
import io.chatauth.sandbox.internal.webhook.Notice;
import java.util.function.Consumer;

/** Tells the application what became of a template: the webhook {@code TEMPLATE_UPDATE}, which is no list. */
final class TemplateUpdates {
    private final Consumer<Notice> post;

    /**
     * Makes the teller.
     *
     * @param post takes what to post
     */
    TemplateUpdates(Consumer<Notice> post) {
        this.post = post;
    }

    /** Tells what changed, in the order status, category; nothing if neither did. */
    void changed(Template before, Template after) {
        if (before.status() != after.status()) {
            ObjectNode change = Json.object()
                    .put("type", "TEMPLATE_STATUS_UPDATE")
                    .put("newStatus", after.status().name());
            if (after.status() == TemplateStatus.REJECTED) {
                change.put("reason", "INVALID_FORMAT");
            }
            tell(after, change);
        }
        if (!before.category().equals(after.category())) {
            tell(
                    after,
                    Json.object()
                            .put("type", "TEMPLATE_CATEGORY_UPDATE")
                            .put("previousCategory", before.category())
                            .put("newCategory", after.category()));
        }
    }

    private void tell(Template template, ObjectNode change) {
        ObjectNode update = Json.object()
                .put("messageTemplateId", template.id())
                .put("messageTemplateName", template.name())
                .put("messageTemplateLanguage", template.language())
                .put("timestamp", Json.time(template.updatedAt()));
        update.set("change", change);
        post.accept(new Notice(
                WhatsAppReports.CHANNEL,
                Event.TEMPLATE_UPDATE,
                template.sender(),
                template.id(),
                Notice.Platform.NONE,
                null,
                update));
    }
}
