package io.chatauth.sandbox.internal.message;

import org.jspecify.annotations.Nullable;

/**
 * What a message carries beside its content.
 *
 * @param reporting where its reports go and what they bring back
 * @param bulkId the batch, or null
 * @param entityId the entity, or null
 * @param applicationId the application, or null
 * @param campaignReferenceId the campaign, or null
 * @param trackingData what an answer brings back, or null
 * @param replyTo the id of the message that it answers, or null
 * @param sms what is sent if it does not arrive, or null
 */
public record Options(
        Reporting reporting,
        @Nullable String bulkId,
        @Nullable String entityId,
        @Nullable String applicationId,
        @Nullable String campaignReferenceId,
        @Nullable String trackingData,
        @Nullable String replyTo,
        @Nullable Sms sms) {
    /**
     * An SMS for the case that the message does not arrive.
     *
     * @param sender who sends it
     * @param to who gets it
     * @param text what it says
     */
    public record Sms(String sender, String to, String text) {}

    /**
     * Where reports go.
     *
     * @param deliveryUrl where delivery reports go, or null for the account's webhook
     * @param seenUrl where seen reports go, or null for the account's webhook
     * @param wanted whether there are delivery reports
     * @param callbackData the application's own data, or null
     */
    public record Reporting(
            @Nullable String deliveryUrl,
            @Nullable String seenUrl,
            boolean wanted,
            @Nullable String callbackData) {
        /** To the account's webhook. */
        public static final Reporting ACCOUNT = new Reporting(null, null, true, null);
    }

    /**
     * Makes the options of an answer.
     *
     * @param messageId what it answers, or null
     * @param trackingData what the answered message carried, or null
     * @return the options
     */
    public static Options replyTo(@Nullable String messageId, @Nullable String trackingData) {
        return new Options(Reporting.ACCOUNT, null, null, null, null, trackingData, messageId, null);
    }
}
