package io.chatauth.internal.engine;

import io.chatauth.ChallengeId;
import io.chatauth.KeyRing;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.flow.ActivationNotice;
import io.chatauth.flow.VerificationCode;
import io.chatauth.internal.guard.Figures;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** Two nodes over one pair of stores, each with its own ring and clock. */
final class KeyNodes implements AutoCloseable {
    /** A challenge with the code that its message carried. */
    record Coded(ChallengeId id, String code) {}

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final MovableClock clockA = new MovableClock();
    final MovableClock clockB = new MovableClock();
    final InMemoryChallengeStore store = new InMemoryChallengeStore();
    final InMemorySharedState state = new InMemorySharedState(clockA);
    final World a;
    final World b;

    KeyNodes(String... entries) {
        a = node(clockA, entries);
        b = node(clockB, entries);
        a.engine.recover();
        b.engine.recover();
    }

    World node(MovableClock clock, String... entries) {
        return new World(clock, ring(entries), Figures.DEFAULT.recording(), store, state);
    }

    /** Each entry is such as {@code k1:active}; the key is made of the id. */
    static KeyRing ring(String... entries) {
        KeyRing.Builder ring = KeyRing.builder();
        for (String entry : entries) {
            String[] part = entry.split(":");
            byte[] root = new byte[32];
            for (int i = 0; i < root.length; i++) {
                root[i] = (byte) (i * 7 + part[0].hashCode());
            }
            ring.key(
                    part[0],
                    KeyRing.State.valueOf(
                            part[1].toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                    Secret.of(Base64.getEncoder().encodeToString(root)));
        }
        return ring.build();
    }

    void advance(Duration duration) {
        clockA.advance(duration);
        clockB.advance(duration);
    }

    /** Every person gets one message only, so that no limit is reached. */
    static String number() {
        return "+441134960" + String.format("%03d", NUMBER.incrementAndGet() % 1000);
    }

    static Coded code(World world) {
        Started started = world.engine.start(
                VerificationCode.to(number()).via("plain").purpose("login").build());
        world.receipt(started);
        return new Coded(started.id(), world.lastCode());
    }

    static Started notice(World world) {
        Started started = world.engine.start(ActivationNotice.to(number())
                .via("plain")
                .purpose("card")
                .value("name", "Nick")
                .build());
        world.receipt(started);
        return started;
    }

    ChallengeRecord row(ChallengeId id) {
        return store.find(id).orElseThrow();
    }

    @Override
    public void close() {
        a.close();
        b.close();
    }
}
