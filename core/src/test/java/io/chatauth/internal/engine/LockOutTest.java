package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Answer;
import io.chatauth.Expect;
import io.chatauth.LimitReachedException;
import io.chatauth.Started;
import io.chatauth.flow.VerificationCode;
import io.chatauth.internal.guard.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody with ten thousand challenges and a thousand addresses against one recipient. */
class LockOutTest {
    private static final String COOKIE = "a-cookie-that-nobody-guesses";
    private static final int CHALLENGES = 10_000;
    private static final int ADDRESSES = 1_000;

    @Test
    void anAttackerStaysUnderTheDailyBudgetAndTheOwnersDeviceStillGetsIn() {
        try (World world = new World()) {
            Expect bound = World.LOGIN.binding(COOKIE);
            Started first = world.engine.start(world.code().binding(COOKIE).build());
            world.receipt(first);
            assertTrue(world.engine.verify(first.id(), world.lastCode(), bound).approved());
            world.engine.recover();
            world.clock.advance(Duration.ofDays(1));

            int before = world.messages().size();
            Attack attack = attack(world);

            assertEquals(10, attack.started.size(), "messages a day");
            assertEquals(20, attack.compared, "guesses a day");
            assertEquals(before + 10, world.messages().size());
            assertTrue(world.wire.sent.size() - before <= 11, "and the owner is told once that somebody guesses");
            assertTrue(attack.refused > CHALLENGES - 20);
            Started stranger = start(world, world.code(), 5).orElse(null);
            assertTrue(stranger == null, "a stranger is refused by now");

            Started owner = world.engine.start(world.code().binding(COOKIE).build());
            world.receipt(owner);
            Answer answer = world.engine.verify(owner.id(), world.lastCode(), bound);
            assertTrue(answer.approved(), () -> "the owner's device got " + answer);
        }
    }

    @Test
    void twiceTheBudgetIsWhatTwoDaysGive() {
        try (World world = new World()) {
            assertEquals(20, attack(world).compared);
            world.clock.advance(Duration.ofDays(1));
            assertEquals(20, attack(world).compared);
        }
    }

    private record Attack(List<Started> started, int compared, int refused) {}

    /** Over most of a day: as many challenges as may be, and every guess at each of them. */
    private static Attack attack(World world) {
        List<Started> started = new ArrayList<>();
        int refused = 0;
        int compared = 0;
        Duration step = Duration.ofHours(23).dividedBy(CHALLENGES);
        for (int i = 0; i < CHALLENGES; i++) {
            world.clock.advance(step);
            Optional<Started> one = start(world, world.code(), i % ADDRESSES);
            if (one.isEmpty()) {
                refused++;
                continue;
            }
            started.add(one.get());
            world.receipt(one.get());
            for (int guess = 0; guess < 6; guess++) {
                Answer answer = world.engine.verify(one.get().id(), world.wrongCode(), World.LOGIN);
                assertFalse(answer.approved());
                boolean lastOfFive = answer instanceof Answer.Exhausted && guess == 4;
                compared += answer instanceof Answer.WrongAnswer || lastOfFive ? 1 : 0;
                world.clock.advance(Duration.ofSeconds(3));
            }
        }
        return new Attack(started, compared, refused);
    }

    private static Optional<Started> start(World world, VerificationCode request, int address) {
        String ip = "203." + address / 250 + ".113." + (1 + address % 250);
        try {
            return Optional.of(world.engine.start(request.ip(ip).build()));
        } catch (LimitReachedException e) {
            return Optional.empty();
        }
    }

    @Test
    void theDefaultsAreWhatIsAttacked() {
        assertEquals(Figures.DEFAULT, new World().engine.parts().limits());
    }
}
