package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.ChannelId;
import io.chatauth.MessageStatus;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Due;
import io.chatauth.store.DueKind;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The cases of look-ups, due work, purging and keys. */
abstract class ChallengeStoreWork extends ChallengeStoreMessages {
    private static final Instant LEASE_END = CREATED.plus(SampleChallenge.LEASE);

    /** For subclasses. */
    protected ChallengeStoreWork() {}

    @Test
    void openChallengesAreFoundByEachKeyAndNoOther() {
        ChallengeRecord challenge = inserted(
                SampleChallenge.named("wanted").keys("code", "index", "data").lookup("look"));
        inserted(SampleChallenge.named("other").lookup("other-look"));
        ChannelId channel = challenge.channel();
        for (OpenQuery query : List.of(
                new OpenQuery.ByLookup("look", NOW),
                new OpenQuery.ByRecipient(challenge.recipientKey(), channel, NOW),
                new OpenQuery.BySubject(challenge.subjectKey(), NOW),
                new OpenQuery.ByKey("code", NOW))) {
            assertEquals(List.of(challenge), store.findOpen(query, 10), query::toString);
        }
        for (OpenQuery query : List.of(
                new OpenQuery.ByLookup(challenge.subjectKey(), NOW),
                new OpenQuery.ByRecipient(challenge.recipientKey(), ChannelId.of("other"), NOW),
                new OpenQuery.ByRecipient(challenge.subjectKey(), channel, NOW),
                new OpenQuery.BySubject(challenge.recipientKey(), NOW),
                new OpenQuery.ByKey("index", NOW))) {
            assertEquals(List.of(), store.findOpen(query, 10), query::toString);
        }
    }

    @Test
    void newestAreFoundFirstOverAllTenantsUpToTheLimit() {
        ChallengeRecord middle = inserted(shared("middle", 2).tenant("one"));
        ChallengeRecord newest = inserted(shared("newest", 3).tenant("two"));
        ChallengeRecord oldest = inserted(shared("oldest", 1));
        for (OpenQuery query : List.of(
                new OpenQuery.ByRecipient("shared-recipient", SampleChallenge.CHANNEL, NOW),
                new OpenQuery.BySubject("shared-subject", NOW),
                new OpenQuery.ByKey("shared-key", NOW))) {
            assertEquals(List.of(newest, middle, oldest), store.findOpen(query, 3), query::toString);
            assertEquals(List.of(newest, middle), store.findOpen(query, 2), query::toString);
            assertThrows(IllegalArgumentException.class, () -> store.findOpen(query, 0));
        }
        wins(newest, new Transition.Cancel(NOW));
        assertEquals(List.of(middle, oldest), store.findOpen(new OpenQuery.BySubject("shared-subject", NOW), 3));
    }

    private static SampleChallenge shared(String id, int seconds) {
        return SampleChallenge.named(id)
                .createdAt(CREATED.plusSeconds(seconds))
                .recipient("shared-recipient")
                .subject("shared-subject")
                .keys("shared-key", "key-1", "key-1");
    }

