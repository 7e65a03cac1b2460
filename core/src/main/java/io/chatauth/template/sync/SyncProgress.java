package io.chatauth.template.sync;

import java.util.Objects;

/**
 * How far a synchronisation is.
 *
 * @param phase what happens now
 * @param number the number of the step among those that write, from 1
 * @param of how many steps write
 * @param step the step
 * @param text what happened, or for how long it waits and why; may be empty
 */
public record SyncProgress(Phase phase, int number, int of, PlannedStep step, String text) {
    /** What happens with a step. */
    public enum Phase {
        /** It begins. */
        BEGINS,
        /** It waits, so that the provider's rate limit holds. */
        WAITS,
        /** It is done. */
        DONE,
        /** It failed; the others go on. */
        FAILED
    }

    /** Checks that all parts are there. */
    public SyncProgress {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return number + "/" + of + " " + step.subject() + " " + step.action().inWords() + ": "
                + phase.name().toLowerCase(java.util.Locale.ROOT) + (text.isEmpty() ? "" : ", " + text);
    }
}
