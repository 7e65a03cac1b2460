package io.chatauth.sandbox.internal.kakao;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.envelope.EnvelopeEndpoint;
import io.chatauth.sandbox.internal.envelope.ReportsEndpoint;
import io.chatauth.sandbox.internal.registry.Declaration;
import io.chatauth.sandbox.internal.registry.Registered;
import io.chatauth.sandbox.internal.registry.RegisteredStore;
import io.chatauth.sandbox.internal.registry.Review;
import io.chatauth.sandbox.internal.server.Routes;
import java.time.Clock;

/** KakaoTalk AlimTalk's part of the API. */
public final class Kakao {
    /** The channel's name. */
    public static final String CHANNEL = "KAKAO";

    private Kakao() {}

    /**
     * Makes the empty store of templates that Kakao has approved.
     *
     * @param clock the time
     * @return the store
     */
    public static RegisteredStore templates(Clock clock) {
        return new RegisteredStore(CHANNEL, Review.DECLARED, clock, null, Kakao::preview);
    }

    /**
     * Tells how templates are declared: {@code {"sender":…,"templateCode":…,"text":…,"title":…,"buttons":[…]}}, with
     * {@code #{name}} for what differs from message to message.
     *
     * @param templates where they are kept
     * @return the declaration
     */
    public static Declaration declaration(RegisteredStore templates) {
        return new Declaration(templates, "templateCode", KakaoMessages::check);
    }

    /**
     * Adds KakaoTalk's routes.
     *
     * @param routes the API's routes
     * @param templates the declared templates
     * @param shared what all send endpoints work with
     */
    public static void addTo(Routes routes, RegisteredStore templates, EnvelopeEndpoint.Shared shared) {
        routes.add("POST", "/kakao-alim/1/messages", new EnvelopeEndpoint(new KakaoMessages(templates), shared));
        routes.add("GET", "/kakao-alim/1/reports", new ReportsEndpoint(CHANNEL, shared));
    }

    private static void preview(Registered template, ObjectNode view) {
        view.put("header", template.details().path("title").asText(""));
        view.put("text", template.details().path("text").asText());
        KakaoMessages.buttons(template.details())
                .forEach(button -> view.withArray("buttons").add(button.json()));
    }
}