    @Test
    void challengeIsFoundUntilItsTimeHasRunOut() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("timely").lookup("look"));
        assertEquals(List.of(challenge), store.findOpen(new OpenQuery.ByLookup("look", TOO_EARLY), 1));
        assertEquals(List.of(), store.findOpen(new OpenQuery.ByLookup("look", END), 1));
        assertEquals(List.of(), store.findOpen(new OpenQuery.BySubject(challenge.subjectKey(), END), 1));
    }

    @Test
    void queuedMessageIsClaimedOnceItsLeaseRanOutAndOnceAgainAfterTheNext() {
        ChallengeRecord challenge = inserted("due-message");
        assertEquals(List.of(), claim(DueKind.MESSAGE, "node-2", LEASE_END.minusMillis(1)));
        Due due = onlyOne(claim(DueKind.MESSAGE, "node-2", LEASE_END));
        MessageRecord message = due.challenge().messages().get(0);
        assertEquals(DueKind.MESSAGE, due.kind());
        assertEquals(Optional.of(message.id()), due.messageId());
        assertEquals("node-2", message.node());
        assertEquals(LEASE_END.plus(LEASE), message.leasedUntil());
        assertEquals(due.challenge(), found(challenge));
        assertEquals(
                List.of(),
                claim(DueKind.MESSAGE, "node-3", LEASE_END.plus(LEASE).minusMillis(1)));
        assertEquals(1, claim(DueKind.MESSAGE, "node-3", LEASE_END.plus(LEASE)).size());
    }

    @Test
    void renewedLeaseHidesTheMessageAndSentOrEndedOnesAreNotDue() {
        ChallengeRecord renewed = inserted("renewed");
        wins(renewed, new Transition.Lease(NOW, messageOf(renewed), SampleChallenge.NODE, LEASE_END.plusMillis(1)));
        ChallengeRecord sent = inserted("sent");
        wins(sent, update(sent, NOW, MessageStatus.ACCEPTED));
        ChallengeRecord ended = inserted("ended");
        wins(ended, approval(NOW));
        assertEquals(List.of(), claim(DueKind.MESSAGE, "node-2", LEASE_END));
        assertEquals(
                renewed.id(),
                onlyOne(claim(DueKind.MESSAGE, "node-2", LEASE_END.plusMillis(1)))
                        .challenge()
                        .id());
    }

    @Test
    void eachQueuedMessageOfAChallengeIsDueByItself() {
        ChallengeRecord challenge = inserted("two");
        wins(challenge, send(challenge.id(), NOW, 1));
        Instant late = NOW.plus(SampleChallenge.LEASE);
        List<Due> due = claim(DueKind.MESSAGE, "node-2", late);
        assertEquals(
                List.of(Optional.of(messageOf(challenge)), Optional.of(SampleChallenge.messageId(challenge.id(), 1))),
                due.stream().map(Due::messageId).toList());
    }

    @Test
    void stepIsClaimedOnceUntilTheLeaseRanOut() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("step").nextStep(Duration.ofSeconds(45)));
        Instant at = CREATED.plusSeconds(45);
        assertEquals(List.of(), claim(DueKind.STEP, "node-1", at.minusMillis(1)));
        Due due = onlyOne(claim(DueKind.STEP, "node-1", at));
        assertEquals(new Due(DueKind.STEP, challenge, Optional.empty()), due);
        assertEquals(List.of(), claim(DueKind.STEP, "node-1", at.plus(LEASE).minusMillis(1)));
        assertEquals(1, claim(DueKind.STEP, "node-2", at.plus(LEASE)).size());
    }

    @Test
    void nextStepIsDueWhenTheSendSaysSoHoweverLongTheLastWasClaimed() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("steps").nextStep(Duration.ofSeconds(10)));
        assertEquals(1, claim(DueKind.STEP, "node-1", NOW).size());
        Instant next = NOW.plusSeconds(5);
        wins(challenge, new Transition.Send(NOW, queued(challenge.id(), NOW, 1), NOW, Optional.of(next), false));
        assertEquals(List.of(), claim(DueKind.STEP, "node-1", next.minusMillis(1)));
        assertEquals(1, claim(DueKind.STEP, "node-1", next).size());
        Instant last = next.plus(LEASE);
        wins(challenge, new Transition.Send(last, queued(challenge.id(), last, 2), last, Optional.empty(), false));
        assertEquals(List.of(), claim(DueKind.STEP, "node-1", END));
    }

    @Test
    void nextStepIsDueWhenItIsSaidAndNoMoreWhenNoneIs() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("said").nextStep(Duration.ofSeconds(10)));
        assertEquals(1, claim(DueKind.STEP, "node-1", NOW).size());
        Instant next = NOW.plusSeconds(5);
        ChallengeRecord after = wins(challenge, new Transition.NextStep(NOW, Optional.of(next)));
        assertEquals(Optional.of(next), after.nextStepAt());
        assertEquals(found(challenge), after);
        assertEquals(List.of(), claim(DueKind.STEP, "node-1", next.minusMillis(1)));
        assertEquals(1, claim(DueKind.STEP, "node-1", next).size());
        assertEquals(
                Optional.empty(),
                wins(challenge, new Transition.NextStep(next, Optional.empty())).nextStepAt());
        assertEquals(List.of(), claim(DueKind.STEP, "node-1", END));
    }

    @Test
    void noNextStepIsSaidOfWhatHasEnded() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("said-late").nextStep(Duration.ofSeconds(10)));
        wins(challenge, new Transition.Cancel(NOW));
        loses(challenge, new Transition.NextStep(NOW, Optional.of(NOW)));
        assertEquals(List.of(), claim(DueKind.STEP, "node-1", END));
    }

    @Test
    void expiryIsClaimedFromTheEndOnOnceUntilTheLeaseRanOut() {
        ChallengeRecord challenge = inserted("expiry");
        assertEquals(List.of(), claim(DueKind.EXPIRY, "node-1", TOO_EARLY));
        assertEquals(
                new Due(DueKind.EXPIRY, challenge, Optional.empty()), onlyOne(claim(DueKind.EXPIRY, "node-1", END)));
        assertEquals(List.of(), claim(DueKind.EXPIRY, "node-2", END));
        assertEquals(1, claim(DueKind.EXPIRY, "node-2", END.plus(LEASE)).size());
        wins(challenge, new Transition.Expire(END));
        assertEquals(List.of(), claim(DueKind.EXPIRY, "node-2", END.plus(LEASE).plus(LEASE)));
    }

    @Test
    void claimOfOneKindHidesNoOther() {
        inserted(SampleChallenge.named("all").nextStep(Duration.ofSeconds(1)));
        for (DueKind kind : DueKind.values()) {
            assertEquals(1, claim(kind, "node-1", END).size(), kind::toString);
        }
    }

    @Test
    void longestDueIsClaimedFirstUpToTheLimit() {
        for (int seconds : List.of(3, 1, 4, 2)) {
            inserted(SampleChallenge.named("due-" + seconds)
                    .createdAt(CREATED.plusSeconds(seconds))
                    .nextStep(Duration.ofSeconds(1)));
        }
        Instant late = END.plusSeconds(60);
        for (DueKind kind : DueKind.values()) {
            assertEquals(List.of("due-1", "due-2", "due-3"), ids(store.claim(kind, "node-1", late, LEASE, 3)));
            assertEquals(List.of("due-4"), ids(store.claim(kind, "node-1", late, LEASE, 3)));
            assertThrows(IllegalArgumentException.class, () -> store.claim(kind, "node-1", late, LEASE, 0));
            assertThrows(IllegalArgumentException.class, () -> store.claim(kind, "node-1", late, Duration.ZERO, 1));
        }
    }

    @Test
    void purgeRemovesWhatEndedBeforeAndNothingElse() {
        ChallengeRecord early = inserted("ended-early");
        wins(early, new Transition.Cancel(NOW));
        ChallengeRecord then = inserted("ended-then");
        wins(then, new Transition.Cancel(NOW.plusMillis(1)));
        ChallengeRecord open = inserted("open");
        assertEquals(0, store.purge(NOW, 10));
        assertEquals(1, store.purge(NOW.plusMillis(1), 10));
        assertEquals(Optional.empty(), store.find(early.id()));
        found(then);
        found(open);
        assertEquals(1, store.purge(END, 10));
        found(open);
    }

    @Test
    void purgeRemovesOpenOnesThatNobodyLetExpire() {
        ChallengeRecord forgotten = inserted(SampleChallenge.named("forgotten").lookup("look"));
        assertEquals(1, claim(DueKind.EXPIRY, "node-1", END).size());
        assertEquals(0, store.purge(END, 10));
        assertEquals(1, store.purge(TOO_LATE, 10));
        assertEquals(Optional.empty(), store.find(forgotten.id()));
        assertEquals(0, store.uses("key-1"));
        assertEquals(List.of(), claim(DueKind.MESSAGE, "node-1", END.plus(TTL)));
        assertEquals(List.of(), claim(DueKind.EXPIRY, "node-1", END.plus(TTL)));
        inserted(SampleChallenge.named("forgotten").lookup("look"));
    }

    @Test
    void purgeRespectsItsLimit() {
        for (int i = 0; i < 5; i++) {
            wins(inserted("purged-" + i), new Transition.Cancel(NOW));
        }
        assertEquals(2, store.purge(END, 2));
        assertEquals(3, store.purge(END, 10));
        assertEquals(0, store.purge(END, 10));
        assertThrows(IllegalArgumentException.class, () -> store.purge(END, 0));
    }

    @Test
    void keyIsUsedByOpenChallengesEachCountedOnce() {
        inserted(SampleChallenge.named("all-one").keys("a", "a", "a"));
        ChallengeRecord mixed = inserted(SampleChallenge.named("mixed").keys("a", "b", "c"));
        assertEquals(List.of(2L, 1L, 1L, 0L), uses());
        wins(mixed, rekey(NOW));
        assertEquals(List.of(2L, 0L, 0L, 1L), uses());
        wins(mixed, approval(NOW));
        assertEquals(List.of(1L, 0L, 0L, 0L), uses());
    }

    private List<Long> uses() {
        return List.of(store.uses("a"), store.uses("b"), store.uses("c"), store.uses("key-2"));
    }

    private List<Due> claim(DueKind kind, String node, Instant now) {
        return store.claim(kind, node, now, LEASE, 10);
    }

    private static Due onlyOne(List<Due> due) {
        assertEquals(1, due.size());
        return due.get(0);
    }

    private static List<String> ids(List<Due> due) {
        return due.stream().map(one -> one.challenge().id().value()).toList();
    }
}
