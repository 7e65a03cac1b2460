package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.MessageStatus;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.SealedPayload;
import io.chatauth.store.Transition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** What all cases of the {@link ChallengeStoreContract} use. */
abstract class ChallengeStoreBase {
    static final Instant CREATED = SampleChallenge.CREATED;
    static final Duration TTL = Duration.ofMinutes(5);
    static final Instant END = CREATED.plus(TTL);
    static final Instant NOW = CREATED.plusSeconds(10);
    static final Instant TOO_EARLY = END.minusMillis(1);
    static final Instant TOO_LATE = END.plusMillis(1);
    static final Duration LEASE = Duration.ofSeconds(30);

    ChallengeStore store = unset();

    /** For subclasses. */
    protected ChallengeStoreBase() {}

    /**
     * Makes the store to be tested.
     *
     * @return a store without challenges
     */
    protected abstract ChallengeStore newStore();

    /**
     * Gives another node's view of the same challenges, for the races between two nodes.
     *
     * @param first the store of the first node
     * @return a second store over the same data; unless overridden, the first one itself
     */
    protected ChallengeStore otherNode(ChallengeStore first) {
        return first;
    }

    @BeforeEach
    void makeStore() {
        store = newStore();
    }

    @SuppressWarnings("NullAway") // set before each test
    private static ChallengeStore unset() {
        return null;
    }

    ChallengeRecord inserted(SampleChallenge sample) {
        ChallengeRecord challenge = sample.build();
        store.insert(challenge);
        return challenge;
    }

    ChallengeRecord inserted(String id) {
        return inserted(SampleChallenge.named(id));
    }

    ChallengeRecord found(ChallengeRecord challenge) {
        return store.find(challenge.id()).orElseThrow(() -> new AssertionError(challenge.id() + " is not there"));
    }

    ChallengeRecord wins(ChallengeRecord challenge, Transition transition) {
        Applied applied = store.apply(challenge.id(), transition);
        assertTrue(applied.won(), () -> transition + " should win, but the challenge is " + applied.challenge());
        return applied.challenge().orElseThrow();
    }

    /** Checks that the transition loses, tells how the challenge stands, and changes nothing. */
    void loses(ChallengeRecord challenge, Transition transition) {
        ChallengeRecord before = found(challenge);
        Applied applied = store.apply(challenge.id(), transition);
        assertFalse(applied.won(), () -> transition + " should lose");
        assertEquals(Optional.of(before), applied.challenge(), () -> transition + " should tell how it stands");
        assertEquals(before, found(challenge), () -> transition + " should change nothing");
    }

    static Transition.CountAttempt attempt(Instant at) {
        return new Transition.CountAttempt(at, 10, Duration.ZERO, Set.of("key-1"));
    }

    static Transition.Answer approval(Instant at) {
        return new Transition.Answer(at, 0, ChallengeState.APPROVED, Assurance.SECRET, true);
    }

    static Transition.Answer answer(Instant at, ChallengeState to) {
        return new Transition.Answer(at, 0, to, Assurance.NONE, false);
    }

    static Transition.Send send(ChallengeId id, Instant at, int number) {
        return new Transition.Send(at, queued(id, at, number), at.plusSeconds(30), Optional.empty(), false);
    }

    static MessageRecord queued(ChallengeId id, Instant at, int number) {
        return MessageRecord.queued(
                SampleChallenge.messageId(id, number),
                0,
                number,
                SampleChallenge.CHANNEL,
                at,
                SampleChallenge.NODE,
                at.plus(SampleChallenge.LEASE));
    }

    static Transition.MessageUpdate update(ChallengeRecord challenge, Instant at, MessageStatus status) {
        return new Transition.MessageUpdate(at, messageOf(challenge), status, Optional.empty(), Optional.empty());
    }

    static Transition.Lease lease(ChallengeRecord challenge, Instant at, String node) {
        return new Transition.Lease(at, messageOf(challenge), node, at.plus(LEASE));
    }

    static Transition.Rekey rekey(Instant at, String... lookups) {
        return new Transition.Rekey(
                at,
                "new-recipient",
                "new-subject",
                "new-purpose",
                List.of(lookups),
                "key-2",
                SealedPayload.of("key-2", "sealed anew".getBytes(StandardCharsets.US_ASCII)));
    }

    static String messageOf(ChallengeRecord challenge) {
        return challenge.messages().get(0).id();
    }
}
