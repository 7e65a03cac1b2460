package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Answer;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.MessageStatus;
import io.chatauth.Proof;
import io.chatauth.Route;
import io.chatauth.Started;
import io.chatauth.flow.VerificationCode;
import io.chatauth.internal.guard.Figures;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.store.MessageRecord;
import io.chatauth.webhook.InboundEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Routes under whatever happens: reports of all kinds in any order, answers, cancellations, restarts of the node, jumps of the
 * clock, rounds of due work. Each run is made from its number, so that one that fails can be made again.
 */
class EscalationProofTest {
    private static final Pattern SENT = Pattern.compile("(?m)^(\\S+?)-(\\d+)-(\\d+)\\|[^|]*\\|.*?\\b(\\d{6})\\b");
    private static final int RUNS = Proof.times(10_000, 200);

    @Test
    void whateverHappensEachStepGoesOutOnceWithTheSameCodeAndNoneAfterTheOutcome() {
        int escalated = 0;
        int approved = 0;
        for (int run = 0; run < RUNS; run++) {
            Run one = new Run(run);
            one.play();
            escalated += one.sentSteps() > 1 ? 1 : 0;
            approved += one.approved ? 1 : 0;
        }
        assertTrue(escalated > RUNS / 10, "only " + escalated + " runs went to a second step");
        assertTrue(approved > RUNS / 20, "only " + approved + " runs were approved");
    }

    private static final class Run {
        private static final Figures FIGURES = Figures.DEFAULT;
        private final int number;
        private final Random random;
        private final MovableClock clock = new MovableClock();
        private final InMemoryChallengeStore store = new InMemoryChallengeStore();
        private final InMemorySharedState state = new InMemorySharedState(clock);
        private final List<String> sent = new ArrayList<>();
        private World world = node();
        private boolean approved;

        Run(int number) {
            this.number = number;
            this.random = new Random(number);
        }

        private World node() {
            return new World(clock, World.RING, FIGURES, store, state);
        }

        void play() {
            List<Route.Step> steps = new ArrayList<>();
            for (String channel : List.of("plain", "second", "third").subList(0, 1 + random.nextInt(3))) {
                MessageStatus wanted = List.of(
                                MessageStatus.ACCEPTED, MessageStatus.SENT, MessageStatus.DELIVERED, MessageStatus.SEEN)
                        .get(random.nextInt(4));
                steps.add(Route.Step.of(channel).until(wanted).waiting(Duration.ofSeconds(10 + random.nextInt(60))));
            }
            Started started = world.engine.start(VerificationCode.to(World.PHONE)
                    .via(Route.standalone(steps))
                    .purpose("login")
                    .build());
            world.receipt(started);
            ChallengeId id = started.id();
            for (int i = 0; i < 25; i++) {
                act(id);
                settle();
                if (record(id).state().ended()) {
                    int before = record(id).messages().size();
                    int handedOver = handedOver();
                    act(id);
                    clock.advance(Duration.ofSeconds(50));
                    world.engine.recover();
                    assertEquals(before, record(id).messages().size(), () -> "run " + number + " sent after its end");
                    assertEquals(handedOver, handedOver(), () -> "run " + number + " sent after its end");
                    break;
                }
            }
            clock.advance(Duration.ofMinutes(6));
            world.engine.recover();
            assertTrue(record(id).state().ended(), () -> "run " + number + " hangs");
            restart();
            world.close();
            check(id, steps.size());
        }

        private void act(ChallengeId id) {
            ChallengeRecord challenge = record(id);
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> {
                    clock.advance(Duration.ofSeconds(random.nextInt(40)));
                    world.engine.recover();
                }
                case 3, 4, 5 -> report(challenge);
                case 6 -> restart();
                case 7 -> clock.advance(Duration.ofMillis(random.nextInt(3_000)));
                case 8 -> {
                    if (random.nextInt(4) == 0) {
                        answer(id);
                    }
                }
                default -> {
                    if (random.nextInt(12) == 0) {
                        world.engine.cancel(id, World.LOGIN);
                    } else if (random.nextInt(4) == 0) {
                        world.engine.resend(id, World.LOGIN);
                    }
                }
            }
        }

