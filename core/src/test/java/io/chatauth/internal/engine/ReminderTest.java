package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import io.chatauth.Expect;
import io.chatauth.MessageState;
import io.chatauth.RequestException;
import io.chatauth.Started;
import io.chatauth.event.ChatAuthEvent.Escalated;
import io.chatauth.internal.guard.Figures;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.store.SharedState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReminderTest {
    private static final Expect CARD = Expect.purpose("card");
    private static final Duration DAY = Duration.ofDays(1);

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private Started start(Duration... reminders) {
        Started started = world.engine.start(world.notice().remind(reminders).build());
        world.receipt(started);
        return started;
    }

    private int messages(Started started) {
        return world.engine.outcome(started.id(), CARD).orElseThrow().messages().size();
    }

    private int after(Duration time) {
        world.clock.advance(time);
        return world.engine.recover();
    }

    @Test
    void aReminderIsToldAsTheNextStep() {
        Started started = start(DAY);

        after(DAY);

        Escalated told = world.await(Escalated.class);
        assertEquals(started.id(), told.challenge());
        assertEquals(1, told.step());
        assertEquals(started.id() + "-1-0", told.messageId());
    }

    @Test
    void eachReminderGoesOutOnceWhenItIsTime() {
        Started started = start(DAY, DAY.multipliedBy(2), DAY.multipliedBy(3));

        assertEquals(0, after(DAY.minusMillis(1)));
        assertEquals(1, after(Duration.ofMillis(1)));
        assertEquals(0, after(Duration.ofMinutes(11)));
        assertEquals(1, after(DAY.multipliedBy(2).minus(Duration.ofMinutes(11))));
        assertEquals(1, after(DAY.multipliedBy(3)));
        assertEquals(0, after(DAY.multipliedBy(4)));

        List<String> ids = world.engine.outcome(started.id(), CARD).orElseThrow().messages().stream()
                .map(MessageState::id)
                .toList();
        assertEquals(
                List.of(started.id() + "-0-0", started.id() + "-1-0", started.id() + "-2-0", started.id() + "-3-0"),
                ids);
        Answer.Approved done = (Answer.Approved) world.engine.complete(started.id(), CARD);
        assertEquals(Assurance.NONE, done.assurance());
    }

    @Test
    void aRestartForgetsNoneAndTwoNodesSendOne() {
        MovableClock clock = new MovableClock();
        InMemoryChallengeStore store = new InMemoryChallengeStore();
        SharedState state = new InMemorySharedState(clock);
        try (World first = new World(clock, World.RING, Figures.DEFAULT, store, state)) {
            first.receipt(first.engine.start(first.notice().remind(DAY).build()));
        }
        clock.advance(DAY.multipliedBy(2));
        try (World one = new World(clock, World.RING, Figures.DEFAULT, store, state);
                World two = new World(clock, World.RING, Figures.DEFAULT, store, state)) {
            assertEquals(1, one.engine.recover() + two.engine.recover());
        }
    }

    @Test
    void noneComesAfterTheEnd() {
        Started completed = start(DAY);
        world.engine.complete(completed.id(), CARD);
        Started cancelled = start(DAY);
        world.engine.cancel(cancelled.id(), CARD);
        assertEquals(0, after(DAY));
        assertEquals(2, world.wire.sent.size());

        Started expired = world.engine.start(
                world.notice().timeToLive(DAY.plusHours(1)).remind(DAY).build());
        world.receipt(expired);
        assertEquals(0, after(DAY.plusHours(1)));
        assertEquals(3, world.wire.sent.size());
    }

    @Test
    void stopEndsThem() {
        Started started = start(DAY, DAY);
        assertEquals(1, after(DAY));
        Hooks.signed(world, Hooks.reply("in-1", Address.phone(World.PHONE), "stop", Optional.empty()));
        assertEquals(
                ChallengeState.CANCELLED,
                world.engine.outcome(started.id(), CARD).orElseThrow().state());
        assertEquals(2, messages(started));
        assertEquals(0, after(DAY));
    }

    @Test
    void whatALimitHoldsBackGoesOutLater() {
        start(DAY);
        world.clock.advance(DAY.minus(Duration.ofMinutes(5)));
        for (int i = 0; i < 5; i++) {
            world.startCode();
        }
        assertEquals(0, after(Duration.ofMinutes(5)));
        assertEquals(0, after(Duration.ofMinutes(9)), "nobody tries for ten minutes");
        assertEquals(1, after(Duration.ofMinutes(1)));
    }

    @Test
    void aResendInBetweenChangesNothing() {
        Started started = start(DAY, DAY);
        world.clock.advance(Duration.ofMinutes(1));
        world.receipt(started);
        assertTrue(world.engine.resend(started.id(), CARD) instanceof io.chatauth.ResendAnswer.Resent);
        assertEquals(1, after(DAY));
        assertEquals(1, after(DAY));
        assertEquals(4, messages(started));
    }

    @Test
    void remindersHaveBounds() {
        assertTrue(refused(Duration.ofMinutes(59)).contains("PT1H"));
        assertTrue(refused(DAY, DAY, DAY, DAY).contains("at most 3"));
        assertTrue(refused(DAY.multipliedBy(7), DAY.multipliedBy(7)).contains("earlier"));
        String tooLong = String.valueOf(assertThrows(
                        RequestException.class,
                        () -> world.engine.start(
                                world.notice().timeToLive(DAY.multipliedBy(91)).build()))
                .getMessage());
        assertTrue(tooLong.contains("PT2160H"), tooLong);
        world.engine.start(world.notice().timeToLive(DAY.multipliedBy(90)).build());
        world.engine.start(world.notice().timeToLive(Duration.ofHours(1)).build());
        assertThrows(
                RequestException.class,
                () -> world.engine.start(
                        world.notice().timeToLive(Duration.ofMinutes(59)).build()));
    }

    private String refused(Duration... reminders) {
        return String.valueOf(assertThrows(
                        RequestException.class,
                        () -> world.engine.start(
                                world.notice().remind(reminders).build()))
                .getMessage());
    }
}
