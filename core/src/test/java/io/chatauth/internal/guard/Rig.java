package io.chatauth.internal.guard;

import io.chatauth.Address;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.KeyRing;
import io.chatauth.LimitReachedException;
import io.chatauth.Secret;
import io.chatauth.Tenant;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.event.ChatAuthEvent.LimitReached;
import io.chatauth.event.ChatAuthEvent.OperatorAlert;
import io.chatauth.internal.engine.MovableClock;
import io.chatauth.internal.key.Keys;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.store.SharedState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A guard of one node, with a clock that moves and a state that other nodes may share. */
final class Rig implements AutoCloseable {
    static final String KEY_1 = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    static final String KEY_2 = "HxAREhMUFRYXGBkaGxwdHgABAgMEBQYHCAkKCwwNDg8=";
    static final KeyRing ONE = ring("k1", KeyRing.State.ACTIVE);
    static final ChannelId CHANNEL = ChannelId.of("whatsapp");
    static final ChallengeId CHALLENGE = ChallengeId.of("challenge-1");

    final MovableClock clock;
    final SharedState state;
    final Keys keys;
    final List<ChatAuthEvent> events = new CopyOnWriteArrayList<>();
    final Guard guard;

    Rig(Figures figures) {
        this(figures, ONE, new MovableClock());
    }

    private Rig(Figures figures, KeyRing ring, MovableClock clock) {
        this(figures, ring, clock, new InMemorySharedState(clock));
    }

    Rig(Figures figures, KeyRing ring, MovableClock clock, SharedState state) {
        this.clock = clock;
        this.state = state;
        keys = new Keys(ring);
        guard = new Guard(
                new Means(
                        clock,
                        state,
                        keys,
                        events::add,
                        (channel, sender, address) -> List.of(),
                        (channel, sender, address) -> List.of()),
                figures,
                task -> {
                    Thread thread = new Thread(task);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Another node of the same installation. */
    Rig beside(Figures figures) {
        return beside(figures, keys.ring());
    }

    Rig beside(Figures figures, KeyRing ring) {
        return new Rig(figures, ring, clock, state);
    }

    static KeyRing ring(String firstId, KeyRing.State firstState) {
        return KeyRing.builder().key(firstId, firstState, Secret.of(KEY_1)).build();
    }

    static KeyRing both(KeyRing.State first, KeyRing.State second) {
        return KeyRing.builder()
                .key("k1", first, Secret.of(KEY_1))
                .key("k2", second, Secret.of(KEY_2))
                .build();
    }

    static KeyRing second() {
        return KeyRing.builder()
                .key("k2", KeyRing.State.ACTIVE, Secret.of(KEY_2))
                .build();
    }

    Who who(String number) {
        return guard.who(Tenant.DEFAULT, CHANNEL, "bank", Address.phone(number), Optional.of("GB"));
    }

    Admission send(String number) {
        return send(number, Optional.empty(), Optional.empty());
    }

    Admission send(String number, Optional<String> ip, Optional<String> device) {
        return guard.admit(Send.first(who(number), ip, device, false));
    }

    Admission ask(String number) {
        return guard.admit(Send.first(who(number), Optional.empty(), Optional.empty(), true));
    }

    /** How many of so many messages pass. */
    int sends(int tries, Runnable one) {
        int sent = 0;
        for (int i = 0; i < tries; i++) {
            try {
                one.run();
                sent++;
            } catch (LimitReachedException e) {
                continue;
            }
        }
        return sent;
    }

    Reservation answer(String number) {
        return answer(number, Optional.empty());
    }

    Reservation answer(String number, Optional<String> device) {
        return guard.reserve(who(number), device, CHALLENGE);
    }

    void success(String number, Optional<String> device) {
        Reservation reserved = answer(number, device);
        reserved.takeBack();
        guard.succeeded(who(number), device);
        guard.flush();
    }

    List<String> limits() {
        return events.stream()
                .filter(LimitReached.class::isInstance)
                .map(event -> ((LimitReached) event).limit())
                .toList();
    }

    List<String> alerts() {
        return events.stream()
                .filter(OperatorAlert.class::isInstance)
                .map(event -> ((OperatorAlert) event).text())
                .toList();
    }

    @Override
    public void close() {
        guard.close();
    }
}
