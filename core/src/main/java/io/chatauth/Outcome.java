package io.chatauth;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened to a challenge so far, for a page that asks.
 *
 * @param state the state; {@link ChallengeState#EXPIRED} as soon as the time has run out
 * @param expiresAt when the time runs out, or ran out
 * @param messages its messages, oldest first
 * @param allowance what is left
 * @param answeredFrom the masked address that a right answer came from which waits for {@code complete(…)}; empty if none does
 * @param approval the approval; handed out once, to the first who asks after it was decided elsewhere
 */
public record Outcome(
        ChallengeState state,
        Instant expiresAt,
        List<MessageState> messages,
        Allowance allowance,
        Optional<String> answeredFrom,
        Optional<Answer.Approved> approval) {
    /** Copies the messages. */
    public Outcome {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(expiresAt, "expiresAt");
        messages = List.copyOf(messages);
        Objects.requireNonNull(allowance, "allowance");
        Objects.requireNonNull(answeredFrom, "answeredFrom");
        Objects.requireNonNull(approval, "approval");
    }

    /**
     * Tells whether every message failed, so that another channel or another way should be offered.
     *
     * @return true if there is at least one message and all have failed
     */
    public boolean deliveryFailed() {
        return !messages.isEmpty() && messages.stream().allMatch(message -> message.status() == MessageStatus.FAILED);
    }
}
