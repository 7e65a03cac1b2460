package io.chatauth.internal.engine;

import io.chatauth.FailureReason;
import io.chatauth.MessageStatus;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.MessageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an open challenge does next by itself: the next step of its route, a reminder, or nothing. Follows from what is stored and
 * the time alone, so every node says the same. Of a route with {@code k} steps the first message of step {@code n} has that
 * number, and the {@code n}-th reminder has {@code k + n - 1}.
 */
final class Agenda {
    /** What is to be done. */
    sealed interface Task {}

    /**
     * Go on with the route.
     *
     * @param step the step to try first
     */
    record Escalate(int step) implements Task {}

    /**
     * Send the message again.
     *
     * @param step the number of the reminder's message
     * @param next when the next reminder is due
     */
    record Remind(int step, Optional<Instant> next) implements Task {}

    /**
     * Nothing.
     *
     * @param until when to look again; empty for never
     */
    record Wait(Optional<Instant> until) implements Task {}

    private Agenda() {}

    /** What is to be done now; {@code status} tells how far a message got. */
    static Task of(
            ChallengeRecord challenge, Content content, Function<MessageRecord, MessageStatus> status, Instant now) {
        if (challenge.messages().stream()
                .flatMap(message -> message.failure().stream())
                .anyMatch(failure -> failure.reason() == FailureReason.IDENTITY_CHANGED)) {
            return new Wait(Optional.empty());
        }
        int current = current(challenge);
        if (current < steps(content) - 1 && !arrived(challenge, content, status)) {
            boolean due = challenge.nextStepAt().filter(at -> !now.isBefore(at)).isPresent();
            return due || failed(challenge, current, status)
                    ? new Escalate(current + 1)
                    : new Wait(challenge.nextStepAt());
        }
        return reminder(challenge, content, current, now);
    }

    /** When to look again after a step went out. */
    static Optional<Instant> after(ChallengeRecord challenge, Content content, int step, Instant now) {
        return step < steps(content) - 1
                ? Optional.of(now.plus(content.legs().get(step).within()))
                : firstReminder(content, challenge.createdAt());
    }

    /** When to look again after the first message. */
    static Optional<Instant> first(Content content, Instant now) {
        return steps(content) > 1 ? Optional.of(now.plus(content.legs().get(0).within())) : firstReminder(content, now);
    }

    /** Reminders begin when the route must have come to its end. */
    private static Optional<Instant> firstReminder(Content content, Instant createdAt) {
        List<Leg> legs = content.legs();
        Duration waits = legs.stream()
                .limit(Math.max(0, legs.size() - 1))
                .map(Leg::within)
                .reduce(Duration.ZERO, Duration::plus);
        return content.terms().reminders().stream()
                .findFirst()
                .map(first -> createdAt.plus(waits).plus(first));
    }

    private static Task reminder(ChallengeRecord challenge, Content content, int current, Instant now) {
        List<Duration> reminders = content.terms().reminders();
        int sent = Math.max(0, current - (steps(content) - 1));
        Optional<Instant> due = sent == 0 ? firstReminder(content, challenge.createdAt()) : challenge.nextStepAt();
        if (sent >= reminders.size() || due.isEmpty()) {
            return new Wait(Optional.empty());
        }
        if (now.isBefore(due.get())) {
            return new Wait(due);
        }
        Optional<Instant> next =
                sent + 1 < reminders.size() ? Optional.of(now.plus(reminders.get(sent + 1))) : Optional.empty();
        return new Remind(steps(content) + sent, next);
    }

    private static int steps(Content content) {
        return Math.max(1, content.legs().size());
    }

    private static int current(ChallengeRecord challenge) {
        return challenge.messages().stream().mapToInt(MessageRecord::step).max().orElse(0);
    }

    private static boolean arrived(
            ChallengeRecord challenge, Content content, Function<MessageRecord, MessageStatus> status) {
        return challenge.messages().stream()
                .filter(message -> message.step() < content.legs().size())
                .anyMatch(message -> {
                    MessageStatus got = status.apply(message);
                    return got != MessageStatus.FAILED
                            && got.compareTo(content.legs().get(message.step()).wanted()) >= 0;
                });
    }

    private static boolean failed(ChallengeRecord challenge, int step, Function<MessageRecord, MessageStatus> status) {
        List<MessageRecord> sent = challenge.messages().stream()
                .filter(message -> message.step() == step)
                .toList();
        return !sent.isEmpty() && sent.stream().allMatch(message -> status.apply(message) == MessageStatus.FAILED);
    }
}
