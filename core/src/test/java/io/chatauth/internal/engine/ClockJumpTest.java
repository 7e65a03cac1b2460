package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Answer;
import io.chatauth.ChallengeState;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.internal.engine.KeyNodes.Coded;
import io.chatauth.internal.guard.Figures;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks are set wrong and right again: no code is good for longer than its time and the skew, and none twice. */
class ClockJumpTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BACK = HOUR.negated();
    private static final Duration TTL = Duration.ofMinutes(5);
    private static final Duration MILLI = Duration.ofMillis(1);

    private final JumpingClock clock = new JumpingClock();
    private final JumpingClock other = new JumpingClock();
    private final InMemoryChallengeStore store = new InMemoryChallengeStore();
    private final InMemorySharedState state = new InMemorySharedState(new MovableClock());
    private final World a = new World(clock, World.RING, Figures.DEFAULT, store, state);
    private final World b = new World(other, World.RING, Figures.DEFAULT, store, state);

    @AfterEach
    void close() {
        a.close();
        b.close();
    }

    private void pass(Duration duration) {
        clock.advance(duration);
        other.advance(duration);
    }

    private static Answer verify(World world, Coded coded) {
        return world.engine.verify(coded.id(), coded.code(), World.LOGIN);
    }

    @Test
    void whatEndedByAJumpForwardStaysEndedAfterTheJumpBack() {
        Coded coded = KeyNodes.code(a);
        clock.jump(HOUR);
        assertInstanceOf(Answer.Expired.class, verify(a, coded));

        clock.jump(BACK);

        assertInstanceOf(Answer.Expired.class, verify(a, coded));
        assertInstanceOf(Answer.Expired.class, verify(b, coded));
    }

    @Test
    void aJumpBackGivesNoLongerLife() {
        Coded early = KeyNodes.code(a);
        Coded late = KeyNodes.code(a);
        pass(Duration.ofMinutes(4));
        clock.jump(BACK);

        pass(Duration.ofMinutes(1).minus(MILLI));
        assertTrue(verify(a, early).approved());
        pass(MILLI);
        assertInstanceOf(Answer.Expired.class, verify(a, late));
    }

    @Test
    void afterAJumpBackNewCodesLiveAsLongAsEver() {
        clock.jump(BACK);
        Coded here = KeyNodes.code(a);
        Coded there = KeyNodes.code(a);
        pass(TTL.minus(MILLI));
        assertTrue(verify(b, there).approved());
        pass(MILLI);
        assertInstanceOf(Answer.Expired.class, verify(b, here));
    }

    @Test
    void whatWasMadeWhileTheClockWasAheadIsGoodOnNoOtherNodeAndEndsWithTheCorrection() {
        a.engine.recover();
        clock.jump(HOUR);
        Coded ahead = KeyNodes.code(a);
        a.engine.recover();
        assertInstanceOf(Answer.Unknown.class, verify(b, ahead));
        assertTrue(b.await(ChatAuthEvent.OperatorAlert.class).text().contains("set the clocks of all nodes right"));

        clock.jump(BACK);
        assertInstanceOf(Answer.Unknown.class, verify(a, ahead));
        a.engine.recover();
        assertEquals(
                ChallengeState.CANCELLED, store.find(ahead.id()).orElseThrow().state());

        for (int minute = 0; minute < 70; minute++) {
            pass(Duration.ofMinutes(1));
            assertFalse(verify(a, ahead).approved(), "after " + minute + " minutes");
            assertFalse(verify(b, ahead).approved(), "after " + minute + " minutes");
        }
    }

    /** A clock that an application gave is taken at its word. */
    @Test
    void aGivenClockThatGoesBackEndsWhatWasMadeBefore() {
        MovableClock given = new MovableClock();
        try (World world = new World(given, World.RING, Figures.DEFAULT)) {
            world.engine.recover();
            Coded coded = KeyNodes.code(world);
            given.advance(BACK);
            assertInstanceOf(Answer.Unknown.class, verify(world, coded));
            world.engine.recover();
            given.advance(HOUR);

            assertInstanceOf(Answer.Cancelled.class, verify(world, coded));
        }
    }

    @Test
    void manyChallengesOfAWrongTimeAreWithdrawn() {
        MovableClock given = new MovableClock();
        try (World world = new World(given, World.RING, Figures.DEFAULT)) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 1_001; i++) {
                ids.add("wrong" + i);
                world.store.insert(Samples.open("wrong" + i, "k1", given.instant()));
            }
            world.engine.recover();
            given.advance(BACK);
            world.engine.recover();

            assertTrue(ids.stream()
                    .allMatch(id -> world.store
                                    .find(io.chatauth.ChallengeId.of(id))
                                    .orElseThrow()
                                    .state()
                            == ChallengeState.CANCELLED));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-120_000, 120_000})
    void betweenNodesWithinTheSkewACodeIsGoodForItsTimeAndTheSkewAtMost(long skew) {
        MovableClock behind = new MovableClock();
        behind.advance(Duration.ofMillis(skew));
        try (World far = new World(behind, World.RING, Figures.DEFAULT, store, state)) {
            Coded first = KeyNodes.code(a);
            Coded second = KeyNodes.code(a);
            behind.advance(TTL.minus(Duration.ofMillis(skew)).minus(MILLI));
            assertTrue(verify(far, first).approved());
            behind.advance(MILLI);
            assertInstanceOf(Answer.Expired.class, verify(far, second));
        }
    }

    @Test
    void aNodeThatIsFurtherBehindThanTheSkewApprovesNothingOfTheOthers() {
        MovableClock behind = new MovableClock();
        behind.advance(Duration.ofMinutes(-2).minus(MILLI));
        try (World far = new World(behind, World.RING, Figures.DEFAULT, store, state)) {
            Coded coded = KeyNodes.code(a);

            assertInstanceOf(Answer.Unknown.class, verify(far, coded));
            far.engine.recover();
            assertTrue(verify(a, coded).approved(), "and it takes nothing away from them");
        }
    }
}
