package io.chatauth;

/** Why a message did not get there, and what can be done about it. */
public enum FailureReason {
    /** The person does not use this chat app with this address. */
    NOT_ON_CHANNEL("offer another channel"),
    /** The person, or a block list, blocks the sender. */
    BLOCKED("offer another channel; don't send again on this one"),
    /** The template is unknown, not approved, paused, or its values don't fit. */
    TEMPLATE("check the template's name, language, approval and placeholders"),
    /** Free text outside of the window in which the channel allows it. */
    WINDOW_CLOSED("send an approved template"),
    /** The provider could not deliver in time. */
    EXPIRED("send again or offer another channel"),
    /** The provider's flood filter: too many messages to this address. */
    FLOODING("wait before sending to this address again"),
    /** The person's chat identity changed (new phone or SIM): a takeover signal. */
    IDENTITY_CHANGED("don't trust this address until the person proved it another way"),
    /** The sender is not registered or not allowed. */
    SENDER("check the sender configured for this channel and country"),
    /** No route to the destination, or not enough credit. */
    ACCOUNT("check the account: credit, routes, permissions"),
    /** The credentials were refused or lack a scope. */
    CREDENTIALS("check the credentials and their scopes"),
    /** The provider refused the request as malformed. */
    INVALID_REQUEST("correct the named fields; sending it again cannot help"),
    /** Too many requests; retries did not get through in time. */
    RATE_LIMITED("send more slowly, or ask for a higher rate"),
    /** The provider could not be reached, or gave no answer in time; the message may or may not have been taken. */
    UNREACHABLE("check the network and the base URL; the same message may be sent again"),
    /** The queue was full. */
    QUEUE_FULL("start fewer challenges at a time, or allow a longer queue or more requests in flight"),
    /** The challenge ended before the message left. */
    NOT_NEEDED("nothing to do"),
    /** The provider reported another failure. */
    PROVIDER("see the provider's code and text");

    private final String advice;

    FailureReason(String advice) {
        this.advice = advice;
    }

    /**
     * Says what can be done.
     *
     * @return a short sentence part, such as {@code offer another channel}
     */
    public String advice() {
        return advice;
    }
}
