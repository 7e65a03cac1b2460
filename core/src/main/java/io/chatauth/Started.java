package io.chatauth;

import io.chatauth.template.AdaptationNote;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A challenge that has begun: it and its message are stored, and the message is on its way.
 *
 * @param id the challenge
 * @param expiresAt until when it may be answered
 * @param allowance what is left
 * @param notes what was changed in the message, and why
 * @param number two digits to show where the challenge began; empty if nobody is asked for them
 * @param invitation what to show so that the person can write; empty where a message is sent
 * @param accepted the provider's answer, when it comes; never completes exceptionally. Where the person writes first, refused as
 *     {@link FailureReason#NOT_NEEDED} at once
 */
public record Started(
        ChallengeId id,
        Instant expiresAt,
        Allowance allowance,
        List<AdaptationNote> notes,
        Optional<String> number,
        Optional<Invitation> invitation,
        CompletionStage<Receipt> accepted) {
    /** Copies the notes. */
    public Started {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(allowance, "allowance");
        notes = List.copyOf(notes);
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(invitation, "invitation");
        Objects.requireNonNull(accepted, "accepted");
    }

    /**
     * Says the challenge and until when it may be answered; neither the digits nor the invitation.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "Started[" + id + " until " + expiresAt + ", " + allowance + "]";
    }
}
