package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chatauth.Answer;
import io.chatauth.ChallengeState;
import io.chatauth.Expect;
import io.chatauth.RequestException;
import io.chatauth.Tenant;
import io.chatauth.Transaction;
import io.chatauth.spi.AnswerContext.Kind;
import io.chatauth.testkit.FlowBench.Begun;
import io.chatauth.testkit.FlowPerson.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The cases of who answers what, when and how often. */
abstract class AuthFlowAnswers extends AuthFlowVerdicts {
    private static final int CROWD = 50;
    private static final int FORGERIES = 30;

    /** For subclasses. */
    protected AuthFlowAnswers() {}

    @Test
    void rightAnswerApprovesOnce() {
        try (FlowBench bench = bench()) {
            FlowPerson person = person(bench);
            Begun begun = begin(bench);
            Said first = person.right(begun);
            assertTrue(first.approved(), () -> "the right answer is told as " + first.word());
            assertTrue(
                    first.assurance().orElseThrow().compareTo(assurance()) >= 0,
                    () -> "it is worth " + first.assurance() + " only");
            assertEquals(ChallengeState.APPROVED, bench.outcome(begun).state());
            for (int i = 0; i < 5; i++) {
                assertEquals("AlreadyAnswered", person.right(begun).word());
            }
            assertEquals("AlreadyAnswered", person.heard(begun).word());
        }
    }

    @Test
    void ofFiftyRightAnswersExactlyOneWins() {
        try (FlowBench bench = bench()) {
            FlowPerson person = person(bench);
            Contracts.race(
                    CROWD,
                    Contracts.scaled(3),
                    round -> {
                        Begun begun = begin(bench);
                        return racer -> person.right(begun);
                    },
                    (round, said) -> assertEquals(
                            1, said.stream().filter(Said::approved).count(), () -> "approvals in round " + round));
        }
    }

    @Test
    void answerRacingAWithdrawalHasOneEnd() {
        try (FlowBench bench = bench()) {
            FlowPerson person = person(bench);
            List<Begun> all = new ArrayList<>();
            Contracts.race(
                    2,
                    Contracts.scaled(20),
                    round -> {
                        Begun begun = begin(bench);
                        all.add(begun);
                        return racer -> racer == 0
                                ? person.right(begun).word()
                                : bench.chatAuth
                                        .cancel(begun.started().id(), begun.expect())
                                        .getClass()
                                        .getSimpleName();
                    },
                    (round, words) -> {
                        ChallengeState end = bench.outcome(all.get(round)).state();
                        assertTrue(
                                Set.of(ChallengeState.APPROVED, ChallengeState.CANCELLED)
                                        .contains(end),
                                end::toString);
                        assertEquals(
                                end == ChallengeState.CANCELLED, words.get(1).equals("Cancelled"));
                        assertFalse(
                                end == ChallengeState.CANCELLED && words.get(0).equals("Approved"));
                    });
        }
    }

    @Test
    void wrongAnswersCostAttemptsUntilThereAreNone() {
        try (FlowBench bench = bench()) {
            FlowPerson person = person(bench);
            assumeTrue(person.guessable(), "its answers can't be guessed");
            Begun begun = begin(bench);
            int attempts = begun.plan().numberMatch() ? 1 : begun.plan().maxAttempts();
            for (int left = attempts - 1; left >= 0; left--) {
                Said said = person.wrong(begun, left);
                assertFalse(said.approved());
                assertEquals(left, bench.outcome(begun).allowance().remainingAttempts());
            }
            assertEquals(ChallengeState.EXHAUSTED, bench.outcome(begun).state());
            assertEquals("Exhausted", person.right(begun).word());
        }
    }

    @Test
    void forgedAnswersDecideNothing() {
        try (FlowBench bench = bench()) {
            FlowPerson person = person(bench);
            assumeTrue(!person.guessable(), "its answers are counted");
            Begun begun = begin(bench);
            int attempts = bench.outcome(begun).allowance().remainingAttempts();
            for (int i = 0; i < FORGERIES; i++) {
                assertEquals("Open", person.wrong(begun, i).word());
                bench.clock.move(Duration.ofMillis(1));
            }
            assertEquals(attempts, bench.outcome(begun).allowance().remainingAttempts());
            bench.clock.move(begun.plan().timeToLive().dividedBy(2));
            assertTrue(person.right(begun).approved());
        }
    }

    @Test
    void answerToAnotherChallengeDecidesNothing() {
        try (FlowBench bench = bench()) {
            FlowPerson person = person(bench);
            Begun one = begin(bench);
            Begun other = begin(bench);
            assumeTrue(FlowPerson.secrets(one).stream().noneMatch(FlowPerson.secrets(other)::contains));
            Said said = person.crossed(one, other);
            assertFalse(said.approved());
            assertEquals(ChallengeState.OPEN, bench.outcome(one).state());
            assertTrue(person.right(one).approved());
        }
    }

