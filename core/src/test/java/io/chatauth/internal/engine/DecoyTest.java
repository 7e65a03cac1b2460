package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Answer;
import io.chatauth.LimitReachedException;
import io.chatauth.MessageState;
import io.chatauth.MessageStatus;
import io.chatauth.Outcome;
import io.chatauth.Receipt;
import io.chatauth.RequestException;
import io.chatauth.ResendAnswer;
import io.chatauth.Started;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.flow.VerificationCode;
import io.chatauth.internal.guard.Figures;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.webhook.InboundEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecoyTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private static Started decoy(World world) {
        return world.engine.start(world.code().decoy().build());
    }

    @Test
    void aDecoyAnswersToTheLastByteLikeARealChallenge() {
        try (World other = new World()) {
            Scenario played = new Scenario(world, decoy(world), Optional.empty());
            List<String> decoy = played.run();
            List<String> real =
                    new Scenario(other, other.engine.start(other.code().build()), Optional.of(played.statuses)).run();

            assertEquals(real, decoy);
            assertEquals(List.of(), world.wire.sent);
            assertEquals(2, other.messages().size());
            assertTrue(decoy.toString().contains("Exhausted"), decoy::toString);
            assertTrue(decoy.toString().contains("DELIVERED"), decoy::toString);
        }
    }

    /** All that an application sees, from the start to the end and after it; the ids of both challenges are written alike. */
    private static final class Scenario {
        private final World world;
        private final Started started;
        private final Optional<List<List<MessageState>>> reported;
        private final List<List<MessageState>> statuses = new ArrayList<>();
        private final List<String> seen = new ArrayList<>();

        Scenario(World world, Started started, Optional<List<List<MessageState>>> reported) {
            this.world = world;
            this.started = started;
            this.reported = reported;
        }

        List<String> run() {
            see(started.expiresAt() + " " + started.allowance() + " " + started.notes() + " " + started.number() + " "
                    + started.invitation());
            see(receipt(started.accepted()));
            page();
            verify();
            world.clock.advance(Duration.ofSeconds(31));
            page();
            ResendAnswer again = world.engine.resend(started.id(), World.LOGIN);
            see(again.getClass().getSimpleName());
            if (again instanceof ResendAnswer.Resent resent) {
                see(resent.allowance().toString());
                see(receipt(resent.accepted()));
            }
            see(world.engine.resend(started.id(), World.LOGIN).toString());
            page();
            for (int i = 0; i < 6; i++) {
                verify();
                world.clock.advance(Duration.ofSeconds(7));
                page();
            }
            see(world.engine.resend(started.id(), World.LOGIN).toString());
            see(world.engine.cancel(started.id(), World.LOGIN).toString());
            world.clock.advance(Duration.ofMinutes(6));
            page();
            return seen;
        }

        private void verify() {
            see(world.engine.verify(started.id(), "not a code", World.LOGIN).toString());
        }

        /** The real one gets the reports at the times at which the decoy shows them. */
        private void page() {
            reported.ifPresent(all -> all.get(statuses.size()).forEach(this::report));
            Outcome outcome = world.engine.outcome(started.id(), World.LOGIN).orElseThrow();
            statuses.add(outcome.messages());
            see(outcome.toString());
        }

        private void report(MessageState state) {
            String own = started.id() + state.id().substring(state.id().indexOf('-'));
            MessageState now = world.engine.outcome(started.id(), World.LOGIN).orElseThrow().messages().stream()
                    .filter(message -> message.id().equals(own))
                    .findFirst()
                    .orElseThrow();
            if (now.status() != state.status()) {
                Duration back = Duration.between(state.at(), world.clock.instant());
                world.clock.advance(back.negated());
                Hooks.signed(world, new InboundEvent.Report(own, state.status(), Optional.empty(), Optional.empty()));
                world.clock.advance(back);
            }
        }

        private static String receipt(CompletionStage<Receipt> accepted) {
            return accepted.toCompletableFuture()
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join()
                    .toString();
        }

        private void see(String what) {
            seen.add(what.replace(started.id().value(), "the-challenge"));
        }
    }

    @Test
    void nothingOfADecoyLeavesNeitherAtOnceNorByRecovery() {
        MovableClock clock = new MovableClock();
        InMemoryChallengeStore store = new InMemoryChallengeStore();
        InMemorySharedState state = new InMemorySharedState(clock);
        World dead = new World(clock, World.RING, Figures.DEFAULT, store, state);
        Started started = decoy(dead);
        dead.close();
        dead.receipt(started);
        assertTrue(dead.wire.arrived.isEmpty());

        try (World alive = new World(clock, World.RING, Figures.DEFAULT, store, state)) {
            for (int i = 0; i < 10; i++) {
                clock.advance(Duration.ofSeconds(20));
                alive.engine.recover();
            }
            assertTrue(alive.wire.arrived.isEmpty());
        }
    }

    @Test
    void theRightCodeOfADecoyIsWrong() {
        Started started = decoy(world);
        ChallengeRecord record = world.store.find(started.id()).orElseThrow();
        Ledger ledger = new Ledger(world.engine.parts(), touched -> {});
        Content content = ledger.content(record);
        String code = world.keys.code(
                Composer.context(ledger.seed(record), content), content.secret().orElseThrow());

        assertTrue(world.engine.verify(started.id(), code, World.LOGIN) instanceof Answer.WrongAnswer);
    }

    @Test
    void aDecoyIsCountedAndRefusedAlike() {
        for (int i = 0; i < 5; i++) {
            decoy(world);
        }
        LimitReachedException decoy = assertThrows(LimitReachedException.class, () -> decoy(world));
        LimitReachedException real = assertThrows(LimitReachedException.class, world::startCode);
        assertEquals(real.getMessage(), decoy.getMessage());

        assertEquals(
                assertThrows(
                                RequestException.class,
                                () -> world.engine.start(VerificationCode.to("+33612345678")
                                        .via("plain")
                                        .purpose("login")
                                        .build()))
                        .getMessage(),
                assertThrows(
                                RequestException.class,
                                () -> world.engine.start(VerificationCode.to("+33612345678")
                                        .via("plain")
                                        .purpose("login")
                                        .decoy()
                                        .build()))
                        .getMessage());
    }

    @Test
    void aDecoyExpiresAlike() {
        Started started = decoy(world);
        world.clock.advance(Duration.ofMinutes(5));
        assertTrue(world.engine.verify(started.id(), "123456", World.LOGIN) instanceof Answer.Expired);
    }

    @Test
    void whatIsStoredOfADecoyDiffersForNobodyWithoutTheKey() {
        ChallengeRecord decoy = world.store.find(decoy(world).id()).orElseThrow();
        ChallengeRecord real =
                world.store.find(world.engine.start(world.code().build()).id()).orElseThrow();

        assertEquals(real.salt().length(), decoy.salt().length());
        assertEquals(
                real.payload().orElseThrow().bytes().length,
                decoy.payload().orElseThrow().bytes().length);
        assertEquals(real.recipientKey(), decoy.recipientKey());
        assertEquals(real.subjectKey(), decoy.subjectKey());
        assertEquals(real.purposeKey(), decoy.purposeKey());
        assertEquals(real.messages().size(), decoy.messages().size());
    }

    @Test
    void theOperatorIsNotToldThatADecoyWasSent() {
        world.receipt(decoy(world));
        world.startCode();
        world.await(ChatAuthEvent.ChallengeStarted.class);
        world.await(ChatAuthEvent.ChallengeStarted.class);
        ChatAuthEvent.MessageMoved moved = world.await(ChatAuthEvent.MessageMoved.class);
        assertTrue(world.wire.sent.get(0).startsWith(moved.challenge().value()));
    }

    @Test
    void theTimesOfADecoyAreTheSameOnEveryNodeAndDifferBetweenMessages() {
        Started first = decoy(world);
        Started second = decoy(world);
        world.receipt(first);
        world.receipt(second);
        world.clock.advance(Duration.ofSeconds(60));
        MessageState one = message(world, first);
        MessageState two = message(world, second);

        assertEquals(one, message(world, first));
        assertFalse(one.at().equals(two.at()));
        assertTrue(one.status() == MessageStatus.DELIVERED || one.status() == MessageStatus.SEEN);
    }

    private static MessageState message(World world, Started started) {
        return world.engine
                .outcome(started.id(), World.LOGIN)
                .orElseThrow()
                .messages()
                .get(0);
    }

    @Test
    void whereNoReportCanComeADecoyStaysAccepted() {
        try (World quiet = new World(
                new MovableClock(),
                World.RING,
                Figures.DEFAULT,
                new InMemoryChallengeStore(),
                new InMemorySharedState(new MovableClock()),
                Optional.empty())) {
            quiet.channel.polled = false;
            Started started = decoy(quiet);
            quiet.receipt(started);
            quiet.clock.advance(Duration.ofSeconds(60));
            assertEquals(MessageStatus.ACCEPTED, message(quiet, started).status());
        }
    }
}
