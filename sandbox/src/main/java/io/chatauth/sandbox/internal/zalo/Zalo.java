package io.chatauth.sandbox.internal.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.envelope.EnvelopeEndpoint;
import io.chatauth.sandbox.internal.message.Content;
import io.chatauth.sandbox.internal.message.MessageStore;
import io.chatauth.sandbox.internal.registry.Registered;
import io.chatauth.sandbox.internal.registry.RegisteredStore;
import io.chatauth.sandbox.internal.registry.Review;
import io.chatauth.sandbox.internal.server.Routes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Zalo's part of the API. */
public final class Zalo {
    /** The channel's name. */
    public static final String CHANNEL = "ZALO";

    /** What the spec's lists and reads call the statuses; its filter calls three of them otherwise. */
    private static final Review REVIEW =
            new Review("PENDING_REVIEW", "ENABLE", "REJECT", Set.of("PENDING_REVIEW", "ENABLE", "REJECT", "DISABLE"));

    private Zalo() {}

    /**
     * Makes Zalo's empty registry.
     *
     * @param clock the time
     * @param approveAfter how long a review takes, or null if somebody has to decide
     * @return the registry
     */
    public static RegisteredStore templates(Clock clock, @Nullable Duration approveAfter) {
        return new RegisteredStore(CHANNEL, REVIEW, clock, approveAfter, Zalo::preview);
    }

    /**
     * Adds Zalo's routes.
     *
     * @param routes the API's routes
     * @param templates the registered templates
     * @param messages all messages, for the conversations and the quota
     * @param shared what all send endpoints work with
     * @param changed runs after every change of a template
     */
    public static void addTo(
            Routes routes,
            RegisteredStore templates,
            MessageStore messages,
            EnvelopeEndpoint.Shared shared,
            Runnable changed) {
        new TemplateEndpoints(templates, shared.senders(), changed).addTo(routes);
        routes.add(
                "GET", "/zalo/1/sender/{sender}/quota", new QuotaEndpoint(messages, shared.senders(), shared.clock()));
        routes.add(
                "POST",
                "/zalo/2/messages",
                new EnvelopeEndpoint(new ZaloMessages(templates, messages, shared.clock()), shared));
    }

    private static void preview(Registered template, ObjectNode view) {
        JsonNode content = template.details().path("templateContent");
        Content shown = Rendering.render(content, Map.of());
        view.put("category", content.path("type").asText()).put("text", shown.text());
        if (shown.header() != null) {
            view.put("header", shown.header().text());
        }
        shown.buttons().forEach(button -> view.withArray("buttons").add(button.json()));
    }
}
