package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.MessageStatus;
import io.chatauth.StoreException;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.SealedPayload;
import io.chatauth.store.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The cases of issue, attempts, and the end of a challenge. */
abstract class ChallengeStoreDecisions extends ChallengeStoreBase {
    /** For subclasses. */
    protected ChallengeStoreDecisions() {}

    @Test
    void whatWasInsertedIsFoundAsItWas() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("full")
                .tenant("bank-7")
                .channel("other")
                .nextStep(Duration.ofSeconds(45))
                .keys("key-1", "key-2", "key-3")
                .lookup("look-1")
                .lookup("look-2"));
        assertEquals(challenge, found(challenge));
    }

    @Test
    void challengeWithoutMessagesIsKeptToo() {
        ChallengeRecord sample = SampleChallenge.named("silent").build();
        ChallengeRecord silent = new ChallengeRecord(
                sample.id(),
                sample.tenant(),
                sample.flow(),
                sample.channel(),
                sample.state(),
                sample.createdAt(),
                sample.expiresAt(),
                sample.endedAt(),
                0,
                5,
                sample.nextAttemptAt(),
                0,
                5,
                sample.nextSendAt(),
                sample.nextStepAt(),
                0,
                sample.salt(),
                sample.codeKeyId(),
                sample.indexKeyId(),
                sample.recipientKey(),
                sample.subjectKey(),
                sample.purposeKey(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
        store.insert(silent);
        assertEquals(silent, found(silent));
        wins(silent, approval(NOW));
    }

    @Test
    void unknownIdIsEmptyAndWinsNothing() {
        ChallengeId unknown = ChallengeId.of("unknown");
        ChallengeRecord elsewhere = SampleChallenge.named("unknown").build();
        assertEquals(Optional.empty(), store.find(unknown));
        for (Transition transition : List.of(
                attempt(NOW),
                approval(NOW),
                new Transition.HandOut(NOW),
                new Transition.Cancel(NOW),
                new Transition.Expire(TOO_LATE),
                send(unknown, NOW, 1),
                update(elsewhere, NOW, MessageStatus.SENT),
                lease(elsewhere, NOW, SampleChallenge.NODE),
                rekey(NOW))) {
            assertEquals(new Applied(false, Optional.empty()), store.apply(unknown, transition));
        }
    }

    @Test
    void onlyOpenChallengesAreInserted() {
        ChallengeRecord challenge = inserted("ended");
        wins(challenge, approval(NOW));
        ChallengeRecord ended = found(challenge);
        store.purge(END, 10);
        assertThrows(IllegalArgumentException.class, () -> store.insert(ended));
    }

    @Test
    void takenIdIsRefusedEvenAfterTheEnd() {
        ChallengeRecord first = inserted("twice");
        ChallengeRecord second =
                SampleChallenge.named("twice").subject("other").lookup("free").build();
        assertThrows(StoreException.class, () -> store.insert(second));
        assertEquals(first, found(first));
        wins(first, approval(NOW));
        assertThrows(StoreException.class, () -> store.insert(second));
        inserted(SampleChallenge.named("another").lookup("free"));
    }

    @Test
    void lookupIsTakenUntilItsChallengeEnds() {
        ChallengeRecord first = inserted(SampleChallenge.named("first").lookup("wanted"));
        ChallengeRecord second =
                SampleChallenge.named("second").lookup("alone").lookup("wanted").build();
        assertThrows(StoreException.class, () -> store.insert(second));
        assertEquals(Optional.empty(), store.find(second.id()));
        assertEquals(List.of(), store.findOpen(new OpenQuery.ByLookup("alone", NOW), 1));
        assertEquals(List.of(), store.findOpen(new OpenQuery.BySubject(second.subjectKey(), NOW), 1));
        inserted(SampleChallenge.named("third").lookup("alone"));
        wins(first, approval(NOW));
        inserted(SampleChallenge.named("fourth").lookup("wanted"));
    }

    @Test
    void attemptIsCountedBeforeTheEndOnly() {
        ChallengeRecord challenge = inserted("attempts");
        assertEquals(1, wins(challenge, attempt(TOO_EARLY)).attempts());
        loses(challenge, attempt(END));
        loses(challenge, attempt(TOO_LATE));
        assertEquals(1, found(challenge).attempts());
    }

    @Test
    void noAttemptIsCountedBeyondTheMaximum() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("three").maxAttempts(3));
        for (int i = 1; i <= 3; i++) {
            assertEquals(i, wins(challenge, attempt(NOW)).attempts());
        }
        loses(challenge, attempt(NOW));
    }

    @Test
    void laterAttemptsWaitForTheGap() {
        ChallengeRecord challenge = inserted("gap");
        Duration gap = Duration.ofSeconds(3);
        Set<String> keys = Set.of("key-1");
        ChallengeRecord first = wins(challenge, new Transition.CountAttempt(NOW, 2, gap, keys));
        assertEquals(challenge.nextAttemptAt(), first.nextAttemptAt());
        ChallengeRecord second = wins(challenge, new Transition.CountAttempt(NOW, 2, gap, keys));
        assertEquals(NOW.plus(gap), second.nextAttemptAt());
        loses(challenge, new Transition.CountAttempt(NOW.plus(gap).minusMillis(1), 2, gap, keys));
        ChallengeRecord third = wins(challenge, new Transition.CountAttempt(NOW.plus(gap), 2, gap, keys));
        assertEquals(3, third.attempts());
        assertEquals(NOW.plus(gap).plus(gap), third.nextAttemptAt());
    }

    @Test
    void attemptUnderAnUnknownKeyCostsNothing() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("keys").keys("key-7", "key-1", "key-2"));
        loses(challenge, new Transition.CountAttempt(NOW, 2, Duration.ZERO, Set.of("key-1", "key-2")));
        loses(challenge, new Transition.CountAttempt(NOW, 2, Duration.ZERO, Set.of()));
        wins(challenge, new Transition.CountAttempt(NOW, 2, Duration.ZERO, Set.of("key-1", "key-7")));
    }

    @Test
    void approvalIsWonBeforeTheEndOnly() {
        loses(inserted("late"), approval(END));
        loses(inserted("later"), approval(TOO_LATE));
        ChallengeRecord challenge = inserted("in-time");
        ChallengeRecord approved = wins(challenge, approval(TOO_EARLY));
        assertEquals(ChallengeState.APPROVED, approved.state());
        assertEquals(Optional.of(TOO_EARLY), approved.endedAt());
        assertEquals(Optional.of(Assurance.SECRET), approved.assurance());
        assertTrue(approved.handedOut());
    }

    @Test
    void answerToAnOldGenerationLoses() {
        ChallengeRecord challenge = inserted("generation");
        wins(challenge, new Transition.Send(NOW, queued(challenge.id(), NOW, 1), NOW, Optional.empty(), true));
        loses(challenge, approval(NOW));
        wins(challenge, new Transition.Answer(NOW, 1, ChallengeState.APPROVED, Assurance.BOUND, false));
        assertFalse(found(challenge).handedOut());
    }

    @Test
    void denialHasNoAssuranceAndIsHandedOutToNobody() {
        ChallengeRecord challenge = inserted("denied");
        wins(challenge, new Transition.Answer(NOW, 0, ChallengeState.DENIED, Assurance.NONE, true));
        ChallengeRecord denied = found(challenge);
        assertEquals(ChallengeState.DENIED, denied.state());
        assertEquals(Optional.empty(), denied.assurance());
        assertFalse(denied.handedOut());
        loses(challenge, new Transition.HandOut(NOW));
    }

    @Test
    void challengeIsExhaustedOnlyWithoutAttemptsLeft() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("two").maxAttempts(2));
        wins(challenge, attempt(NOW));
        loses(challenge, answer(NOW, ChallengeState.EXHAUSTED));
        wins(challenge, attempt(NOW));
        assertEquals(
                ChallengeState.EXHAUSTED,
                wins(challenge, answer(NOW, ChallengeState.EXHAUSTED)).state());
    }

    @Test
    void lastAttemptMayStillBeTheRightOne() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("last").maxAttempts(1));
        wins(challenge, attempt(NOW));
        assertEquals(1, wins(challenge, approval(NOW)).attempts());
    }

    @Test
    void approvalIsHandedOutOnce() {
        ChallengeRecord challenge = inserted("hand-out");
        loses(challenge, new Transition.HandOut(NOW));
        wins(challenge, new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.LOW, false));
        assertFalse(found(challenge).handedOut());
        assertTrue(wins(challenge, new Transition.HandOut(TOO_LATE)).handedOut());
        loses(challenge, new Transition.HandOut(TOO_LATE));
        assertEquals(Optional.of(NOW), found(challenge).endedAt());
    }

    @Test
    void challengeIsCancelledBeforeTheEndOnly() {
        loses(inserted("cancel-late"), new Transition.Cancel(END));
        ChallengeRecord cancelled = wins(inserted("cancel"), new Transition.Cancel(TOO_EARLY));
        assertEquals(ChallengeState.CANCELLED, cancelled.state());
        assertEquals(Optional.of(TOO_EARLY), cancelled.endedAt());
    }

    @Test
    void challengeExpiresFromItsEndOn() {
        ChallengeRecord challenge = inserted("expire");
        loses(challenge, new Transition.Expire(TOO_EARLY));
        ChallengeRecord expired = wins(challenge, new Transition.Expire(END));
        assertEquals(ChallengeState.EXPIRED, expired.state());
        assertEquals(Optional.of(END), expired.endedAt());
        wins(inserted("expire-later"), new Transition.Expire(TOO_LATE));
    }

    @Test
    void everyEndErasesWhatIsPersonalAndGivesItToTheWinnerOnly() {
        for (Transition end : List.of(
                approval(NOW),
                answer(NOW, ChallengeState.DENIED),
                answer(NOW, ChallengeState.EXHAUSTED),
                new Transition.Cancel(NOW),
                new Transition.Expire(END))) {
            ChallengeRecord challenge = inserted(SampleChallenge.named("erased-" + end.hashCode())
                    .maxAttempts(0)
                    .lookup("look-1")
                    .lookup("look-2"));
            ChallengeRecord won = wins(challenge, end);
            assertEquals(challenge.payload(), won.payload(), () -> end + " gives the payload to its winner");
            assertEquals(Set.copyOf(challenge.lookups()), Set.copyOf(won.lookups()));
            assertEquals(Optional.empty(), found(challenge).payload(), () -> end + " erases the payload");
            assertEquals(List.of(), found(challenge).lookups(), () -> end + " erases the look-ups");
            assertEquals(List.of(), store.findOpen(new OpenQuery.ByLookup("look-1", NOW), 1));
            loses(challenge, end);
        }
    }

    @Test
    void endedChallengeStaysAsItEnded() {
        for (Transition end : List.of(approval(NOW), answer(NOW, ChallengeState.DENIED), new Transition.Cancel(NOW))) {
            ChallengeRecord challenge = inserted("ended-" + end.hashCode());
            wins(challenge, end);
            loses(challenge, attempt(NOW));
            loses(challenge, approval(NOW));
            loses(challenge, answer(NOW, ChallengeState.DENIED));
            loses(challenge, new Transition.Cancel(NOW));
            loses(challenge, new Transition.Expire(TOO_LATE));
            loses(challenge, send(challenge.id(), NOW, 1));
            loses(challenge, lease(challenge, NOW, SampleChallenge.NODE));
            loses(challenge, rekey(NOW));
        }
    }

    @Test
    void rekeyReplacesWhatDependsOnKeys() {
        ChallengeRecord challenge =
                inserted(SampleChallenge.named("rekey").lookup("kept").lookup("old"));
        ChallengeRecord changed = wins(challenge, rekey(TOO_LATE, "kept", "new"));
        assertEquals(changed, found(challenge));
        assertEquals("new-recipient", changed.recipientKey());
        assertEquals("new-subject", changed.subjectKey());
        assertEquals("new-purpose", changed.purposeKey());
        assertEquals("key-2", changed.indexKeyId());
        assertEquals("key-1", changed.codeKeyId());
        assertEquals(Optional.of("key-2"), changed.payload().map(SealedPayload::keyId));
        assertEquals(List.of(), store.findOpen(new OpenQuery.ByLookup("old", NOW), 1));
        assertEquals(List.of(changed), store.findOpen(new OpenQuery.ByLookup("kept", NOW), 1));
        assertEquals(List.of(changed), store.findOpen(new OpenQuery.ByLookup("new", NOW), 1));
        assertEquals(List.of(), store.findOpen(new OpenQuery.BySubject(challenge.subjectKey(), NOW), 1));
        assertEquals(List.of(changed), store.findOpen(new OpenQuery.BySubject("new-subject", NOW), 1));
        assertEquals(
                List.of(changed),
                store.findOpen(new OpenQuery.ByRecipient("new-recipient", challenge.channel(), NOW), 1));
        inserted(SampleChallenge.named("heir").lookup("old"));
    }

    @Test
    void rekeyToATakenLookupChangesNothing() {
        inserted(SampleChallenge.named("holder").lookup("held"));
        ChallengeRecord challenge = inserted(SampleChallenge.named("rekey").lookup("own"));
        assertThrows(StoreException.class, () -> store.apply(challenge.id(), rekey(NOW, "free", "held")));
        assertEquals(challenge, found(challenge));
        assertEquals(List.of(challenge), store.findOpen(new OpenQuery.ByLookup("own", NOW), 1));
        inserted(SampleChallenge.named("other").lookup("free"));
    }
}
