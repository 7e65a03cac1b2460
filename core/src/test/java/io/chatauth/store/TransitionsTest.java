package io.chatauth.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.FlowId;
import io.chatauth.MessageStatus;
import io.chatauth.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The conditions of each change, at their edges. */
class TransitionsTest {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant END = START.plus(Duration.ofMinutes(5));
    private static final Instant SOON = START.plusSeconds(60);
    private static final Duration GAP = Duration.ofSeconds(3);
    private static final SealedPayload PAYLOAD = SealedPayload.of("k1", new byte[40]);
    private static final ChannelId CHANNEL = ChannelId.of("sample");

    private final ChallengeRecord fresh = new ChallengeRecord(
            ChallengeId.of("challenge-1"),
            Tenant.DEFAULT,
            FlowId.of("verification-code"),
            CHANNEL,
            ChallengeState.OPEN,
            START,
            END,
            Optional.empty(),
            0,
            3,
            START,
            1,
            3,
            SOON,
            Optional.empty(),
            2,
            "c2FsdHNhbHRzYWx0c2FsdA",
            "k1",
            "k1",
            "recipient",
            "subject",
            "purpose.",
            List.of("lookup"),
            Optional.of(PAYLOAD),
            Optional.empty(),
            false,
            List.of(MessageRecord.queued("challenge-1-0-0", 0, 0, CHANNEL, START, "node-1", SOON)));

    private static Optional<ChallengeRecord> after(ChallengeRecord challenge, Transition transition) {
        return Transitions.carryOut(challenge, transition);
    }

    private static ChallengeRecord won(ChallengeRecord challenge, Transition transition) {
        return after(challenge, transition).orElseThrow();
    }

    private static void loses(ChallengeRecord challenge, Transition transition) {
        assertEquals(Optional.empty(), after(challenge, transition));
    }

    private static Transition count(Instant at) {
        return new Transition.CountAttempt(at, 2, GAP, Set.of("k1"));
    }

    private static Transition answer(Instant at, int generation, ChallengeState to, boolean handedOut) {
        return new Transition.Answer(at, generation, to, Assurance.SECRET, handedOut);
    }

    private ChallengeRecord approved(boolean handedOut) {
        return won(fresh, answer(START, 2, ChallengeState.APPROVED, handedOut));
    }

    @Test
    void attemptsAreCountedUpToTheLastAndWaitForTheGap() {
        ChallengeRecord one = won(fresh, count(START));
        assertEquals(1, one.attempts());
        assertEquals(START, one.nextAttemptAt(), "the first is free");
        ChallengeRecord two = won(one, count(START));
        assertEquals(START.plus(GAP), two.nextAttemptAt());
        loses(two, count(START.plus(GAP).minusMillis(1)));
        ChallengeRecord three = won(two, count(START.plus(GAP)));
        assertEquals(3, three.attempts());
        loses(three, count(END.minusMillis(1)));
    }

    @Test
    void anAttemptNeedsTheKeyAndTheTime() {
        loses(fresh, new Transition.CountAttempt(START, 2, GAP, Set.of("k2")));
        assertTrue(after(fresh, count(END.minusMillis(1))).isPresent());
        loses(fresh, count(END));
        loses(approved(true), count(START));
    }

    @Test
    void anAnswerIsForTheGenerationThatItWasGivenTo() {
        loses(fresh, answer(START, 1, ChallengeState.APPROVED, true));
        loses(fresh, answer(START, 3, ChallengeState.APPROVED, true));
        assertTrue(after(fresh, answer(START, 2, ChallengeState.APPROVED, true)).isPresent());
    }

    @Test
    void theFirstAnswerEndsItAndWhatWasPersonalIsErased() {
        ChallengeRecord approved = approved(false);
        assertEquals(ChallengeState.APPROVED, approved.state());
        assertEquals(Optional.of(START), approved.endedAt());
        assertEquals(Optional.of(Assurance.SECRET), approved.assurance());
        assertEquals(Optional.empty(), approved.payload());
        assertEquals(List.of(), approved.lookups());
        assertEquals(Optional.of(PAYLOAD), Transitions.unerased(fresh, approved).payload());
        assertEquals(List.of("lookup"), Transitions.unerased(fresh, approved).lookups());
        for (ChallengeState to : List.of(ChallengeState.APPROVED, ChallengeState.DENIED, ChallengeState.EXHAUSTED)) {
            loses(approved, answer(START, 2, to, true));
        }
        loses(approved, new Transition.Cancel(START));
        loses(approved, new Transition.Expire(END));
        ChallengeRecord denied = won(fresh, answer(START, 2, ChallengeState.DENIED, true));
        assertEquals(Optional.empty(), denied.assurance());
        assertFalse(denied.handedOut());
    }

