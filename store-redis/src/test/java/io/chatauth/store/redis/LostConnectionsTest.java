package io.chatauth.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import io.chatauth.MessageStatus;
import io.chatauth.StoreException;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.DueKind;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.SealedPayload;
import io.chatauth.store.SharedState.Counter;
import io.chatauth.store.Transition;
import io.chatauth.testkit.SampleChallenge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection breaks before or after a write was done: the error is the same, the truth is not. */
class LostConnectionsTest {
    private static final Instant NOW = SampleChallenge.CREATED.plusSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RedisOptions options = Servers.ownNamespace();
    private final RedisStore other = RedisStore.connect(Servers.shared(), options);
    private final Faulty wire = new Faulty(new PooledWire(Servers.shared(), options));
    private final RedisStore store = new RedisStore(wire, options);

    @AfterEach
    void close() {
        store.close();
        other.close();
    }

    private ChallengeRecord inserted(SampleChallenge sample) {
        ChallengeRecord challenge = sample.build();
        store.insert(challenge);
        return challenge;
    }

    private void lose(Script script, boolean done) {
        wire.breakAt(script, done, () -> {});
    }

    private static Transition approval() {
        return new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.SECRET, true);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChallengeIsStoredOnceAndAcknowledged(boolean done) {
        lose(Script.INSERT, done);
        ChallengeRecord challenge = inserted(SampleChallenge.named("once").lookup("look"));
        assertEquals(Optional.of(challenge), store.find(challenge.id()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoseAnswerWasLostStillWinsIfNobodyElseDid(boolean done) {
        ChallengeRecord challenge = inserted(SampleChallenge.named("mine"));
        lose(Script.APPLY, done);
        Applied applied = store.apply(challenge.id(), approval());
        assertTrue(applied.won());
        assertEquals(ChallengeState.APPROVED, applied.challenge().orElseThrow().state());
        assertFalse(store.apply(challenge.id(), approval()).won());
    }

    @Test
    void whoeverAnsweredWhileTheConnectionWasLostHasWon() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("theirs"));
        wire.breakAt(
                Script.APPLY,
                false,
                () -> assertTrue(other.apply(challenge.id(), approval()).won()));
        Applied applied = store.apply(challenge.id(), approval());
        assertFalse(applied.won());
        assertEquals(ChallengeState.APPROVED, applied.challenge().orElseThrow().state());
    }

    @Test
    void anApprovalThatOthersHandedOutMeanwhileIsUnknown() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("handed-out"));
        wire.breakAt(
                Script.APPLY,
                true,
                () -> assertTrue(
                        other.apply(challenge.id(), new Transition.HandOut(NOW)).won()));
        Transition later = new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.LOW, false);
        assertThrows(StoreException.class, () -> store.apply(challenge.id(), later));
    }

    @Test
    void aCountedAttemptIsKnownByItsMarkAndElseUnknown() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("attempt"));
        Transition attempt = new Transition.CountAttempt(NOW, 10, MINUTE, Set.of("key-1"));
        lose(Script.APPLY, true);
        assertTrue(store.apply(challenge.id(), attempt).won());
        assertEquals(1, store.find(challenge.id()).orElseThrow().attempts());
        lose(Script.APPLY, false);
        StoreException unknown = assertThrows(StoreException.class, () -> store.apply(challenge.id(), attempt));
        assertTrue(unknown.getMessage().contains("it may have been done"), unknown::getMessage);
        assertEquals(1, store.find(challenge.id()).orElseThrow().attempts());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsReportsLeasesAndHandOutsWinOnce(boolean done) {
        ChallengeRecord challenge = inserted(SampleChallenge.named("others"));
        String first = challenge.messages().get(0).id();
        MessageRecord second =
                MessageRecord.queued("second", 0, 1, challenge.channel(), NOW, "node-1", NOW.plus(MINUTE));
        for (Transition transition : List.of(
                new Transition.Send(NOW, second, NOW, Optional.empty(), false),
                new Transition.Lease(NOW, first, SampleChallenge.NODE, NOW.plus(MINUTE)),
                new Transition.MessageUpdate(NOW, first, MessageStatus.SENT, Optional.empty(), Optional.of("p")),
                new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.LOW, false),
                new Transition.HandOut(NOW))) {
            lose(Script.APPLY, done);
            assertTrue(store.apply(challenge.id(), transition).won(), transition::toString);
        }
        assertEquals(2, store.find(challenge.id()).orElseThrow().messages().size());
    }

    @Test
    void aReKeyingIsKnownByItsMarkAndElseUnknown() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("rekey").lookup("old"));
        Transition rekey = new Transition.Rekey(
                NOW, "r", "s", "p", List.of("new"), "key-2", SealedPayload.of("key-2", new byte[] {1}));
        lose(Script.APPLY, true);
        assertTrue(store.apply(challenge.id(), rekey).won());
        lose(Script.APPLY, false);
        assertThrows(StoreException.class, () -> store.apply(challenge.id(), rekey));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aValueIsWrittenOnceByWhoeverWasFirst(boolean done) {
        lose(Script.VALUE, done);
        assertTrue(store.putIfAbsent("mark", "mine", MINUTE));
        wire.breakAt(Script.VALUE, false, () -> assertTrue(other.putIfAbsent("other", "theirs", MINUTE)));
        assertFalse(store.putIfAbsent("other", "mine", MINUTE));
        lose(Script.VALUE, false);
        assertTrue(store.remove("mark"));
        lose(Script.VALUE, true);
        assertThrows(StoreException.class, () -> store.remove("other", "theirs"), "by whom is unknown");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatLeavesNoTraceOfItsWriterIsUnknown(boolean done) {
        inserted(SampleChallenge.named("due"));
        List<Counter> counters = List.of(new Counter("c", MINUTE, 5));
        lose(Script.ADD, done);
        assertThrows(StoreException.class, () -> store.add(counters, 1));
        lose(Script.BACK, done);
        assertThrows(StoreException.class, () -> store.takeBack(counters, 1));
        lose(Script.CLAIM, done);
        assertThrows(
                StoreException.class,
                () -> store.claim(DueKind.EXPIRY, "node-1", NOW.plus(Duration.ofHours(1)), MINUTE, 5));
        lose(Script.PURGE, done);
        assertThrows(StoreException.class, () -> store.purge(NOW, 5));
    }

    @Test
    void whatOnlyReadsIsReadAgain() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("read"));
        lose(Script.FIND, false);
        assertEquals(Optional.of(challenge), store.find(challenge.id()));
        lose(Script.USES, true);
        assertEquals(1, store.uses("key-1"));
    }
}
