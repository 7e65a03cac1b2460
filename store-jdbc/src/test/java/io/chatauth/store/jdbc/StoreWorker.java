package io.chatauth.store.jdbc;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.store.Transition;
import io.chatauth.testkit.History;
import io.chatauth.testkit.Racers;
import io.chatauth.testkit.SampleChallenge;
import io.chatauth.testkit.TakeOver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A node in a JVM of its own, which its parent may kill. What it is about to do and what was acknowledged it says line by line:
 * {@code I}, {@code C}, {@code A} for an insertion, a counted attempt and an approval that were acknowledged, {@code b} before an
 * approval is tried. The lines of a history are {@link History}'s.
 */
public final class StoreWorker {
    static final Instant NOW = SampleChallenge.CREATED.plusSeconds(10);

    private static final int THREADS = 4;
    private static final Transition APPROVAL =
            new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.SECRET, true);
    private static final Transition ATTEMPT = new Transition.CountAttempt(NOW, 10, Duration.ZERO, Set.of("key-1"));

    private final JdbcStore store;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private StoreWorker(JdbcStore store) {
        this.store = store;
    }

    /**
     * Runs.
     *
     * @param args the store ({@code file:path} or {@code port/database}), what to do, and its arguments
     */
    public static void main(String[] args) throws Exception {
        StoreWorker worker = new StoreWorker(
                open(args[0], args.length > 4 ? new Failpoint(args[3], Integer.parseInt(args[4])) : null));
        switch (args[1]) {
            case "work" -> worker.work(args[2]);
            case "race" -> worker.race(Integer.parseInt(args[2]));
            case "queue" -> TakeOver.first(worker.store, worker.store, args[2], Integer.parseInt(args[3]), worker::say);
            case "history" -> History.node(worker.store, args[2], Integer.parseInt(args[3]), worker::say);
            default -> throw new IllegalArgumentException(args[1]);
        }
        System.exit(0);
    }

    static JdbcStore open(String where, Watched.Watch watch) {
        boolean file = where.startsWith("file:");
        Dialect dialect = file ? new Sqlite(Clock.systemUTC()) : new Postgres(() -> null);
        Access access = file
                ? new EmbeddedAccess(Path.of(where.substring("file:".length())))
                : new DataSourceAccess(pool(where));
        return JdbcStore.over(watch == null ? access : new Watched(access, watch), dialect, dialect.migrations());
    }

    static SmallPool pool(String where) {
        String[] parts = where.split("/", 2);
        return new SmallPool(PostgresServer.source(Integer.parseInt(parts[0]), parts[1]), 16);
    }

    /** Says that it is there, and waits for the end. */
    static final class Failpoint implements Watched.Watch {
        /** Before or after statements that contain it, or the commit of several. */
        static final List<String> NAMES = List.of(
                "before INSERT INTO chatauth_challenge",
                "after INSERT INTO chatauth_challenge",
                "before UPDATE chatauth_challenge SET attempts",
                "after UPDATE chatauth_challenge SET attempts",
                "before deciding",
                "after deciding",
                "before COMMIT",
                "after COMMIT");

        private final String name;
        private final AtomicInteger left;

        Failpoint(String name, int at) {
            this.name = name;
            left = new AtomicInteger(at);
        }

        @Override
        public void before(Connection connection, String sql) {
            reach("before ", sql);
        }

        @Override
        public void after(Connection connection, String sql) {
            reach("after ", sql);
        }

        private void reach(String when, String sql) {
            boolean decides = sql.startsWith("UPDATE chatauth_challenge SET state") || sql.startsWith("WITH before AS");
            if (name.startsWith(when)
                    && (sql.contains(name.substring(when.length())) || (decides && name.equals(when + "deciding")))
                    && left.decrementAndGet() == 0) {
                System.out.println("FAILPOINT");
                System.out.flush();
                waitForTheEnd();
            }
        }

        private static void waitForTheEnd() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void say(String line) {
        synchronized (out) {
            out.println(line);
        }
    }

    /** Issues and approves for ever. */
    private void work(String run) throws InterruptedException, ExecutionException {
        everyThread(THREADS, thread -> {
            for (int i = 0; ; i++) {
                String id = run + "-" + thread + "-" + i;
                store.insert(SampleChallenge.named(id).lookup("look-" + id).build());
                say("I " + id);
                if (store.apply(ChallengeId.of(id), ATTEMPT).won()) {
                    say("C " + id);
                }
                say("b " + id);
                if (store.apply(ChallengeId.of(id), APPROVAL).won()) {
                    say("A " + id);
                }
            }
        });
    }

    private interface OfThread {
        void run(int thread) throws Exception;
    }

    private static void everyThread(int count, OfThread work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int thread = i;
            running.add(threads.submit(() -> {
                work.run(thread);
                return true;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdownNow();
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

    static Transition verdict(int racer) {
        return switch (racer % 4) {
            case 0 -> new Transition.Cancel(NOW);
            case 1 -> new Transition.Answer(NOW, 0, ChallengeState.DENIED, Assurance.NONE, false);
            case 2 -> new Transition.Expire(NOW.plus(Duration.ofHours(1)));
            default -> APPROVAL;
        };
    }
}
