package io.chatauth.sandbox.internal.webhook;

/** What a webhook tells, in the words of Infobip's subscriptions. */
public enum Event {
    /** A message reached the phone, or never will. */
    DELIVERY,
    /** The person saw a message. */
    SEEN,
    /** The person wrote, or pressed a button. */
    INBOUND_MESSAGE,
    /** A template's status, category or quality changed. */
    TEMPLATE_UPDATE,
    /** The person's account moved to another device. */
    IDENTITY_CHANGE
}
