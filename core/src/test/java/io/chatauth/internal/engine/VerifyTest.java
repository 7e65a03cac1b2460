package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.Expect;
import io.chatauth.KeyRing;
import io.chatauth.RequestException;
import io.chatauth.Started;
import io.chatauth.Tenant;
import io.chatauth.UnknownKeyException;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.internal.guard.Figures;
import io.chatauth.internal.guard.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theRightCodeApproves() {
        Started started = world.startCode();

        Answer answer = world.engine.verify(started.id(), world.lastCode(), World.LOGIN);

        Answer.Approved approved = assertInstanceOf(Answer.Approved.class, answer);
        assertEquals(Assurance.SECRET, approved.assurance());
        assertEquals("login", approved.purpose());
        assertEquals(PlainChannel.ID, approved.channel());
        ChatAuthEvent.ChallengeEnded ended = world.await(ChatAuthEvent.ChallengeEnded.class);
        assertEquals(ChallengeState.APPROVED, ended.state());
        assertEquals("GB", ended.country().orElseThrow(), "told although it is erased with the end");
        assertEquals(Address.phone(World.PHONE).masked(), ended.recipient().orElseThrow());
    }

    @Test
    void aCodeTypedWithSpacesIsTheSameCode() {
        Started started = world.startCode();
        String code = world.lastCode();

        assertTrue(world.engine
                .verify(started.id(), " " + code.substring(0, 3) + " " + code.substring(3), World.LOGIN)
                .approved());
    }

    @Test
    void aWrongCodeCostsAnAttempt() {
        Started started = world.startCode();

        Answer answer = world.engine.verify(started.id(), world.wrongCode(), World.LOGIN);

        assertEquals(
                4,
                assertInstanceOf(Answer.WrongAnswer.class, answer).allowance().remainingAttempts());
        assertEquals(4, world.await(ChatAuthEvent.WrongAnswer.class).remainingAttempts());
    }

    @Test
    void afterFiveWrongCodesTheRightOneIsRefused() {
        Started started = world.startCode();
        for (int i = 1; i < 5; i++) {
            assertInstanceOf(
                    Answer.WrongAnswer.class, world.engine.verify(started.id(), world.wrongCode(), World.LOGIN));
            world.clock.advance(Duration.ofSeconds(3));
        }

        assertInstanceOf(Answer.Exhausted.class, world.engine.verify(started.id(), world.wrongCode(), World.LOGIN));
        assertInstanceOf(Answer.Exhausted.class, world.engine.verify(started.id(), world.lastCode(), World.LOGIN));
        assertEquals(
                ChallengeState.EXHAUSTED,
                world.store.find(started.id()).orElseThrow().state());
    }

    @Test
    void anAnswerTooSoonAfterTheSecondIsNotLookedAtAndCostsNothing() {
        Started started = world.startCode();
        world.engine.verify(started.id(), world.wrongCode(), World.LOGIN);
        world.engine.verify(started.id(), world.wrongCode(), World.LOGIN);

        Answer early = world.engine.verify(started.id(), world.lastCode(), World.LOGIN);

        Answer.TooEarly tooEarly = assertInstanceOf(Answer.TooEarly.class, early);
        assertEquals(3, tooEarly.allowance().remainingAttempts());
        assertEquals(world.clock.instant().plusSeconds(3), tooEarly.retryAt());
        world.clock.advance(Duration.ofSeconds(3));
        assertTrue(
                world.engine.verify(started.id(), world.lastCode(), World.LOGIN).approved());
    }

    @Test
    void theRightCodeCountsOnce() {
        Started started = world.startCode();
        assertTrue(
                world.engine.verify(started.id(), world.lastCode(), World.LOGIN).approved());

        assertInstanceOf(
                Answer.AlreadyAnswered.class, world.engine.verify(started.id(), world.lastCode(), World.LOGIN));
    }

    @Test
    void ofFiftyRightAnswersAtOnceExactlyOneIsApproved() throws Exception {
        try (World open = new World(
                new MovableClock(),
                World.RING,
                Figures.DEFAULT.with(Limit.FAILURES_PER_RECIPIENT_24H, 1_000).withFreeAttempts(10))) {
            for (int round = 0; round < 5; round++) {
                open.clock.advance(Duration.ofHours(1));
                Started started = open.startCode();
                String code = open.lastCode();
                List<Answer> answers = together(50, () -> open.engine.verify(started.id(), code, World.LOGIN));

                assertEquals(1, answers.stream().filter(Answer::approved).count());
            }
        }
    }

    @Test
    void ofFiftyWrongAnswersAtOnceFiveAreCompared() throws Exception {
        try (World open = new World(
                new MovableClock(),
                World.RING,
                Figures.DEFAULT.with(Limit.FAILURES_PER_RECIPIENT_24H, 1_000).withFreeAttempts(10))) {
            Started started = open.startCode();
            String wrong = open.wrongCode();
            List<Answer> answers = together(50, () -> open.engine.verify(started.id(), wrong, World.LOGIN));

            assertEquals(
                    4,
                    answers.stream()
                            .filter(Answer.WrongAnswer.class::isInstance)
                            .count());
            assertEquals(
                    46,
                    answers.stream().filter(Answer.Exhausted.class::isInstance).count());
            assertEquals(5, open.store.find(started.id()).orElseThrow().attempts());
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void theTimeEndsExactlyWhenItEnds(long millisAfterTheEnd, boolean inTime) {
        Started started = world.startCode();
        world.clock.advance(
                Duration.between(world.clock.instant(), started.expiresAt()).plusMillis(millisAfterTheEnd));

        Answer answer = world.engine.verify(started.id(), world.lastCode(), World.LOGIN);

        assertEquals(inTime, answer.approved());
        assertEquals(!inTime, answer instanceof Answer.Expired);
    }

    @Test
    void anotherPurposeIsUnknownAndCostsAnAttempt() {
        Started started = world.startCode();

        assertInstanceOf(
                Answer.Unknown.class, world.engine.verify(started.id(), world.lastCode(), Expect.purpose("payment")));
        assertEquals(1, world.store.find(started.id()).orElseThrow().attempts());
    }

    @Test
    void anotherSubjectIsUnknown() {
        Started started = world.engine.start(world.code().subject("alice").build());
        world.receipt(started);

        assertInstanceOf(
                Answer.Unknown.class, world.engine.verify(started.id(), world.lastCode(), World.LOGIN.subject("bob")));
        assertTrue(world.engine
                .verify(started.id(), world.lastCode(), World.LOGIN.subject("alice"))
                .approved());
    }

    @Test
    void anotherTenantsChallengeIsUnknown() {
        Started started = world.startCode();
        Expect stranger = World.LOGIN.tenant(Tenant.of("other"));

        assertInstanceOf(Answer.Unknown.class, world.engine.verify(started.id(), world.lastCode(), stranger));
        assertTrue(world.engine.outcome(started.id(), stranger).isEmpty());
        assertInstanceOf(Answer.Unknown.class, world.engine.cancel(started.id(), stranger));
    }

    @Test
    void aChallengeThatDoesNotExistIsUnknown() {
        assertInstanceOf(Answer.Unknown.class, world.engine.verify(ChallengeId.of("nobody"), "123456", World.LOGIN));
    }

    @Test
    void anUnknownKeyCostsNoAttemptAndAlarmsTheOperator() {
        Started started = world.startCode();
        KeyRing other = KeyRing.builder()
                .key("k2", KeyRing.State.ACTIVE, KeyRing.newKey())
                .key("k1", KeyRing.State.RETIRED, io.chatauth.Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))
                .build();
        world.keys.reload(other);

        assertThrows(UnknownKeyException.class, () -> world.engine.verify(started.id(), world.lastCode(), World.LOGIN));
        assertEquals(0, world.store.find(started.id()).orElseThrow().attempts());
        assertTrue(world.await(ChatAuthEvent.OperatorAlert.class).text().contains("'k1'"));
    }

    @Test
    void anAnswerUnderAnOlderKeyStillCountsAfterRotation() {
        Started started = world.startCode();
        world.keys.reload(KeyRing.builder()
                .key("k2", KeyRing.State.ACTIVE, KeyRing.newKey())
                .key(
                        "k1",
                        KeyRing.State.VERIFY_ONLY,
                        io.chatauth.Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))
                .build());

        assertTrue(
                world.engine.verify(started.id(), world.lastCode(), World.LOGIN).approved());
    }

    @Test
    void twentyWrongAnswersADayLockTheRecipientOverAllChallenges() {
        int wrong = 0;
        Answer answer = null;
        while (wrong <= 25 && !(answer instanceof Answer.Limited)) {
            world.clock.advance(Duration.ofMinutes(61));
            Started started = world.startCode();
            for (int i = 0; i < 5 && !(answer instanceof Answer.Limited); i++) {
                world.clock.advance(Duration.ofSeconds(3));
                answer = world.engine.verify(started.id(), world.wrongCode(), World.LOGIN);
                wrong += answer instanceof Answer.Limited ? 0 : 1;
            }
        }

        assertEquals(20, wrong);
        assertEquals(
                "failures-per-recipient-24h",
                world.await(ChatAuthEvent.LimitReached.class).limit());
    }

    @Test
    void aNoticeTakesNoTypedAnswers() {
        Started started = world.engine.start(world.notice().build());

        RequestException refused = assertThrows(
                RequestException.class, () -> world.engine.verify(started.id(), "123456", Expect.purpose("card")));
        assertEquals("the flow 'activation-notice' takes no typed answers", refused.getMessage());
    }

    @Test
    void aNoticeIsCompletedByTheTeamAndProvesNothing() {
        Started started = world.engine.start(world.notice().build());

        Answer.Approved approved =
                assertInstanceOf(Answer.Approved.class, world.engine.complete(started.id(), Expect.purpose("card")));

        assertEquals(Assurance.NONE, approved.assurance());
        assertInstanceOf(Answer.AlreadyAnswered.class, world.engine.complete(started.id(), Expect.purpose("card")));
    }

    @Test
    void anApprovalDecidedElsewhereIsHandedOutOnce() {
        Started started = world.engine.start(world.notice().build());
        world.engine.complete(started.id(), Expect.purpose("card"));

        assertTrue(world.engine
                .outcome(started.id(), Expect.purpose("card"))
                .orElseThrow()
                .approval()
                .isPresent());
        assertFalse(world.engine
                .outcome(started.id(), Expect.purpose("card"))
                .orElseThrow()
                .approval()
                .isPresent());
    }

    @Test
    void aCodeCannotBeCompletedByTheTeam() {
        Started started = world.startCode();

        assertThrows(RequestException.class, () -> world.engine.complete(started.id(), World.LOGIN));
    }

    @Test
    void aCancelledChallengeTakesNoAnswer() {
        Started started = world.startCode();

        assertInstanceOf(Answer.Cancelled.class, world.engine.cancel(started.id(), World.LOGIN));
        assertInstanceOf(Answer.Cancelled.class, world.engine.verify(started.id(), world.lastCode(), World.LOGIN));
    }

    private static List<Answer> together(int callers, Callable<Answer> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            CyclicBarrier barrier = new CyclicBarrier(callers);
            List<Future<Answer>> futures = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                futures.add(threads.submit(() -> {
                    barrier.await();
                    return call.call();
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
