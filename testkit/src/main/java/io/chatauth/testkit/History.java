package io.chatauth.testkit;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.StoreException;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.Transition;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What several nodes said of one store, and what the store says afterwards. A node's lines: {@code I} for a challenge whose
 * insertion was acknowledged, {@code A} for an approval, {@code L} for one that lost, {@code O} for one that found the challenge
 * open, {@code e} and {@code E} for an insertion and an approval whose outcome the store did not know.
 */
public final class History {
    private static final Instant NOW = SampleChallenge.CREATED.plusSeconds(10);
    private static final Transition APPROVAL =
            new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.SECRET, true);
    private static final int THREADS = 4;

    private History() {}

    /**
     * What came out.
     *
     * @param kinds how many lines of each kind there were
     * @param lost how many challenges somebody was told of and are not there
     * @param undone how many challenges somebody was told are approved, which are there and are not
     * @param twice how many challenges were approved by more than one
     */
    public record Findings(Map<Character, Integer> kinds, int lost, int undone, int twice) {
        /** Copies the map. */
        public Findings {
            kinds = Map.copyOf(kinds);
        }

        /**
         * Tells how many lines of a kind there were.
         *
         * @param kind its letter
         * @return how many
         */
        public int of(char kind) {
            return kinds.getOrDefault(kind, 0);
        }

        /**
         * Says it.
         *
         * @return one line
         */
        @Override
        public String toString() {
            return new TreeMap<>(kinds)
                    + " (I stored, A approved, L lost, O still open, e and E unknown); challenges lost: " + lost
                    + ", approvals undone: " + undone + ", approved twice: " + twice;
        }
    }

    /**
     * The program of a node: issues its own challenges and approves those of all nodes, then says {@code done} and waits for its
     * end. Begins when a line comes in.
     *
     * @param store the store
     * @param node {@code <number>/<of how many>/<run>}
     * @param operations how many
     * @param out takes a line for the parent; may be used by many threads
     * @throws IOException if no line can be read
     * @throws InterruptedException if this thread is interrupted
     */
    public static void node(ChallengeStore store, String node, int operations, Consumer<String> out)
            throws IOException, InterruptedException {
        String[] name = node.split("/", -1);
        int nodes = Integer.parseInt(name[1]);
        AtomicInteger next = new AtomicInteger();
        CountDownLatch working = new CountDownLatch(THREADS);
        out.accept("ready");
        int begun = System.in.read();
        for (int thread = 0; thread < THREADS && begun >= 0; thread++) {
            new Thread(() -> {
                        for (int i = next.getAndIncrement(); i < operations; i = next.getAndIncrement()) {
                            if (i % 2 == 0) {
                                issue(store, name[2] + "-" + name[0] + "-" + i / 2, out);
                            } else {
                                int of = ThreadLocalRandom.current().nextInt(nodes);
                                int recent = Math.max(
                                        0, i / 2 - ThreadLocalRandom.current().nextInt(20));
                                approve(store, name[2] + "-" + of + "-" + recent, out);
                            }
                        }
                        working.countDown();
                    })
                    .start();
        }
        working.await();
        out.accept("done");
        new CountDownLatch(1).await(); // its parent ends it
    }

    private static void issue(ChallengeStore store, String id, Consumer<String> out) {
        try {
            store.insert(SampleChallenge.named(id).build());
            out.accept("I " + id);
        } catch (StoreException e) {
            failed("e " + id, out);
        }
    }

    /** While the store is away, not all operations are to be spent at once. */
    private static void failed(String line, Consumer<String> out) {
        out.accept(line);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }

    private static void approve(ChallengeStore store, String id, Consumer<String> out) {
        try {
            Applied applied = store.apply(ChallengeId.of(id), APPROVAL);
            Optional<String> line = applied.won()
                    ? Optional.of("A ")
                    : applied.challenge().map(challenge -> challenge.state().ended() ? "L " : "O ");
            line.ifPresent(verb -> out.accept(verb + id));
        } catch (StoreException e) {
            failed("E " + id, out);
        }
    }

    /**
     * Waits until a node said more.
     *
     * @param node the node
     * @param more how many lines more
     * @throws IOException if it can't be read
     */
    public static void follow(OtherJvm node, int more) throws IOException {
        int until = node.lines().size() + more;
        node.readUntil(line -> node.lines().size() >= until || line.equals("done"));
    }

    /**
     * Holds what was said against the store.
     *
     * @param store the store
     * @param lines all lines of all nodes
     * @return what came out
     */
    public static Findings check(ChallengeStore store, List<String> lines) {
        Map<Character, Integer> kinds = new HashMap<>();
        Map<String, Integer> approvals = new HashMap<>();
        Set<String> lost = new HashSet<>();
        Set<String> undone = new HashSet<>();
        for (String line : lines) {
            if (line.indexOf(' ') != 1) {
                continue;
            }
            String id = line.substring(2);
            char kind = line.charAt(0);
            kinds.merge(kind, 1, Integer::sum);
            if (kind == 'A') {
                approvals.merge(id, 1, Integer::sum);
            }
            if (kind == 'I' || kind == 'A' || kind == 'L') {
                Optional<ChallengeState> state = store.find(ChallengeId.of(id)).map(ChallengeRecord::state);
                if (state.isEmpty()) {
                    lost.add(id);
                } else if (kind != 'I' && state.get() != ChallengeState.APPROVED) {
                    undone.add(id);
                }
            }
        }
        int twice = (int) approvals.values().stream().filter(count -> count > 1).count();
        return new Findings(kinds, lost.size(), undone.size(), twice);
    }
}
