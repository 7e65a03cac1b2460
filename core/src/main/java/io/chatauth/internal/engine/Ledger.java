package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.Allowance;
import io.chatauth.Answer;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.Expect;
import io.chatauth.MessageStatus;
import io.chatauth.event.ChatAuthEvent.ChallengeEnded;
import io.chatauth.internal.address.SubjectKey;
import io.chatauth.internal.key.Keys;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.Transition;
import java.time.Instant;
import java.util.Optional;

/** Reads stored challenges: what they expect, what is left to them, and how their end is told. */
final class Ledger {
    private final Parts parts;

    Ledger(Parts parts) {
        this.parts = parts;
    }

    /** The opaque form of a person, over all channels. */
    static String subjectKey(Keys keys, String keyId, ChannelId channel, String sender, Address to) {
        return keys.index(keyId, "subject", SubjectKey.parts(to, channel, sender));
    }

    /** Tells whether the challenge is about what the caller expects; assurance is checked elsewhere. */
    boolean expected(ChallengeRecord challenge, Expect expect) {
        return challenge.tenant().equals(expect.tenant())
                && PurposeKey.read(challenge.purposeKey()).matches(parts.keys(), challenge.indexKeyId(), expect);
    }

    /** Opens the sealed content of an open challenge. */
    Content content(ChallengeRecord challenge) {
        return ContentCodec.read(parts.keys()
                .open(
                        challenge.id(),
                        challenge
                                .payload()
                                .orElseThrow(() ->
                                        new IllegalStateException("the content of " + challenge.id() + " is erased"))));
    }

    Composer.Seed seed(ChallengeRecord challenge) {
        return new Composer.Seed(
                challenge.tenant(), challenge.id(), challenge.codeKeyId(), challenge.salt(), challenge.generation());
    }

    static Allowance allowance(ChallengeRecord challenge, Instant now) {
        if (stateAt(challenge, now).ended()) {
            return Allowance.NONE;
        }
        int sends = Math.max(0, challenge.maxSends() - challenge.sends());
        Optional<Instant> resend = sends > 0 && challenge.nextSendAt().isBefore(challenge.expiresAt())
                ? Optional.of(challenge.nextSendAt())
                : Optional.empty();
        return new Allowance(Math.max(0, challenge.maxAttempts() - challenge.attempts()), sends, resend);
    }

    /** The state as of now: an open challenge whose time has run out is expired, stored so or not. */
    static ChallengeState stateAt(ChallengeRecord challenge, Instant now) {
        return challenge.state() == ChallengeState.OPEN && !now.isBefore(challenge.expiresAt())
                ? ChallengeState.EXPIRED
                : challenge.state();
    }

    static boolean allFailed(ChallengeRecord challenge) {
        return !challenge.messages().isEmpty()
                && challenge.messages().stream().allMatch(message -> message.status() == MessageStatus.FAILED);
    }

    static MessageRecord lastMessage(ChallengeRecord challenge) {
        return challenge.messages().get(challenge.messages().size() - 1);
    }

    /** Lets a challenge expire whose time has run out, and tells it if this call did. */
    void expire(ChallengeRecord challenge, Instant now) {
        end(challenge.id(), new Transition.Expire(now), now);
    }

    /** Applies a transition that ends a challenge, and tells it if this call won. */
    Applied end(ChallengeId id, Transition transition, Instant now) {
        Applied applied = parts.store().apply(id, transition);
        if (applied.won()) {
            ChallengeRecord after = applied.challenge().orElseThrow();
            parts.events()
                    .tell(new ChallengeEnded(
                            now,
                            after.tenant(),
                            id,
                            after.flow(),
                            after.channel(),
                            after.state(),
                            after.state() == ChallengeState.APPROVED ? after.assurance() : Optional.empty()));
        }
        return applied;
    }

    /** How an end is told to whoever comes later. */
    static Answer.Ended told(ChallengeState state) {
        return switch (state) {
            case APPROVED -> new Answer.AlreadyAnswered();
            case DENIED -> new Answer.Denied();
            case EXPIRED -> new Answer.Expired();
            case EXHAUSTED -> new Answer.Exhausted();
            case CANCELLED -> new Answer.Cancelled();
            case OPEN -> throw new IllegalArgumentException("an open challenge has no end to tell");
        };
    }
}
