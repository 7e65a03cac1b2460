package io.chatauth.internal.engine;

import static io.chatauth.internal.engine.KeyNodes.code;
import static io.chatauth.internal.engine.KeyNodes.notice;
import static io.chatauth.internal.engine.KeyNodes.ring;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.Expect;
import io.chatauth.Started;
import io.chatauth.internal.engine.KeyNodes.Coded;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows move to the active key when they are touched; at their end nothing personal is left. */
class RekeyTest {
    private static final Expect CARD = Expect.purpose("card");

    private final KeyNodes nodes = new KeyNodes("k1:active", "k2:verify-only");

    @AfterEach
    void close() {
        nodes.close();
    }

    private void turn() {
        nodes.a.engine.keys().reload(ring("k2:active", "k1:verify-only"));
    }

    @Test
    void aRowThatIsTouchedIsMadeAnewWithTheActiveKey() {
        Started started = notice(nodes.a);
        ChallengeRecord before = nodes.row(started.id());
        turn();

        nodes.a.engine.recover();
        assertEquals(before, nodes.row(started.id()), "nobody touched it");
        nodes.a.engine.outcome(started.id(), CARD);
        nodes.a.engine.recover();

        ChallengeRecord after = nodes.row(started.id());
        assertEquals("k2", after.indexKeyId());
        assertEquals("k2", after.payload().orElseThrow().keyId());
        assertEquals("k1", after.codeKeyId());
        assertNotEquals(before.recipientKey(), after.recipientKey());
        assertNotEquals(before.subjectKey(), after.subjectKey());
        assertNotEquals(before.purposeKey(), after.purposeKey());
        assertTrue(nodes.b.engine.complete(started.id(), CARD).approved());
    }

    @Test
    void theCodeOfARowThatWasMadeAnewStaysTheSame() {
        Coded coded = code(nodes.a);
        turn();
        nodes.a.engine.verify(coded.id(), "000000", World.LOGIN);
        nodes.a.engine.recover();

        assertEquals("k2", nodes.row(coded.id()).indexKeyId());
        nodes.advance(Duration.ofSeconds(31));
        nodes.a.engine.resend(coded.id(), World.LOGIN);
        assertTrue(nodes.b.engine.verify(coded.id(), coded.code(), World.LOGIN).approved());
    }

    @Test
    void twoNodesWithDifferentActiveKeysDontMakeItAnewInTurns() {
        Started started = notice(nodes.b);
        turn();
        touch(nodes.a, started.id());
        ChallengeRecord moved = nodes.row(started.id());
        touch(nodes.b, started.id());
        touch(nodes.a, started.id());

        assertEquals("k2", moved.indexKeyId());
        assertEquals(moved, nodes.row(started.id()));
    }

    private static void touch(World world, ChallengeId id) {
        world.engine.outcome(id, CARD);
        world.engine.recover();
    }

    @Test
    void anOperatorMovesABoundedNumberAtATime() {
        List<ChallengeId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(notice(nodes.a).id());
        }
        turn();

        assertEquals(2, nodes.a.engine.keys().rekey(2));
        assertEquals(3, nodes.a.engine.keys().rekey(100));
        assertEquals(0, nodes.a.engine.keys().rekey(100));
        ids.forEach(id -> assertEquals("k2", nodes.row(id).indexKeyId()));
        assertThrows(IllegalArgumentException.class, () -> nodes.a.engine.keys().rekey(0));
        assertThrows(IllegalArgumentException.class, () -> nodes.a.engine.keys().rekey(10_001));
    }

    @Test
    void anAnswerIsNeverLostToIt() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 300; i++) {
                ChallengeId id = notice(nodes.b).id();
                if (i == 0) {
                    turn();
                }
                Future<Integer> rekeyed = two.submit(() -> nodes.a.engine.keys().rekey(10));
                Future<Answer> answered = two.submit(() -> nodes.b.engine.complete(id, CARD));

                rekeyed.get();
                assertTrue(answered.get().approved());
                assertErased(id, ChallengeState.APPROVED);
            }
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void atEveryEndPayloadAndLookUpsAreErased() {
        Coded approved = code(nodes.a);
        nodes.a.engine.verify(approved.id(), approved.code(), World.LOGIN);
        assertErased(approved.id(), ChallengeState.APPROVED);

        Coded cancelled = code(nodes.a);
        nodes.a.engine.cancel(cancelled.id(), World.LOGIN);
        assertErased(cancelled.id(), ChallengeState.CANCELLED);

        Coded exhausted = code(nodes.a);
        for (int i = 0; i < 5; i++) {
            nodes.advance(Duration.ofSeconds(4));
            nodes.a.engine.verify(exhausted.id(), exhausted.code().equals("000000") ? "1" : "000000", World.LOGIN);
        }
        assertErased(exhausted.id(), ChallengeState.EXHAUSTED);

        Coded denied = code(nodes.a);
        nodes.store.apply(
                denied.id(),
                new Transition.Answer(nodes.clockA.instant(), 0, ChallengeState.DENIED, Assurance.NONE, true));
        assertErased(denied.id(), ChallengeState.DENIED);

        Coded expired = code(nodes.a);
        Coded unseen = code(nodes.a);
        nodes.advance(Duration.ofMinutes(5));
        nodes.a.engine.verify(expired.id(), expired.code(), World.LOGIN);
        assertErased(expired.id(), ChallengeState.EXPIRED);
        nodes.a.engine.recover();
        assertErased(unseen.id(), ChallengeState.EXPIRED);
    }

    private void assertErased(ChallengeId id, ChallengeState state) {
        ChallengeRecord row = nodes.row(id);
        assertEquals(state, row.state());
        assertTrue(row.payload().isEmpty(), row::toString);
        assertTrue(row.lookups().isEmpty(), row::toString);
    }
}
