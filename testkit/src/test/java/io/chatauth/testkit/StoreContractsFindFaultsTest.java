package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.ChallengeId;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.Due;
import io.chatauth.store.DueKind;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.SharedState;
import io.chatauth.store.Transition;
import io.chatauth.store.Transitions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each of these stores is wrong in one point, and the contract says so. */
class StoreContractsFindFaultsTest {
    @Test
    void readThenWriteIsFound() {
        finds(ChallengeStoreContract::oneOfManyAnswersWins, new ReadThenWrite());
    }

    @Test
    void answerAtTheVeryEndIsFound() {
        finds(ChallengeStoreDecisions::approvalIsWonBeforeTheEndOnly, new Delegating() {
            @Override
            public Applied apply(ChallengeId id, Transition transition) {
                if (transition instanceof Transition.Answer answer) {
                    return super.apply(
                            id,
                            new Transition.Answer(
                                    answer.at().minusMillis(1),
                                    answer.generation(),
                                    answer.to(),
                                    answer.assurance(),
                                    answer.handedOut()));
                }
                return super.apply(id, transition);
            }
        });
    }

    @Test
    void winnerWithoutPayloadIsFound() {
        finds(ChallengeStoreDecisions::everyEndErasesWhatIsPersonalAndGivesItToTheWinnerOnly, new Delegating() {
            @Override
            public Applied apply(ChallengeId id, Transition transition) {
                Applied applied = super.apply(id, transition);
                return new Applied(applied.won(), find(id));
            }
        });
    }

    @Test
    void leaseThatHidesNothingIsFound() {
        finds(ChallengeStoreWork::stepIsClaimedOnceUntilTheLeaseRanOut, new Delegating() {
            @Override
            public List<Due> claim(DueKind kind, String node, Instant now, Duration lease, int limit) {
                return super.claim(kind, node, now, Duration.ofMillis(1), limit);
            }
        });
    }

    @Test
    void purgeThatTakesTooMuchIsFound() {
        finds(ChallengeStoreWork::purgeRemovesWhatEndedBeforeAndNothingElse, new Delegating() {
            @Override
            public int purge(Instant before, int limit) {
                return super.purge(before.plusMillis(1), limit);
            }
        });
    }

    @Test
    void counterThatReadsThenWritesIsFound() {
        SharedStateContract contract = new InMemorySharedStateTest() {
            @Override
            protected SharedState newState() {
                return new ReadThenCount();
            }
        };
        contract.makeState();
        assertThrows(AssertionError.class, contract::exactlyTheLimitOfParallelAdditionsSucceeds);
    }

    private static void finds(Consumer<ChallengeStoreContract> check, ChallengeStore wrong) {
        ChallengeStoreContract contract = new InMemoryChallengeStoreTest() {
            @Override
            protected ChallengeStore newStore() {
                return wrong;
            }
        };
        contract.makeStore();
        assertThrows(AssertionError.class, () -> check.accept(contract));
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Correct, to be made wrong in one point. */
    private static class Delegating implements ChallengeStore {
        private final ChallengeStore right = new InMemoryChallengeStore();

        @Override
        public void insert(ChallengeRecord challenge) {
            right.insert(challenge);
        }

        @Override
        public Optional<ChallengeRecord> find(ChallengeId id) {
            return right.find(id);
        }

        @Override
        public List<ChallengeRecord> findOpen(OpenQuery query, int limit) {
            return right.findOpen(query, limit);
        }

        @Override
        public Applied apply(ChallengeId id, Transition transition) {
            return right.apply(id, transition);
        }

        @Override
        public List<Due> claim(DueKind kind, String node, Instant now, Duration lease, int limit) {
            return right.claim(kind, node, now, lease, limit);
        }

        @Override
        public int purge(Instant before, int limit) {
            return right.purge(before, limit);
        }

        @Override
        public long uses(String keyId) {
            return right.uses(keyId);
        }
    }

    /** Decides on what all racers have read before anyone writes. */
    private static final class ReadThenWrite extends Delegating {
        private final ConcurrentHashMap<ChallengeId, ChallengeRecord> challenges = new ConcurrentHashMap<>();
        private final CyclicBarrier allHaveRead = new CyclicBarrier(ChallengeStoreContract.RACERS);

        @Override
        public void insert(ChallengeRecord challenge) {
            challenges.put(challenge.id(), challenge);
        }

        @Override
        public Optional<ChallengeRecord> find(ChallengeId id) {
            return Optional.ofNullable(challenges.get(id));
        }

        @Override
        public Applied apply(ChallengeId id, Transition transition) {
            Optional<ChallengeRecord> read = find(id);
            meet(allHaveRead);
            Optional<ChallengeRecord> after = read.flatMap(challenge -> Transitions.carryOut(challenge, transition));
            after.ifPresent(challenge -> challenges.put(id, challenge));
            return new Applied(after.isPresent(), after.or(() -> read));
        }
    }

    /** Counts without looking again. */
    private static final class ReadThenCount implements SharedState {
        private final SharedState right = new InMemorySharedState(MovableClock.at(SampleChallenge.CREATED));
        private final CyclicBarrier allHaveRead = new CyclicBarrier(SharedStateContract.CROWD);

        @Override
        public Tally add(List<Counter> counters, long amount) {
            Counter counter = counters.get(0);
            boolean room = count(counter) + amount <= counter.limit();
            meet(allHaveRead);
            return room
                    ? right.add(List.of(new Counter(counter.key(), counter.window(), Long.MAX_VALUE)), amount)
                    : new Tally(Optional.of(counter), Optional.of(SampleChallenge.CREATED));
        }

        @Override
        public Optional<String> get(String key) {
            return right.get(key);
        }

        @Override
        public void put(String key, String value, Duration timeToLive) {
            right.put(key, value, timeToLive);
        }

        @Override
        public boolean putIfAbsent(String key, String value, Duration timeToLive) {
            return right.putIfAbsent(key, value, timeToLive);
        }

        @Override
        public void takeBack(List<Counter> counters, long amount) {
            right.takeBack(counters, amount);
        }

        @Override
        public long count(Counter counter) {
            return right.count(counter);
        }

        @Override
        public boolean remove(String key) {
            return right.remove(key);
        }

        @Override
        public boolean remove(String key, String value) {
            return right.remove(key, value);
        }
    }
}
