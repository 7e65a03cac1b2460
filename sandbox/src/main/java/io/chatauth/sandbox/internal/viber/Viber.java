package io.chatauth.sandbox.internal.viber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.envelope.EnvelopeEndpoint;
import io.chatauth.sandbox.internal.envelope.ReportsEndpoint;
import io.chatauth.sandbox.internal.registry.Blanks;
import io.chatauth.sandbox.internal.registry.Registered;
import io.chatauth.sandbox.internal.registry.RegisteredStore;
import io.chatauth.sandbox.internal.registry.Review;
import io.chatauth.sandbox.internal.server.Routes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Viber's part of the API. */
public final class Viber {
    /** The channel's name. */
    public static final String CHANNEL = "VIBER";

    static final Blanks BLANKS = new Blanks("{{", "[^{}]+", "}}");
    private static final Review REVIEW =
            new Review("PENDING", "APPROVED", "DECLINED", Set.of("PENDING", "APPROVED", "DECLINED"));

    private Viber() {}

    /**
     * Makes Viber's empty registry.
     *
     * @param clock the time
     * @param approveAfter how long a review takes, or null if somebody has to decide
     * @return the registry
     */
    public static RegisteredStore templates(Clock clock, @Nullable Duration approveAfter) {
        return new RegisteredStore(CHANNEL, REVIEW, clock, approveAfter, Viber::preview);
    }

    /**
     * Adds Viber's routes.
     *
     * @param routes the API's routes
     * @param templates the registered templates
     * @param shared what all send endpoints work with
     * @param changed runs after every change of a template
     */
    public static void addTo(
            Routes routes, RegisteredStore templates, EnvelopeEndpoint.Shared shared, Runnable changed) {
        new TemplateEndpoints(templates, shared.senders(), changed).addTo(routes);
        routes.add("POST", "/viber/2/messages", new EnvelopeEndpoint(new ViberMessages(templates), shared));
        routes.add("GET", "/viber/2/reports", new ReportsEndpoint(CHANNEL, shared));
    }

    /** What a template says: Viber itself words a one-time password template that has no body. */
    static String text(Registered template) {
        return template.details().at("/body/0/template").asText("Your verification code is {{pin}}.");
    }

    private static void preview(Registered template, ObjectNode view) {
        JsonNode details = template.details();
        view.put("language", details.at("/body/0/language").asText(""))
                .put("category", details.path("category").asText())
                .put("text", text(template));
    }
}
