package io.chatauth.template;

/** What a message is for. It decides what a channel lets one write, and what it costs. */
public enum Category {
    /** Carries a code. Channels may fix its text. */
    AUTHENTICATION,
    /** Informs about something the person asked for or has: a card, a payment, a link. */
    UTILITY
}
