package io.chatauth.template.sync;

import io.chatauth.template.Approval;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a synchronisation did.
 *
 * @param steps every step of the plan, in its order
 */
public record SyncResult(List<Step> steps) {
    /** What became of a step. */
    public enum Outcome {
        /** It was written. */
        DONE,
        /** There was nothing to write. */
        NOTHING_TO_DO,
        /** The provider refused it or could not be reached. */
        FAILED,
        /** It was not begun. */
        NOT_DONE
    }

    /**
     * A step, and what became of it.
     *
     * @param planned the step
     * @param outcome what became of it
     * @param key what messages name the template by, as far as it is known now
     * @param approval what is known about it now
     * @param text why it failed or was not done, or what is left to do by hand; may be empty
     */
    public record Step(PlannedStep planned, Outcome outcome, String key, Approval approval, String text) {
        /** Checks that all parts are there. */
        public Step {
            Objects.requireNonNull(planned, "planned");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(approval, "approval");
            Objects.requireNonNull(text, "text");
        }

        @Override
        public String toString() {
            return planned.subject() + ": "
                    + outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                    + (approval.state() == Approval.State.UNKNOWN ? "" : ", " + approval.state())
                    + (text.isEmpty() ? "" : "; " + text);
        }
    }

    /** Copies the steps. */
    public SyncResult {
        steps = List.copyOf(steps);
    }

    /**
     * Tells whether all that was to be written is written. What waits for review is.
     *
     * @return false if a step failed or was not begun
     */
    public boolean complete() {
        return left().isEmpty();
    }

    /**
     * Gives what is left: planning anew and applying that goes on where this ended.
     *
     * @return the steps that failed or were not begun
     */
    public List<Step> left() {
        return steps.stream()
                .filter(step -> step.outcome() == Outcome.FAILED || step.outcome() == Outcome.NOT_DONE)
                .toList();
    }

    /**
     * Writes a line for each step.
     *
     * @return lines for people
     */
    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("\n"));
    }
}
