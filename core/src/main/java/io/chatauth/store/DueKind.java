package io.chatauth.store;

/** The kinds of work that come due. */
public enum DueKind {
    /** A message of an open challenge that is still queued and whose lease has run out, whoever had it. */
    MESSAGE,
    /** The next step of an open challenge's route, from {@code nextStepAt} on. */
    STEP,
    /** An open challenge whose time has run out, from {@code expiresAt} on. */
    EXPIRY
}
