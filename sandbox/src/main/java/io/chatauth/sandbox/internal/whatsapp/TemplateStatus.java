package io.chatauth.sandbox.internal.whatsapp;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a template is in its review, from the enum of Infobip's spec. */
public enum TemplateStatus {
    /** May be sent. */
    APPROVED,
    /** Rejected, and appealed against. */
    IN_APPEAL,
    /** In review. */
    PENDING,
    /** Refused. */
    REJECTED,
    /** About to be deleted. */
    PENDING_DELETION,
    /** Deleted. */
    DELETED,
    /** May be sent again. */
    REINSTATED,
    /** May be sent, but its quality is watched. */
    FLAGGED,
    /** Paused for the first time. */
    FIRST_PAUSED,
    /** Paused for the second time. */
    SECOND_PAUSED,
    /** Switched off for good. */
    DISABLED;

    /**
     * Lists the names.
     *
     * @return all names
     */
    public static Set<String> names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.toSet());
    }

    boolean sendable() {
        return this == APPROVED || this == REINSTATED || this == FLAGGED;
    }

    boolean editable() {
        return this == APPROVED || this == REJECTED || this == FIRST_PAUSED || this == SECOND_PAUSED;
    }
}