    @Test
    void itIsExhaustedOnlyWhenAllAttemptsAreCounted() {
        loses(fresh, answer(START, 2, ChallengeState.EXHAUSTED, true));
        ChallengeRecord spent = fresh;
        for (int i = 0; i < 3; i++) {
            spent = won(spent, count(START.plusSeconds(3L * i)));
        }
        assertEquals(
                ChallengeState.EXHAUSTED,
                won(spent, answer(SOON, 2, ChallengeState.EXHAUSTED, true)).state());
    }

    @Test
    void anApprovalIsHandedOutOnce() {
        ChallengeRecord handed = won(approved(false), new Transition.HandOut(START));
        assertTrue(handed.handedOut());
        loses(handed, new Transition.HandOut(START));
        loses(approved(true), new Transition.HandOut(START));
        loses(fresh, new Transition.HandOut(START));
    }

    @Test
    void itExpiresAtItsEndAndIsCancelledBeforeIt() {
        loses(fresh, new Transition.Expire(END.minusMillis(1)));
        assertEquals(
                ChallengeState.EXPIRED, won(fresh, new Transition.Expire(END)).state());
        assertEquals(
                ChallengeState.CANCELLED,
                won(fresh, new Transition.Cancel(END.minusMillis(1))).state());
        loses(fresh, new Transition.Cancel(END));
    }

    private static Transition send(Instant at, String id, boolean newGeneration) {
        MessageRecord message = MessageRecord.queued(id, 0, 1, CHANNEL, at, "node-1", at);
        return new Transition.Send(at, message, END, Optional.of(END), newGeneration);
    }

    @Test
    void aMessageIsAddedAfterTheCooldownWhileSendsAreLeft() {
        loses(fresh, send(SOON.minusMillis(1), "challenge-1-0-1", false));
        loses(fresh, send(SOON, "challenge-1-0-0", false));
        loses(fresh, send(END, "challenge-1-0-1", false));
        ChallengeRecord two = won(fresh, send(SOON, "challenge-1-0-1", false));
        assertEquals(2, two.sends());
        assertEquals(2, two.messages().size());
        assertEquals(2, two.generation());
        assertEquals(END, two.nextSendAt());
        assertEquals(Optional.of(END), two.nextStepAt());
        assertEquals(3, won(fresh, send(SOON, "challenge-1-0-1", true)).generation());
        loses(approved(true), send(SOON, "challenge-1-0-1", false));
    }

    @Test
    void aMessageMovesForwardOnly() {
        ChallengeRecord delivered = won(fresh, moved(MessageStatus.DELIVERED));
        assertEquals(MessageStatus.DELIVERED, delivered.messages().get(0).status());
        assertEquals(Optional.of("their-id"), delivered.messages().get(0).providerId());
        loses(delivered, moved(MessageStatus.SENT));
        loses(delivered, moved(MessageStatus.DELIVERED));
        assertTrue(after(delivered, moved(MessageStatus.SEEN)).isPresent());
        loses(
                fresh,
                new Transition.MessageUpdate(SOON, "another", MessageStatus.SENT, Optional.empty(), Optional.empty()));
    }

    private static Transition moved(MessageStatus status) {
        return new Transition.MessageUpdate(SOON, "challenge-1-0-0", status, Optional.empty(), Optional.of("their-id"));
    }

    @Test
    void aWaitingMessageIsTakenByItsNodeOrAfterItsLease() {
        assertTrue(after(fresh, lease("node-1", START)).isPresent());
        loses(fresh, lease("node-2", SOON.minusMillis(1)));
        ChallengeRecord taken = won(fresh, lease("node-2", SOON));
        assertEquals("node-2", taken.messages().get(0).node());
        assertEquals(END, taken.messages().get(0).leasedUntil());
        loses(won(fresh, moved(MessageStatus.ACCEPTED)), lease("node-1", START));
        loses(approved(true), lease("node-1", START));
    }

    private static Transition lease(String node, Instant at) {
        return new Transition.Lease(at, "challenge-1-0-0", node, END);
    }
}
