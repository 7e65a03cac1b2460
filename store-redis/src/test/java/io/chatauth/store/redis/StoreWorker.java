package io.chatauth.store.redis;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.StoreException;
import io.chatauth.store.Transition;
import io.chatauth.testkit.Racers;
import io.chatauth.testkit.SampleChallenge;
import io.chatauth.testkit.TakeOver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A node in a JVM of its own, which its parent may kill. What it is about to do and what was acknowledged it says line by line:
 * {@code I}, {@code C}, {@code A} for an insertion, a counted attempt and an approval that were acknowledged, {@code b} before an
 * approval is tried, {@code L} for one that lost, {@code E} for an outcome that the store did not know.
 */
public final class StoreWorker {
    static final Instant NOW = SampleChallenge.CREATED.plusSeconds(10);
    static final Transition APPROVAL = new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.SECRET, true);

    private static final int THREADS = 4;
    private static final Transition ATTEMPT = new Transition.CountAttempt(NOW, 10, Duration.ZERO, Set.of("key-1"));

    private final RedisStore store;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private StoreWorker(RedisStore store) {
        this.store = store;
    }

    /**
     * Runs.
     *
     * @param args the server, the namespace, what to do, and its arguments
     */
    public static void main(String[] args) throws Exception {
        StoreWorker worker = new StoreWorker(
                RedisStore.connect(URI.create(args[0]), RedisOptions.defaults().namespace(args[1])));
        switch (args[2]) {
            case "work" -> worker.work(args[3]);
            case "race" -> worker.race(Integer.parseInt(args[3]));
            case "queue" -> TakeOver.first(worker.store, worker.store, args[3], Integer.parseInt(args[4]), worker::say);
            default -> throw new IllegalArgumentException(args[2]);
        }
        System.exit(0);
    }

    private void say(String line) {
        synchronized (out) {
            out.println(line);
        }
    }

    /** Issues and approves for ever. */
    private void work(String run) throws InterruptedException {
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            new Thread(() -> workAlone(run + "-" + thread + "-")).start();
        }
        Thread.currentThread().join(); // its parent ends it
    }

    private void workAlone(String prefix) {
        for (int i = 0; ; i++) {
            String id = prefix + i;
            try {
                store.insert(SampleChallenge.named(id).lookup("look-" + id).build());
                say("I " + id);
                if (store.apply(ChallengeId.of(id), ATTEMPT).won()) {
                    say("C " + id);
                }
                say("b " + id);
                say((store.apply(ChallengeId.of(id), APPROVAL).won() ? "A " : "L ") + id);
            } catch (StoreException e) {
                say("E " + id);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    /** For every id that is read, lets all threads decide it at once, and says how many won and how many failed. */
    private void race(int racers) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Racers race = new Racers(racers);
        say("ready");
        for (String id = in.readLine(); id != null && !id.isEmpty(); id = in.readLine()) {
            ChallengeId challenge = ChallengeId.of(id);
            say(race.run(racer -> store.apply(challenge, verdict(racer))));
        }
        race.close();
    }

    private static Transition verdict(int racer) {
        return switch (racer % 4) {
            case 0 -> new Transition.Cancel(NOW);
            case 1 -> new Transition.Answer(NOW, 0, ChallengeState.DENIED, Assurance.NONE, false);
            case 2 -> new Transition.Expire(NOW.plus(Duration.ofHours(1)));
            default -> APPROVAL;
        };
    }
}
