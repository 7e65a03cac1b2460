package io.chatauth.sandbox.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Something that the application is to hear.
 *
 * @param channel the channel, for instance {@code WHATSAPP}
 * @param event what it tells
 * @param sender the business's sender that it concerns
 * @param about whom it concerns; what concerns one is posted in order
 * @param platform the message's entity and application
 * @param notifyUrl the message's own address, or null
 * @param body what to post
 */
public record Notice(
        String channel,
        Event event,
        String sender,
        String about,
        Platform platform,
        @Nullable String notifyUrl,
        JsonNode body) {
    /**
     * Where a message belongs in the account.
     *
     * @param entityId the entity, or null
     * @param applicationId the application, or null
     */
    public record Platform(
            @Nullable String entityId, @Nullable String applicationId) {
        /** Nowhere in particular. */
        public static final Platform NONE = new Platform(null, null);
    }
}
