package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chatauth.Address;
import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.Started;
import io.chatauth.flow.VerificationCode;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.SharedState;
import io.chatauth.testkit.FakeProvider.Asked;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A node whose messages all wait, a second one that starts meanwhile and leaves them alone, and what that does when the first is
 * killed. The first runs in a JVM of its own: its program opens the store and calls {@link #first}.
 */
public final class TakeOver {
    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(70);
    private static final ObjectMapper JSON = new ObjectMapper();

    private TakeOver() {}

    /** Starts the program of the first node. */
    @FunctionalInterface
    public interface Program {
        /**
         * Starts it.
         *
         * @param baseUrl where it sends to
         * @param count how many messages it is to queue
         * @return the program
         * @throws IOException if it can't be started
         */
        OtherJvm start(String baseUrl, int count) throws IOException;
    }

    private static ChatAuthBuilder node(
            String name, String baseUrl, Clock clock, ChallengeStore store, SharedState state, int count) {
        return FlowBench.builder(baseUrl, name, clock)
                .challengeStore(store)
                .sharedState(state)
                .queue(count + 100);
    }

    /**
     * The first node: starts codes, says {@code I <id>} for each and {@code queued} at the end, and waits to be killed.
     *
     * @param store the store
     * @param state the shared state
     * @param baseUrl where it sends to, and gets no answer
     * @param count how many
     * @param out takes its lines
     * @throws InterruptedException if this thread is interrupted
     */
    public static void first(ChallengeStore store, SharedState state, String baseUrl, int count, Consumer<String> out)
            throws InterruptedException {
        ChatAuth node = node(FIRST, baseUrl, Clock.systemUTC(), store, state, count)
                .requestsPerLane(1)
                .build();
        for (int i = 0; i < count; i++) {
            Started started = node.start(VerificationCode.to(Address.phone(String.format("+4474%08d", i)))
                    .via(FlowChannel.ID)
                    .purpose("take over")
                    .build());
            out.accept("I " + started.id());
        }
        out.accept("queued");
        new CountDownLatch(1).await(); // its parent ends it
    }

    /**
     * Runs the whole story, and fails where it goes otherwise.
     *
     * @param store the store of the second node
     * @param state its shared state
     * @param count how many messages wait
     * @param program the first node
     * @return what was shown, in words
     * @throws IOException if the program can't be started or read
     * @throws InterruptedException if this thread is interrupted
     */
    public static String prove(ChallengeStore store, SharedState state, int count, Program program)
            throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        try (FakeProvider provider = new FakeProvider(asked -> {
            if (isOf(FIRST, asked)) {
                await(never);
            }
            return new FakeProvider.Told(200, "");
        })) {
            try (OtherJvm first = program.start(provider.baseUrl(), count)) {
                assertTrue(first.readUntil("queued"::equals), "the first node ended by itself");
                Set<String> issued = first.lines().stream()
                        .filter(line -> line.startsWith("I "))
                        .map(line -> line.substring(2))
                        .collect(Collectors.toCollection(TreeSet::new));
                assertEquals(count, issued.size());

                MovableClock clock = MovableClock.at(Instant.now());
                try (ChatAuth second = node(SECOND, provider.baseUrl(), clock, store, state, count)
                        .build()) {
                    assertEquals(0, second.recover());
                    assertEquals(Map.of(), sent(provider, SECOND), "the second node sent what the first had queued");

                    first.kill();
                    clock.move(LONGER_THAN_A_LEASE);
                    long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
                    Map<String, String> sent = Map.of();
                    while (sent.size() < count && System.nanoTime() < deadline) {
                        second.recover();
                        LockSupport.parkNanos(50_000_000);
                        sent = sent(provider, SECOND);
                    }
                    assertEquals(issued, challenges(sent));
                    // What was on its way when its node died went out twice, with the same id, code and all.
                    for (Map.Entry<String, String> twice : sent(provider, FIRST).entrySet()) {
                        assertEquals(twice.getValue(), sent.get(twice.getKey()));
                    }
                }
            } finally {
                never.countDown();
            }
        }
        return count + " messages queued on a node: a second one sent none of them, and all when the first was killed";
    }

    private static boolean isOf(String node, Asked asked) {
        return asked.authorization().toString().contains(node);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The bodies by message id; none may come twice from one node. */
    private static Map<String, String> sent(FakeProvider provider, String node) {
        Map<String, String> bodies = new HashMap<>();
        for (Asked asked : provider.asked()) {
            if (isOf(node, asked)) {
                String before = bodies.put(id(asked.body()), asked.body());
                assertTrue(before == null || node.equals(FIRST), () -> "sent twice by one node: " + before);
            }
        }
        return bodies;
    }

    private static Set<String> challenges(Map<String, String> sent) {
        return sent.keySet().stream()
                .map(id -> id.substring(0, id.indexOf('-')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String id(String body) {
        try {
            return JSON.readTree(body).path("id").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the contract's own channel wrote no JSON", e);
        }
    }
}