    @Test
    void whoExpectsSomethingElseKnowsNothingOfIt() {
        try (FlowBench bench = bench()) {
            FlowPerson person = person(bench);
            Begun begun = begin(bench);
            int attempts = bench.outcome(begun).allowance().remainingAttempts();
            int spent = 0;
            for (Expect other : others(begun)) {
                assertTrue(bench.chatAuth.outcome(begun.started().id(), other).isEmpty(), () -> "outcome for " + other);
                unknown(bench.chatAuth.cancel(begun.started().id(), other));
                unknown(bench.chatAuth.complete(begun.started().id(), other));
                assertInstanceOf(
                        Answer.Unknown.class,
                        bench.chatAuth.resend(begun.started().id(), other));
                if (answeredBy() == Kind.TYPED && spent < attempts - 1) {
                    String code = FlowPerson.secrets(begun).iterator().next();
                    unknown(bench.chatAuth.verify(begun.started().id(), code, other));
                    spent++;
                    assertEquals(
                            attempts - spent, bench.outcome(begun).allowance().remainingAttempts());
                }
            }
            assertTrue(person.right(begun).approved());
            for (Expect other : others(begun)) {
                unknown(bench.chatAuth.complete(begun.started().id(), other));
            }
        }
    }

    private static void unknown(Answer answer) {
        assertInstanceOf(Answer.Unknown.class, answer);
    }

    private static List<Expect> others(Begun begun) {
        Expect right = begun.expect();
        List<Expect> all = new ArrayList<>(List.of(
                right.tenant(Tenant.of("another")),
                right.subject("somebody-else"),
                new Expect(
                        "another",
                        right.tenant(),
                        right.subject(),
                        right.binding(),
                        right.transaction(),
                        right.assurance()),
                right.binding("another-binding-0123456789"),
                right.transaction(Transaction.of("999999.99", "EUR", "Somebody else"))));
        if (begun.plan().bound()) {
            all.add(new Expect(
                    right.purpose(),
                    right.tenant(),
                    right.subject(),
                    Optional.empty(),
                    right.transaction(),
                    right.assurance()));
        }
        return all;
    }

    @Test
    void answersUntilTheLastMillisecondAndNoLonger() {
        for (int millis = -1; millis <= 1; millis++) {
            try (FlowBench bench = bench()) {
                FlowPerson person = person(bench);
                Begun begun = begin(bench);
                bench.clock.move(Duration.between(
                        bench.clock.instant(), begun.started().expiresAt().plusMillis(millis)));
                Said said = person.right(begun);
                int at = millis;
                assertEquals(millis < 0, said.approved(), () -> "at " + at + " ms it is told as " + said.word());
                if (millis >= 0) {
                    assertEquals("Expired", said.word());
                }
            }
        }
    }

    @Test
    void ofYesAndNoTheFirstDecides() {
        try (FlowBench bench = bench()) {
            FlowPerson person = person(bench);
            Begun yes = begin(bench);
            assertTrue(person.right(yes).approved());
            assumeTrue(person.refuse(yes), "it has no answer that says no");
            assertEquals(ChallengeState.APPROVED, bench.outcome(yes).state());

            Begun no = begin(bench);
            person.refuse(no);
            assertEquals(ChallengeState.DENIED, bench.outcome(no).state());
            assertFalse(person.right(no).approved());
            assertEquals(ChallengeState.DENIED, bench.outcome(no).state());
        }
    }

    @Test
    void somebodyElsesAnswerDecidesNothing() {
        try (FlowBench bench = bench()) {
            FlowPerson person = person(bench);
            assumeTrue(person.chats() && answeredBy() != Kind.SENT, "its answer comes from whoever has it");
            Begun begun = begin(bench);
            for (int i = 0; i < FORGERIES; i++) {
                person.asSomebodyElse(begun, bench.someone());
                assertEquals("Open", person.heard(begun).word());
            }
            assertTrue(person.right(begun).approved());
        }
    }

    @Test
    void otherKindsOfAnswersDecideNothing() {
        try (FlowBench bench = bench()) {
            Begun begun = begin(bench);
            if (answeredBy() != Kind.BARE && !begun.plan().question()) {
                bench.reply(begun.person(), Map.of("text", "Y"));
                begun.message()
                        .ifPresent(sent -> bench.reply(
                                begun.person(),
                                Map.of("text", "Y", "quoted", sent.path("id").asText())));
                bench.reply(begun.person(), Map.of("payload", begun.started().id() + "." + "A".repeat(22)));
            }
            if (answeredBy() != Kind.COMPLETED) {
                assertNotEquals(
                        "Approved",
                        told(() -> bench.chatAuth.complete(begun.started().id(), begun.expect())));
            }
            assertEquals("Open", person(bench).heard(begun).word());
            if (answeredBy() != Kind.TYPED) {
                assertNotEquals(
                        "Approved",
                        told(() -> bench.chatAuth.verify(begun.started().id(), "Y", begun.expect())));
            }
            assertNotEquals(ChallengeState.APPROVED, bench.outcome(begun).state());
        }
    }

    private static String told(Supplier<Answer> answer) {
        try {
            return answer.get().getClass().getSimpleName();
        } catch (RequestException e) {
            return "not taken";
        }
    }
}
