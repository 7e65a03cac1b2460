package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import io.chatauth.StoreException;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.Due;
import io.chatauth.store.DueKind;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ChallengeStore} must do. Extend it, say how to make an empty store, and run it with JUnit.
 *
 * <p>The races run a few rounds; the system property {@code chatauth.contract.scale} multiplies them. Times in the samples
 * are in whole milliseconds.
 */
@DisplayName("A challenge store")
public abstract class ChallengeStoreContract extends ChallengeStoreWork {
    private static final int NODES = 2;
    static final int RACERS = 8;
    private static final int CROWD = 50;

    /** For subclasses. */
    protected ChallengeStoreContract() {}

    @Test
    void oneOfManyAnswersWins() {
        ChallengeStore other = otherNode(store);
        Contracts.race(
                RACERS,
                Contracts.scaled(200),
                round -> {
                    ChallengeRecord challenge = inserted("race-" + round);
                    return racer -> view(other, racer).apply(challenge.id(), verdict(racer));
                },
                this::checkOneWon);
    }

    private void checkOneWon(int round, List<Applied> results) {
        List<ChallengeRecord> won = results.stream()
                .filter(Applied::won)
                .flatMap(applied -> applied.challenge().stream())
                .toList();
        assertEquals(1, won.size(), () -> "winners in round " + round);
        ChallengeRecord stored = found(won.get(0));
        assertEquals(won.get(0).state(), stored.state());
        results.forEach(applied ->
                assertEquals(stored.state(), applied.challenge().orElseThrow().state()));
    }

    private static Transition verdict(int racer) {
        return switch (racer % 4) {
            case 0 -> new Transition.Cancel(NOW);
            case 1 -> answer(NOW, ChallengeState.DENIED);
            case 2 -> new Transition.Expire(TOO_LATE);
            default -> new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.SECRET, true);
        };
    }

    @Test
    void oneOfManyHandsTheApprovalOut() {
        ChallengeStore other = otherNode(store);
        Contracts.race(
                RACERS,
                Contracts.scaled(100),
                round -> {
                    ChallengeRecord challenge = inserted("hand-out-" + round);
                    wins(challenge, new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.LOW, false));
                    return racer -> view(other, racer).apply(challenge.id(), new Transition.HandOut(NOW));
                },
                this::checkOneWon);
    }

    @Test
    void parallelAttemptsNeverExceedTheMaximum() {
        ChallengeStore other = otherNode(store);
        Contracts.race(
                CROWD,
                Contracts.scaled(20),
                round -> {
                    ChallengeRecord challenge = inserted("guess-" + round);
                    return racer -> view(other, racer).apply(challenge.id(), attempt(NOW));
                },
                (int round, List<Applied> results) -> {
                    ChallengeRecord challenge = found(results.get(0).challenge().orElseThrow());
                    assertEquals(challenge.maxAttempts(), challenge.attempts());
                    assertEquals(
                            challenge.maxAttempts(),
                            results.stream().filter(Applied::won).count(),
                            () -> "counted in round " + round);
                });
    }

    @Test
    void parallelSendsNeitherExceedTheMaximumNorLoseAMessage() {
        Contracts.race(
                RACERS,
                Contracts.scaled(50),
                round -> {
                    ChallengeRecord challenge = inserted("send-" + round);
                    return racer -> store.apply(
                            challenge.id(),
                            new Transition.Send(
                                    NOW, queued(challenge.id(), NOW, racer + 1), NOW, challenge.nextStepAt(), true));
                },
                (int round, List<Applied> results) -> {
                    ChallengeRecord challenge = found(results.get(0).challenge().orElseThrow());
                    assertEquals(challenge.maxSends(), challenge.sends());
                    assertEquals(challenge.maxSends(), challenge.messages().size());
                    assertEquals(challenge.maxSends() - 1, challenge.generation());
                });
    }

    @Test
    void answerNeverWinsWithTheCodeThatAResendReplaced() {
        Contracts.race(
                NODES,
                Contracts.scaled(200),
                round -> {
                    ChallengeRecord challenge = inserted("stale-" + round);
                    Transition resend =
                            new Transition.Send(NOW, queued(challenge.id(), NOW, 1), NOW, challenge.nextStepAt(), true);
                    return racer -> store.apply(challenge.id(), racer == 0 ? resend : approval(NOW));
                },
                (int round, List<Applied> results) -> {
                    ChallengeRecord challenge = found(results.get(0).challenge().orElseThrow());
                    boolean approved = challenge.state() == ChallengeState.APPROVED;
                    assertEquals(approved ? 0 : 1, challenge.generation());
                    assertEquals(!approved, results.get(0).won());
                    assertEquals(approved, results.get(1).won());
                });
    }

    @Test
    void parallelClaimsGiveEachPieceOfWorkToOneNode() {
        ChallengeStore other = otherNode(store);
        int each = 30;
        for (DueKind kind : DueKind.values()) {
            Contracts.race(
                    NODES,
                    Contracts.scaled(5),
                    round -> {
                        for (int i = 0; i < each; i++) {
                            inserted(SampleChallenge.named(kind + "-" + round + "-" + i)
                                    .nextStep(Duration.ofSeconds(1)));
                        }
                        return racer -> claimAll(view(other, racer), kind, "node-" + racer);
                    },
                    (int round, List<List<Due>> results) -> {
                        List<String> all = new ArrayList<>();
                        results.forEach(due ->
                                due.forEach(one -> all.add(one.challenge().id().value())));
                        Set<String> once = new HashSet<>(all);
                        assertEquals(once.size(), all.size(), () -> kind + " was claimed twice");
                        assertEquals(each, once.size(), () -> kind + " was not claimed");
                        once.forEach(id ->
                                store.apply(SampleChallenge.named(id).build().id(), new Transition.Expire(END)));
                    });
        }
    }

    private static List<Due> claimAll(ChallengeStore store, DueKind kind, String node) {
        List<Due> all = new ArrayList<>();
        List<Due> some = store.claim(kind, node, END, LEASE, 4);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = store.claim(kind, node, END, LEASE, 4);
        }
        return all;
    }

    @Test
    void oneOfManyGetsALookup() {
        ChallengeStore other = otherNode(store);
        Contracts.race(
                RACERS,
                Contracts.scaled(50),
                round -> racer -> tryInsert(
                        view(other, racer),
                        SampleChallenge.named("lookup-" + round + "-" + racer).lookup("look-" + round)),
                (int round, List<Boolean> results) -> {
                    assertEquals(1, results.stream().filter(won -> won).count());
                    assertEquals(
                            1,
                            store.findOpen(new OpenQuery.ByLookup("look-" + round, NOW), 2)
                                    .size());
                });
    }

    private static boolean tryInsert(ChallengeStore store, SampleChallenge sample) {
        try {
            store.insert(sample.build());
            return true;
        } catch (StoreException e) {
            return false;
        }
    }

    private ChallengeStore view(ChallengeStore other, int racer) {
        return racer % NODES == 0 ? store : other;
    }
}
