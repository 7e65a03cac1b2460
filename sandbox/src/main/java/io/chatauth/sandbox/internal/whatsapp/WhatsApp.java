package io.chatauth.sandbox.internal.whatsapp;

import io.chatauth.sandbox.internal.message.Conversations;
import io.chatauth.sandbox.internal.server.Routes;
import java.time.Clock;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** WhatsApp's part of the API. */
public final class WhatsApp {
    private WhatsApp() {}

    /**
     * Adds WhatsApp's routes.
     *
     * @param routes the API's routes
     * @param templates the registered templates
     * @param conversations where accepted messages go
     * @param senders the account's senders, empty for any
     * @param inPart whether a bad message in a batch is refused alone
     * @param clock the time
     * @param changed runs after every change of a template
     */
    public static void addTo(
            Routes routes,
            TemplateStore templates,
            Conversations conversations,
            Set<String> senders,
            BooleanSupplier inPart,
            Clock clock,
            Runnable changed) {
        new TemplateEndpoints(templates, senders, clock, changed).addTo(routes);
        Outbox outbox = new Outbox(conversations, senders, clock);
        routes.add("POST", "/whatsapp/1/message/template", new SendEndpoint(templates, outbox, inPart));
        for (WindowForm form : WindowForm.values()) {
            routes.add("POST", form.path(), new WindowEndpoint(form, outbox, clock));
        }
    }
}
