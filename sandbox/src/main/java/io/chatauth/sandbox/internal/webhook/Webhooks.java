package io.chatauth.sandbox.internal.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.chatauth.sandbox.internal.server.Delays;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.MovableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Posts to the application. What concerns one person is posted in order; a post that isn't answered with 2xx is tried
 * again after one unit, and then one unit plus n² units, as Infobip does with a unit of one minute. A post waits in real
 * time, or until the clock is moved beyond it. Safe for use by many threads.
 */
public final class Webhooks implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Webhooks.class.getName());
    private static final int LANES = 4;
    private static final int RETRIES = 10;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient client;
    private final ExecutorService[] lanes = new ExecutorService[LANES];
    private final Delays delays;
    private final MovableClock clock;
    private final Duration unit;
    private final Function<Notice, @Nullable Target> subscriptions;
    private final Consumer<Notice> observer;
    private final Map<Long, Post> waiting = new LinkedHashMap<>();
    private long lastId;
    private long forgotten;
    private @Nullable Target account;

    /**
     * Starts the threads that post.
     *
     * @param threads makes them
     * @param delays where retries wait
     * @param clock the time
     * @param unit the unit of the waits between tries
     * @param subscriptions finds the target of a notice that names none itself, or null
     * @param observer gets every notice that is posted, once
     */
    public Webhooks(
            ThreadFactory threads,
            Delays delays,
            MovableClock clock,
            Duration unit,
            Function<Notice, @Nullable Target> subscriptions,
            Consumer<Notice> observer) {
        this.delays = delays;
        this.clock = clock;
        this.unit = unit;
        this.subscriptions = subscriptions;
        this.observer = observer;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        for (int i = 0; i < LANES; i++) {
            lanes[i] = Executors.newSingleThreadExecutor(threads);
        }
        clock.onMove(this::release);
    }

    /**
     * Sets the account's webhook, for notices that neither their message nor a subscription sends elsewhere.
     *
     * @param value the webhook, or null for none
     */
    public synchronized void target(@Nullable Target value) {
        account = value;
    }

    /**
     * Queues a notice for its message's own address, else the subscription's, else the account's webhook; without any
     * of them nothing is posted.
     *
     * @param notice what to tell
     */
    public void post(Notice notice) {
        Target target = target(notice);
        if (target == null) {
            return;
        }
        observer.accept(notice);
        enqueue(new Post(nextId(), notice, target, 0, clock.instant()));
    }

    private @Nullable Target target(Notice notice) {
        if (notice.notifyUrl() != null) {
            URI own = Target.address(notice.notifyUrl());
            return own == null ? null : Target.of(own);
        }
        Target subscribed = subscriptions.apply(notice);
        synchronized (this) {
            return subscribed == null ? account : subscribed;
        }
    }

    /**
     * Lists what waits for its next try.
     *
     * @return for each the channel, event, address, number of tries, time of the next one and body
     */
    public synchronized ArrayNode waiting() {
        ArrayNode list = Json.array();
        waiting.values().forEach(post -> list.add(post.json()));
        return list;
    }

    /** Forgets the account's webhook and all that is still to be posted. */
    public synchronized void reset() {
        forgotten = lastId;
        waiting.clear();
        account = null;
    }

    @Override
    public void close() {
        reset();
        for (ExecutorService lane : lanes) {
            lane.shutdownNow();
        }
    }

    private synchronized long nextId() {
        lastId++;
        return lastId;
    }

    private synchronized boolean stale(Post post) {
        return post.id() <= forgotten;
    }

    private void enqueue(Post post) {
        int lane = Math.floorMod(post.notice().about().hashCode(), LANES);
        try {
            lanes[lane].execute(() -> send(post));
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "the sandbox is closed; a webhook stays unsent");
        }
    }

    private void send(Post post) {
        if (stale(post)) {
            return;
        }
        String failure = attempt(post);
        if (failure == null || stale(post)) {
            return;
        }
        URI url = post.target().url();
        String where = url.getScheme() + "://" + url.getAuthority();
        int tried = post.tried();
        if (tried >= RETRIES) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "webhook at {0} {1}; given up after {2} tries",
                    where,
                    failure,
                    tried + 1);
            return;
        }
        Duration wait = unit.multipliedBy(1 + (long) tried * tried);
        LOG.log(System.Logger.Level.WARNING, "webhook at {0} {1}; next try in {2}", where, failure, wait);
        hold(post.failed(clock.instant().plus(wait)), wait);
    }

    private void hold(Post post, Duration wait) {
        synchronized (this) {
            if (post.id() <= forgotten) {
                return;
            }
            waiting.put(post.id(), post);
        }
        delays.after(wait.toMillis(), () -> resume(post));
    }

    private void resume(Post post) {
        boolean first;
        synchronized (this) {
            first = waiting.remove(post.id(), post);
        }
        if (first) {
            enqueue(post);
        }
    }

    private void release() {
        Instant now = clock.instant();
        List<Post> rest;
        synchronized (this) {
            rest = new ArrayList<>(waiting.values());
        }
        for (Post post : rest) {
            if (post.due().isAfter(now)) {
                delays.after(Duration.between(now, post.due()).toMillis(), () -> resume(post));
            } else {
                resume(post);
            }
        }
    }

    private @Nullable String attempt(Post post) {
        byte[] body = post.notice().body().toString().getBytes(StandardCharsets.UTF_8);
        Target target = post.target();
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .timeout(ANSWER)
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        target.headers().forEach(request::setHeader);
        if (target.signing() != null) {
            target.signing().headers(body, clock.instant()).forEach(request::setHeader);
        }
        try {
            int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status / 100 == 2 ? null : "answered " + status;
        } catch (IOException e) {
            return "can't be reached (" + e.getClass().getSimpleName() + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
