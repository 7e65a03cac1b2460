package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.ChallengeId;
import io.chatauth.KeyRing;
import io.chatauth.MessageStatus;
import io.chatauth.Started;
import io.chatauth.UnknownKeyException;
import io.chatauth.internal.guard.Figures;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private final MovableClock clock = new MovableClock();
    private final InMemoryChallengeStore store = new InMemoryChallengeStore();
    private final InMemorySharedState state = new InMemorySharedState(clock);

    private static KeyRing ring(String id) {
        return KeyRing.builder().key(id, KeyRing.State.ACTIVE, KeyRing.newKey()).build();
    }

    private World node(KeyRing ring) {
        return new World(clock, ring, Figures.DEFAULT, store, state);
    }

    private Started startAndHold(World node) {
        node.wire.hold = new CountDownLatch(1);
        return node.engine.start(node.code().build());
    }

    private MessageStatus status(ChallengeId id) {
        return store.find(id).orElseThrow().messages().get(0).status();
    }

    @Test
    void aContentThatCantBeOpenedHoldsUpNoOtherMessage() throws InterruptedException {
        KeyRing ours = ring("k1");
        try (World sameKeyIdOtherKey = node(ring("k1"));
                World dead = node(ours);
                World alive = node(ours)) {
            Started unreadable = startAndHold(sameKeyIdOtherKey);
            Started readable = startAndHold(dead);
            clock.advance(Postbox.LEASE);

            assertEquals(1, alive.engine.recover());

            assertEquals(MessageStatus.FAILED, status(unreadable.id()));
            assertEquals(
                    readable.id() + "-0-0",
                    alive.wire.arrived.poll(20, TimeUnit.SECONDS).split("\\|")[0]);
        }
    }

    @Test
    void aMessageWhoseKeyIsNotHereStaysForANodeThatHasIt() {
        KeyRing newer = ring("k2");
        try (World dead = node(newer);
                World withoutTheKey = node(ring("k1"));
                World withTheKey = node(newer)) {
            Started started = startAndHold(dead);
            clock.advance(Postbox.LEASE);

            assertEquals(0, withoutTheKey.engine.recover());
            assertEquals(MessageStatus.QUEUED, status(started.id()));

            clock.advance(Postbox.LEASE);
            assertEquals(1, withTheKey.engine.recover());
        }
    }

    @Test
    void anAnswerWhoseKeyIsNotHereIsAnErrorOfTheFamily() {
        try (World issuer = node(ring("k2"));
                World withoutTheKey = node(ring("k1"))) {
            Started started = issuer.startCode();

            UnknownKeyException missing = assertThrows(
                    UnknownKeyException.class,
                    () -> withoutTheKey.engine.verify(started.id(), issuer.lastCode(), World.LOGIN));
            assertEquals("k2", missing.keyId());
        }
    }
}
