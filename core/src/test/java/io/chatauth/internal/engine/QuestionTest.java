package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import io.chatauth.Outcome;
import io.chatauth.Started;
import io.chatauth.Transaction;
import io.chatauth.event.ChatAuthEvent.AnswerUnclear;
import io.chatauth.event.ChatAuthEvent.Answered;
import io.chatauth.event.ChatAuthEvent.FraudReported;
import io.chatauth.flow.FlowTemplates;
import io.chatauth.internal.guard.Figures;
import io.chatauth.internal.reply.ReplyText;
import io.chatauth.spi.AnswerContext.Choice;
import io.chatauth.spi.AnswerContext.Kind;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
    private final World world = new World();
    private final Asker asker = new Asker(world);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aTapOnYesApprovesAndIsHandedOutOnce() {
        Started started = asker.ask();
        String yes = asker.payload("Confirm");
        assertTrue(yes.length() <= 64, yes);

        asker.tap(yes);

        assertEquals(Kind.TAPPED, world.await(Answered.class).kind());
        Outcome outcome = world.engine
                .outcome(started.id(), Asker.PAYMENT.transaction(Asker.RENT))
                .orElseThrow();
        assertEquals(Assurance.BOUND, outcome.approval().orElseThrow().assurance());
        assertTrue(world.engine
                .outcome(started.id(), Asker.PAYMENT)
                .orElseThrow()
                .approval()
                .isEmpty());
    }

    @Test
    void aTapOnNoDeniesAndReportsFraud() {
        Started started = asker.ask();

        asker.tap(asker.payload("Refuse"));

        assertEquals(ChallengeState.DENIED, asker.state(started));
        assertEquals(started.id(), world.await(FraudReported.class).challenge());
    }

    @Test
    void thePayloadOfAnotherPaymentDecidesNothing() {
        Started first = asker.ask();
        String yes = asker.payload("Confirm");
        Started second = asker.ask(asker.request(World.PHONE, Transaction.of("9000", "EUR", "Thief Ltd")));

        asker.tap(second.id() + yes.substring(yes.indexOf('.')));

        assertEquals(ChallengeState.OPEN, asker.state(first));
        assertEquals(ChallengeState.OPEN, asker.state(second));
        world.await(AnswerUnclear.class);
    }

    @Test
    void aPayloadFromAnotherPersonDecidesNothing() {
        Started started = asker.ask();

        asker.take(asker.reply(
                Address.phone("+441134960002"),
                "Confirm",
                Optional.of(asker.payload("Confirm")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

        assertEquals(ChallengeState.OPEN, asker.state(started));
    }

    @Test
    void anExpectedTransactionThatDiffersIsUnknown() {
        Started started = asker.ask();
        asker.tap(asker.payload("Confirm"));

        assertTrue(world.engine
                .outcome(started.id(), Asker.PAYMENT.transaction(Transaction.of("120.51", "EUR", "Landlord Ltd")))
                .isEmpty());
        assertTrue(world.engine
                .outcome(started.id(), Asker.PAYMENT.transaction(Transaction.of("120.50", "USD", "Landlord Ltd")))
                .isEmpty());
        assertTrue(world.engine
                .outcome(started.id(), Asker.PAYMENT.transaction(Transaction.of("120.50", "EUR", "Landlord Ltd.")))
                .isEmpty());
        assertTrue(world.engine
                .outcome(started.id(), Asker.PAYMENT.transaction(Transaction.of("120.5", "EUR", "Landlord Ltd")))
                .isPresent());
    }

    @Test
    void aQuotedReplyApprovesTheQuotedQuestionAmongMany() {
        Started first = asker.ask();
        Started second = asker.ask(asker.request(World.PHONE, Transaction.of("9000", "EUR", "Thief Ltd")));

        asker.quote(asker.messageId(first), "yes!");

        assertEquals(ChallengeState.APPROVED, asker.state(first));
        assertEquals(ChallengeState.OPEN, asker.state(second));
        assertEquals(Kind.QUOTED, world.await(Answered.class).kind());
    }

    @Test
    void aBareYesToTheOnlyQuestionIsLow() {
        Started started = asker.ask();
        world.startCode();

        asker.write(" y. ");

        assertEquals(
                Assurance.LOW,
                world.engine
                        .outcome(started.id(), Asker.PAYMENT)
                        .orElseThrow()
                        .approval()
                        .orElseThrow()
                        .assurance());
    }

    @Test
    void aBareYesToTwoQuestionsDecidesNeitherAndThePersonIsToldHow() throws InterruptedException {
        Started first = asker.ask();
        Started second = asker.ask();

        asker.write("Y");
        asker.write("Y");

        assertEquals(ChallengeState.OPEN, asker.state(first));
        assertEquals(ChallengeState.OPEN, asker.state(second));
        String told = nextNotice();
        assertTrue(told.contains("reply to that very message"), told);
        assertEquals(1, asker.notices(), "once a minute is enough");
    }

    @Test
    void aBareYesDecidesNothingWhereMoreIsOpenThanIsLookedAt() {
        try (World busy = new World(new MovableClock(), World.RING, Figures.DEFAULT.recording())) {
            Asker many = new Asker(busy);
            Started first = many.ask();
            for (int i = 0; i < 50; i++) {
                busy.startCode();
            }
            Started last = many.ask();

            many.write("Y");

            assertEquals(ChallengeState.OPEN, many.state(first));
            assertEquals(ChallengeState.OPEN, many.state(last));
            busy.await(AnswerUnclear.class);
        }
    }

    @Test
    void aBareYesThatIsTooWeakChangesNothingAndANoCounts() throws InterruptedException {
        Started started = asker.ask(asker.request(World.PHONE, Asker.RENT).atLeast(Assurance.BOUND));

        asker.write("Y");
        assertEquals(ChallengeState.OPEN, asker.state(started));
        nextNotice();

        asker.write("N");
        assertEquals(ChallengeState.DENIED, asker.state(started));
    }

    @Test
    void aBareYesFromBeforeTheQuestionDecidesNothing() {
        Started started = asker.ask();

        asker.take(asker.reply(
                Asker.NICK,
                "Y",
                Optional.empty(),
                Optional.empty(),
                Optional.of(world.clock.instant().minusSeconds(30)),
                Optional.empty()));

        assertEquals(ChallengeState.OPEN, asker.state(started));
        assertEquals(
                "it was written before the question was asked",
                world.await(AnswerUnclear.class).reason());
    }

    @Test
    void aGuessOfTheProviderMayConfirmAndNeverChoose() {
        Started first = asker.ask();
        Started second = asker.ask();
        asker.take(paired(asker.messageId(first)));
        assertEquals(ChallengeState.OPEN, asker.state(first), "two are open, and a guess chooses none");

        world.engine.cancel(second.id(), Asker.PAYMENT);
        asker.take(paired("other-0-0"));
        assertEquals(ChallengeState.OPEN, asker.state(first), "the guess contradicts");

        asker.take(paired(asker.messageId(first)));
        assertEquals(ChallengeState.APPROVED, asker.state(first));
    }

    private io.chatauth.webhook.InboundEvent.Reply paired(String messageId) {
        return asker.reply(
                Asker.NICK, "Y", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(messageId));
    }

    @Test
    void whereANumberIsAskedForAYesNeedsIt() throws InterruptedException {
        Started started = asker.ask(asker.request(World.PHONE, Asker.RENT).numberMatch());
        String number = started.number().orElseThrow();
        assertFalse(
                world.wire.sent.get(0).contains(" " + number + " "),
                "the number is shown where the payment began only");

        asker.write("Y");
        assertTrue(nextNotice().contains("two digits"));
        assertEquals(ChallengeState.OPEN, asker.state(started));

        asker.write("yes " + number);
        assertEquals(ChallengeState.APPROVED, asker.state(started));
        assertEquals(
                Assurance.BOUND,
                world.engine
                        .outcome(started.id(), Asker.PAYMENT)
                        .orElseThrow()
                        .approval()
                        .orElseThrow()
                        .assurance());
    }

    @Test
    void aWrongNumberIsTheOnlyTry() {
        Started started = asker.ask(asker.request(World.PHONE, Asker.RENT).numberMatch());
        int number = Integer.parseInt(started.number().orElseThrow());

        asker.write(Integer.toString(number == 99 ? 10 : number + 1));
        asker.write(Integer.toString(number));

        assertEquals(ChallengeState.EXHAUSTED, asker.state(started));
    }

    @Test
    void theNumberStandsInNoToString() {
        Started started = asker.ask(asker.request(World.PHONE, Asker.RENT).numberMatch());
        assertEquals(
                "Started[" + started.id() + " until " + started.expiresAt() + ", " + started.allowance() + "]",
                started.toString());
        assertFalse(ReplyText.read("47").orElseThrow().toString().contains("47"));
    }

    @Test
    void aLateAnswerChangesNothingAndIsToldSo() throws InterruptedException {
        Started started = asker.ask();
        String yes = asker.payload("Confirm");
        asker.tap(asker.payload("Refuse"));

        asker.tap(yes);

        assertEquals(ChallengeState.DENIED, asker.state(started));
        assertEquals("Denied", world.await(Answered.class).result());
        assertEquals("AlreadyAnswered", world.await(Answered.class).result());
        assertTrue(nextNotice().contains("no longer open"));
    }

    @Test
    void expiryMeansNo() {
        Started started = asker.ask();
        world.clock.advance(Duration.ofMinutes(5));

        asker.tap(asker.payload("Confirm"));

        assertEquals(ChallengeState.EXPIRED, asker.state(started));
        assertEquals("Expired", world.await(Answered.class).result());
    }

    @Test
    void whereRepliesCantBeTracedACodeIsTypedInstead() {
        world.channel.capabilities = new PlainChannel().capabilities();

        Started started = asker.ask();

        assertTrue(world.wire.sent.get(0).contains("EUR 120.50"), world.wire.sent.get(0));
        Answer answer = world.engine.verify(started.id(), world.lastCode(), Asker.PAYMENT.transaction(Asker.RENT));
        assertEquals(
                Assurance.SECRET,
                assertInstanceOf(Answer.Approved.class, answer).assurance());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "ko", "ja", "th", "vi", "ar"})
    void theWordsOfEveryBuiltInQuestionMeanWhatTheyShould(String language) {
        List<Template> questions = FlowTemplates.templates().stream()
                .filter(template -> template.name().equals(FlowTemplates.TRANSACTION_CONFIRMATION))
                .filter(template -> template.language().equals(language))
                .toList();
        assertEquals(1, questions.size());
        List<Button> buttons = questions.get(0).buttons();
        for (int i = 0; i < 2; i++) {
            Choice meant = i == 0 ? Choice.YES : Choice.NO;
            for (String words : List.of(buttons.get(i).label(), buttons.get(i).value())) {
                assertEquals(
                        Optional.of(new ReplyText(meant, Optional.empty())),
                        ReplyText.read(" " + words.toUpperCase(java.util.Locale.ROOT) + "!\n"),
                        words);
            }
        }
    }

    private String nextNotice() throws InterruptedException {
        while (true) {
            String body = world.wire.arrived.poll(20, TimeUnit.SECONDS);
            if (body == null) {
                throw new AssertionError("nothing was told");
            }
            if (body.startsWith("notice-")) {
                return body;
            }
        }
    }
}
