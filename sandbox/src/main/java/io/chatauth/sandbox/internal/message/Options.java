package io.chatauth.sandbox.internal.message;

import org.jspecify.annotations.Nullable;

/**
 * What a message carries beside its content.
 *
 * @param notifyUrl where its reports go, or null for the account's webhook
 * @param callbackData the application's own data, or null
 * @param bulkId the batch, or null
 * @param entityId the entity, or null
 * @param applicationId the application, or null
 * @param replyTo the id of the message that it answers, or null
 */
public record Options(
        @Nullable String notifyUrl,
        @Nullable String callbackData,
        @Nullable String bulkId,
        @Nullable String entityId,
        @Nullable String applicationId,
        @Nullable String replyTo) {
    /** Nothing. */
    public static final Options NONE = new Options(null, null, null, null, null, null);

    /**
     * Makes the options of an answer.
     *
     * @param messageId what it answers, or null
     * @return the options
     */
    public static Options replyTo(@Nullable String messageId) {
        return new Options(null, null, null, null, null, messageId);
    }
}