        private void report(ChallengeRecord challenge) {
            MessageRecord message =
                    challenge.messages().get(random.nextInt(challenge.messages().size()));
            MessageStatus status = MessageStatus.values()[1 + random.nextInt(5)];
            Optional<DeliveryFailure> failure = status == MessageStatus.FAILED
                    ? Optional.of(new DeliveryFailure(
                            List.of(
                                            FailureReason.NOT_ON_CHANNEL,
                                            FailureReason.BLOCKED,
                                            FailureReason.EXPIRED,
                                            FailureReason.FLOODING,
                                            FailureReason.TEMPLATE)
                                    .get(random.nextInt(5)),
                            "1",
                            "failed"))
                    : Optional.empty();
            int times = 1 + random.nextInt(3);
            for (int i = 0; i < times; i++) {
                world.engine.take(
                        message.channel(), new InboundEvent.Report(message.id(), status, Optional.empty(), failure));
            }
        }

        private void answer(ChallengeId id) {
            Optional<String> code = codes(id).stream().findFirst();
            if (code.isPresent()) {
                approved |= world.engine.verify(id, code.get(), World.LOGIN) instanceof Answer.Approved;
            }
        }

        private void restart() {
            World old = world;
            old.close();
            sent.addAll(old.wire.sent);
            world = node();
        }

        private int handedOver() {
            return sent.size() + world.wire.sent.size();
        }

        /** Waits until what was handed over has been taken, so that a run is the same each time. */
        private void settle() {
            Instant end = Instant.now().plusSeconds(20);
            while (store.findOpen(new io.chatauth.store.OpenQuery.ByKey("k1", clock.instant()), 5).stream()
                    .flatMap(challenge -> challenge.messages().stream())
                    .anyMatch(message -> message.status() == MessageStatus.QUEUED
                            && message.leasedUntil().isAfter(clock.instant()))) {
                assertFalse(Instant.now().isAfter(end), () -> "run " + number + " hangs");
                Thread.onSpinWait();
            }
        }

        private ChallengeRecord record(ChallengeId id) {
            return store.find(id).orElseThrow();
        }

        private Set<String> codes(ChallengeId id) {
            Set<String> codes = new HashSet<>();
            List<String> all = new ArrayList<>(sent);
            all.addAll(world.wire.sent);
            for (String body : all) {
                Matcher matcher = SENT.matcher(body);
                while (matcher.find()) {
                    if (matcher.group(1).equals(id.value())) {
                        codes.add(matcher.group(4));
                    }
                }
            }
            return codes;
        }

        int sentSteps() {
            return steps().size();
        }

        private Set<String> steps() {
            Set<String> steps = new HashSet<>();
            for (String body : sent) {
                Matcher matcher = SENT.matcher(body);
                while (matcher.find()) {
                    steps.add(matcher.group(2));
                }
            }
            return steps;
        }

        private void check(ChallengeId id, int most) {
            List<MessageRecord> messages = record(id).messages();
            assertTrue(codes(id).size() <= 1, () -> "run " + number + " sent several codes");
            List<String> begun = messages.stream()
                    .filter(message -> message.send() == 0)
                    .map(message -> message.channel().value())
                    .toList();
            assertEquals(new HashSet<>(begun).size(), begun.size(), () -> "run " + number + " began a step twice");
            assertTrue(begun.size() <= most, () -> "run " + number + " has too many steps");
            List<String> ids = new ArrayList<>();
            for (String body : sent) {
                Matcher matcher = SENT.matcher(body);
                while (matcher.find()) {
                    ids.add(matcher.group(2) + "-" + matcher.group(3));
                }
            }
            assertEquals(
                    new HashSet<>(ids).size(), ids.size(), () -> "run " + number + " sent a message twice: " + ids);
            ChallengeState end = record(id).state();
            assertTrue(
                    !approved || end == ChallengeState.APPROVED,
                    () -> "run " + number + " forgot its approval: " + end);
        }
    }
}
