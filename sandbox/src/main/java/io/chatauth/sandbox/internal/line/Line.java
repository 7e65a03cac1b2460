package io.chatauth.sandbox.internal.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.envelope.EnvelopeEndpoint;
import io.chatauth.sandbox.internal.envelope.ReportsEndpoint;
import io.chatauth.sandbox.internal.registry.Declaration;
import io.chatauth.sandbox.internal.registry.Registered;
import io.chatauth.sandbox.internal.registry.RegisteredStore;
import io.chatauth.sandbox.internal.registry.Review;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.server.Routes;
import java.time.Clock;

/** LINE's part of the API. */
public final class Line {
    /** The channel's name. */
    public static final String CHANNEL = "LINE";

    private Line() {}

    /**
     * Makes the empty store of layouts that LINE has approved.
     *
     * @param clock the time
     * @return the store
     */
    public static RegisteredStore templates(Clock clock) {
        return new RegisteredStore(CHANNEL, Review.DECLARED, clock, null, Line::preview);
    }

    /**
     * Tells how layouts are declared: {@code {"sender":…,"name":…,"contents":{"type":"BUBBLE",…}}}, with {@code {{name}}}
     * for what differs from message to message.
     *
     * @param templates where they are kept
     * @return the declaration
     */
    public static Declaration declaration(RegisteredStore templates) {
        return new Declaration(templates, "name", template -> {
            Fields contents = template.requiredObject("contents");
            if (contents != null) {
                BubbleRules.check(contents);
            }
        });
    }

    /**
     * Adds LINE's routes.
     *
     * @param routes the API's routes
     * @param templates the declared layouts
     * @param shared what all send endpoints work with
     */
    public static void addTo(Routes routes, RegisteredStore templates, EnvelopeEndpoint.Shared shared) {
        routes.add("POST", "/line/1/messages", new EnvelopeEndpoint(new LineMessages(templates), shared));
        routes.add("GET", "/line/1/reports", new ReportsEndpoint(CHANNEL, shared));
    }

    private static void preview(Registered template, ObjectNode view) {
        Bubble bubble = Bubble.of(template.details().path("contents"));
        view.put("text", bubble.text());
        bubble.buttons().forEach(button -> view.withArray("buttons").add(button.json()));
    }
}
