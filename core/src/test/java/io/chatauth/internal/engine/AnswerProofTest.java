package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChallengeState;
import io.chatauth.MessageStatus;
import io.chatauth.Outcome;
import io.chatauth.Proof;
import io.chatauth.Started;
import io.chatauth.Transaction;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.event.ChatAuthEvent.Answered;
import io.chatauth.internal.guard.Figures;
import io.chatauth.webhook.InboundEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What arrives, how often and in which order, decides nothing that a single ordered delivery would not. */
class AnswerProofTest {
    private static final long SEED = 20261123;
    private static final int SEQUENCES = 10_000;

    private final World world = new World(new MovableClock(), World.RING, Figures.DEFAULT.recording());
    private final Asker asker = new Asker(world);
    private final Random random = new Random(SEED);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void repeatedAndShuffledDeliveriesEndAlike() {
        for (int i = 0; i < SEQUENCES; i++) {
            Started started = asker.ask();
            String messageId = asker.messageId(started);
            boolean yes = random.nextBoolean();
            List<InboundEvent> events = new ArrayList<>();
            repeat(events, report(messageId, MessageStatus.SENT));
            repeat(events, report(messageId, MessageStatus.DELIVERED));
            repeat(events, report(messageId, MessageStatus.SEEN));
            repeat(events, tap(asker.payload(yes ? "Confirm" : "Refuse")));
            Collections.shuffle(events, random);

            events.forEach(asker::take);

            Outcome outcome = world.engine.outcome(started.id(), Asker.PAYMENT).orElseThrow();
            assertEquals(yes ? ChallengeState.APPROVED : ChallengeState.DENIED, outcome.state(), () -> "run " + events);
            assertEquals(yes, outcome.approval().isPresent());
            assertEquals(MessageStatus.SEEN, outcome.messages().get(0).status());
            assertEquals(1, answered(started).size(), "one message, one answer");
        }
    }

    @Test
    void ofConflictingAnswersExactlyOneDecides() {
        for (int i = 0; i < SEQUENCES; i++) {
            Started started = asker.ask();
            String yes = asker.payload("Confirm");
            String no = asker.payload("Refuse");
            List<InboundEvent> events = new ArrayList<>();
            int answers = 2 + random.nextInt(19);
            for (int n = 0; n < answers; n++) {
                events.add(tap(n % 2 == 0 ? yes : no));
            }
            Collections.shuffle(events, random);

            events.forEach(asker::take);

            List<String> results =
                    answered(started).stream().map(Answered::result).toList();
            assertEquals(answers, results.size());
            assertTrue(List.of("Approved", "Denied").contains(results.get(0)), results::toString);
            assertTrue(
                    results.stream().skip(1).allMatch("AlreadyAnswered"::equals),
                    () -> "the others are late: " + results);
        }
    }

    @Test
    void aBareYesNeverApprovesOneOfSeveral() {
        int replies = 0;
        int most = Proof.times(1_000_000, 100_000);
        while (replies < most) {
            List<Started> open = new ArrayList<>();
            int count = 2 + random.nextInt(49);
            for (int n = 0; n < count; n++) {
                open.add(asker.ask(asker.request(
                        World.PHONE, Transaction.of(Integer.toString(1 + random.nextInt(1000)), "EUR", "Payee " + n))));
            }
            for (int n = 0; n < 500; n++) {
                asker.write(n % 2 == 0 ? "Y" : "yes");
                replies++;
            }
            open.forEach(started -> assertEquals(ChallengeState.OPEN, asker.state(started)));
            open.forEach(started -> world.engine.cancel(started.id(), Asker.PAYMENT));
            // What was taken in is known by its id for three days; the state in memory holds a million values.
            world.clock.advance(Duration.ofDays(4));
            world.wire.sent.clear();
            world.wire.arrived.clear();
            world.wire.targets.clear();
            world.events.clear();
        }
    }

    private List<Answered> answered(Started started) {
        List<Answered> found = new ArrayList<>();
        List<ChatAuthEvent> all = new ArrayList<>();
        // The event of the last answer is told after the ones before it: a marker shows that all were heard.
        Started marker = world.startCode();
        ChatAuthEvent event;
        do {
            event = world.await(ChatAuthEvent.class);
            all.add(event);
        } while (!(event instanceof ChatAuthEvent.ChallengeStarted begun
                && begun.challenge().equals(marker.id())));
        for (ChatAuthEvent one : all) {
            if (one instanceof Answered answered && answered.challenge().equals(started.id())) {
                found.add(answered);
            }
        }
        world.engine.cancel(marker.id(), World.LOGIN);
        return found;
    }

    private void repeat(List<InboundEvent> events, InboundEvent event) {
        int times = 1 + random.nextInt(20);
        for (int i = 0; i < times; i++) {
            events.add(event);
        }
    }

    private InboundEvent tap(String payload) {
        return asker.reply(
                Asker.NICK, "tap", Optional.of(payload), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static InboundEvent report(String messageId, MessageStatus status) {
        return new InboundEvent.Report(messageId, status, Optional.empty(), Optional.empty());
    }
}
