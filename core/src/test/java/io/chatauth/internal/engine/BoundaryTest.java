package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.chatauth.Answer;
import io.chatauth.ChallengeState;
import io.chatauth.Expect;
import io.chatauth.Outcome;
import io.chatauth.ResendAnswer;
import io.chatauth.Started;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A millisecond before the end, at the end, a millisecond after it. */
class BoundaryTest {
    private static final Expect CARD = Expect.purpose("card");

    private final World world = new World();
    private Started started = world.startCode();
    private String code = world.lastCode();

    @BeforeEach
    void start() {
        assertEquals(world.clock.instant().plus(Duration.ofMinutes(5)), started.expiresAt());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void goTo(int millis) {
        Instant there = started.expiresAt().plusMillis(millis);
        world.clock.advance(Duration.between(world.clock.instant(), there));
    }

    @ParameterizedTest
    @CsvSource({"-1,APPROVED", "0,EXPIRED", "1,EXPIRED"})
    void verify(int millis, ChallengeState state) {
        goTo(millis);

        Answer answer = world.engine.verify(started.id(), code, World.LOGIN);

        assertEquals(state == ChallengeState.APPROVED, answer.approved());
        assertEnds(state, answer);
    }

    @ParameterizedTest
    @CsvSource({"-1,CANCELLED", "0,EXPIRED", "1,EXPIRED"})
    void cancel(int millis, ChallengeState state) {
        goTo(millis);

        Answer answer = world.engine.cancel(started.id(), World.LOGIN);

        assertSame(
                state == ChallengeState.CANCELLED ? Answer.Cancelled.class : Answer.Expired.class, answer.getClass());
        assertEnds(state, answer);
    }

    @ParameterizedTest
    @CsvSource({"-1,APPROVED", "0,EXPIRED", "1,EXPIRED"})
    void complete(int millis, ChallengeState state) {
        started = world.engine.start(world.notice().build());
        world.receipt(started);
        goTo(millis);

        Answer answer = world.engine.complete(started.id(), CARD);

        assertEquals(state == ChallengeState.APPROVED, answer.approved());
        assertEquals(state, world.store.find(started.id()).orElseThrow().state());
    }

    @ParameterizedTest
    @CsvSource({"-1,OPEN", "0,EXPIRED", "1,EXPIRED"})
    void outcome(int millis, ChallengeState state) {
        goTo(millis);

        Outcome outcome = world.engine.outcome(started.id(), World.LOGIN).orElseThrow();

        assertEquals(state, outcome.state());
    }

    @ParameterizedTest
    @CsvSource({"-1,OPEN", "0,EXPIRED", "1,EXPIRED"})
    void resend(int millis, ChallengeState state) {
        goTo(millis);

        ResendAnswer answer = world.engine.resend(started.id(), World.LOGIN);

        assertSame(state == ChallengeState.OPEN ? ResendAnswer.Resent.class : Answer.Expired.class, answer.getClass());
        assertEquals(
                state == ChallengeState.OPEN ? 2 : 1,
                world.store.find(started.id()).orElseThrow().messages().size());
    }

    private void assertEnds(ChallengeState state, Answer answer) {
        assertEquals(state, world.store.find(started.id()).orElseThrow().state(), answer::toString);
        assertFalse(world.engine.verify(started.id(), code, World.LOGIN).approved(), "nothing is good twice");
    }
}
