package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.Allowance;
import io.chatauth.Answer;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.Expect;
import io.chatauth.MessageStatus;
import io.chatauth.UnknownKeyException;
import io.chatauth.event.ChatAuthEvent.ChallengeEnded;
import io.chatauth.event.ChatAuthEvent.OperatorAlert;
import io.chatauth.internal.key.Keys;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.Transition;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads stored challenges: what they expect, what is left to them, and how their end is told. */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Parts parts;
    private final Consumer<ChallengeRecord> touched;

    Ledger(Parts parts, Consumer<ChallengeRecord> touched) {
        this.parts = parts;
        this.touched = touched;
    }

    /** What a recipient on a channel is found by, for one sender. */
    static String recipientKey(Keys keys, String keyId, ChannelId channel, String sender, Address to) {
        return keys.index(keyId, "recipient", channel.value(), AddressBook.plain(sender), to.value());
    }

    /** Tells whether the challenge is about what the caller expects; assurance is checked elsewhere. */
    boolean expected(ChallengeRecord challenge, Expect expect) {
        if (!challenge.tenant().equals(expect.tenant()) || !reached(challenge)) {
            return false;
        }
        touched.accept(challenge);
        try {
            return PurposeKey.read(challenge.purposeKey()).matches(parts.keys(), challenge.indexKeyId(), expect);
        } catch (UnknownKeyException e) {
            alert("challenge " + challenge.id() + " can't be looked at on this node: " + e.getMessage());
            throw e;
        }
    }

    /**
     * A challenge that is younger than this node's clock says it could be would live longer here than it may: then the clock
     * is wrong, and the challenge does not exist here.
     */
    boolean reached(ChallengeRecord challenge) {
        Instant now = parts.clock().instant();
        boolean reached = !challenge.createdAt().isAfter(now.plus(KeyDesk.SKEW));
        if (!reached) {
            alert("challenge " + challenge.id() + " was made at " + challenge.createdAt()
                    + ", and this node's clock says " + now
                    + "; it is not looked at here: set the clocks of all nodes right");
        }
        return reached;
    }

    private void alert(String text) {
        LOG.error("{}", text);
        parts.events().tell(new OperatorAlert(parts.clock().instant(), text));
    }

    /** Opens the sealed content of an open challenge. */
    Content content(ChallengeRecord challenge) {
        touched.accept(challenge);
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

    /** Whether nothing got there, and nothing else goes out by itself. */
    static boolean undelivered(ChallengeRecord challenge) {
        return allFailed(challenge) && challenge.nextStepAt().isEmpty();
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
            Whom whom = Whom.of(parts, after);
            parts.events()
                    .tell(new ChallengeEnded(
                            now,
                            after.tenant(),
                            id,
                            after.flow(),
                            after.channel(),
                            after.state(),
                            after.state() == ChallengeState.APPROVED ? after.assurance() : Optional.empty(),
                            after.createdAt(),
                            whom.recipient(),
                            whom.country(),
                            after.codeKeyId()));
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
