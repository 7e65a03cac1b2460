package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Answer;
import io.chatauth.ChallengeState;
import io.chatauth.Language;
import io.chatauth.Started;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.event.ChatAuthEvent.GuessesExhausted;
import io.chatauth.event.ChatAuthEvent.GuessesExhausted.Whose;
import io.chatauth.event.ChatAuthEvent.LimitReached;
import io.chatauth.internal.reply.Notice;
import io.chatauth.template.Capabilities;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody guesses until no guess is left: the person is told where the channel lets us, the application in any case. */
class GuessWatchTest {
    private static final Duration GAP = Duration.ofSeconds(3);

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private Started start() {
        Started started = world.engine.start(world.code().build());
        world.receipt(started);
        return started;
    }

    /** Five wrong answers. */
    private Answer guess(Started started) {
        Answer last = new Answer.Unknown();
        for (int i = 0; i < 5; i++) {
            world.clock.advance(GAP);
            last = world.engine.verify(started.id(), "not a code", World.LOGIN);
        }
        return last;
    }

    /** What was sent to tell somebody, once all that is put off is done. */
    private List<String> notices() {
        world.engine.guard().flush();
        world.engine.close();
        return world.wire.sent.stream()
                .filter(body -> body.startsWith("notice-"))
                .toList();
    }

    /** A message that waits is dropped when its minute is over. */
    private void awaitNotice() throws InterruptedException {
        String body = "";
        while (!body.startsWith("notice-")) {
            body = Objects.requireNonNull(world.wire.arrived.poll(20, TimeUnit.SECONDS), "nobody was told");
        }
    }

    @Test
    void whoIsGuessedAtIsToldInTheirChat() throws InterruptedException {
        Started started = start();
        assertInstanceOf(Answer.Exhausted.class, guess(started));

        GuessesExhausted told = world.await(GuessesExhausted.class);
        assertEquals(started.id(), told.challenge());
        assertEquals(Whose.CHALLENGE, told.whose());
        assertEquals("+44********01", told.recipient());
        assertTrue(told.personTold());
        assertEquals(ChallengeState.EXHAUSTED, state(started));
        awaitNotice();
        assertEquals(1, notices().size());
        assertTrue(world.wire.sent.get(1).endsWith("|" + World.PHONE + "|" + Notice.GUESSED.text("en") + "\n"));
    }

    private ChallengeState state(Started started) {
        return world.store.find(started.id()).orElseThrow().state();
    }

    @Test
    void theyAreToldInTheirLanguageAndOnceADay() throws InterruptedException {
        Started first =
                world.engine.start(world.code().language(Language.of("de")).build());
        world.receipt(first);
        guess(first);
        assertTrue(world.await(GuessesExhausted.class).personTold());
        awaitNotice();
        Started second = start();
        guess(second);
        assertFalse(world.await(GuessesExhausted.class).personTold(), "the application still is");

        world.clock.advance(Duration.ofDays(1));
        Started third = start();
        guess(third);
        assertTrue(world.await(GuessesExhausted.class).personTold());
        awaitNotice();
        List<String> notices = notices();
        assertEquals(2, notices.size());
        assertTrue(notices.get(0).contains(Notice.GUESSED.text("de")), notices::toString);
    }

    @Test
    void whereTheChannelDoesNotPermitItTheApplicationIsToldSo() {
        world.channel.capabilities = Capabilities.of(Capabilities.TextMode.APPROVED_TEMPLATES)
                .window(Duration.ofDays(1), PlainChannel.FORM)
                .build();
        Started started = start();
        guess(started);

        assertFalse(world.await(GuessesExhausted.class).personTold());
        assertEquals(List.of(), notices());
    }

    @Test
    void whoWantsNoMessagesIsToldNothing() {
        Started started = start();
        Asker asker = new Asker(world);
        asker.write("STOP");
        guess(started);

        assertEquals(List.of(), notices());
    }

    @Test
    void whenTheGuessesOfADayAreUsedUpItIsToldOnceAndEachRefusalCostsAnAttempt() {
        List<Started> guessedAt = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Started started = start();
            guessedAt.add(started);
            assertInstanceOf(Answer.Exhausted.class, guess(started));
            world.clock.advance(Duration.ofMinutes(10));
        }
        Started started = start();
        for (int left = 4; left >= 0; left--) {
            world.clock.advance(GAP);
            Answer.Limited limited = assertInstanceOf(
                    Answer.Limited.class, world.engine.verify(started.id(), world.lastCode(), World.LOGIN));
            assertEquals(left, limited.allowance().remainingAttempts());
        }
        world.clock.advance(GAP);
        assertInstanceOf(
                Answer.Exhausted.class,
                world.engine.verify(started.id(), world.lastCode(), World.LOGIN),
                "what was refused is not given back");

        world.engine.guard().flush();
        List<ChatAuthEvent> told = new ArrayList<>();
        world.await(LimitReached.class);
        world.engine.close();
        world.events.drainTo(told);
        List<GuessesExhausted> forToday = told.stream()
                .filter(GuessesExhausted.class::isInstance)
                .map(GuessesExhausted.class::cast)
                .filter(event -> event.whose() == Whose.RECIPIENT)
                .toList();
        assertEquals(1, forToday.size());
        assertEquals(started.id(), forToday.get(0).challenge());
    }

    @Test
    void ofADecoyNobodyIsTold() {
        Started decoy = world.engine.start(world.code().decoy().build());
        guess(decoy);
        world.engine.guard().flush();
        world.engine.close();

        assertEquals(List.of(), world.wire.sent);
        assertTrue(world.events.stream().noneMatch(GuessesExhausted.class::isInstance));
    }
}
