package io.chatauth.sandbox.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.sandbox.internal.server.Delays;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Posts to the application. What concerns one person is posted in order; a post that isn't answered with 2xx is tried
 * again after one unit, and then one unit plus n² units, as Infobip does with a unit of one minute. Safe for use by many
 * threads.
 */
public final class Webhooks implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Webhooks.class.getName());
    private static final int LANES = 4;
    private static final int RETRIES = 10;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private record Post(URI url, String body, @Nullable Signing signing, int lane, long generation) {}

    private final HttpClient client;
    private final ExecutorService[] lanes = new ExecutorService[LANES];
    private final Delays delays;
    private final Duration unit;
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Target target;

    /**
     * Starts the threads that post.
     *
     * @param threads makes them
     * @param delays where retries wait
     * @param unit the unit of the waits between tries
     */
    public Webhooks(ThreadFactory threads, Delays delays, Duration unit) {
        this.delays = delays;
        this.unit = unit;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        for (int i = 0; i < LANES; i++) {
            lanes[i] = Executors.newSingleThreadExecutor(threads);
        }
    }

    /**
     * Sets the account's webhook.
     *
     * @param value the webhook, or null for none
     */
    public void target(@Nullable Target value) {
        target = value;
    }

    /**
     * Queues a post.
     *
     * @param notifyUrl the message's own address, or null for the account's webhook; without either nothing is posted
     * @param person whom it concerns
     * @param body what to post
     */
    public void post(@Nullable String notifyUrl, String person, JsonNode body) {
        Target account = target;
        URI url = notifyUrl != null ? Target.address(notifyUrl) : account == null ? null : account.url();
        if (url == null) {
            return;
        }
        Signing signing = notifyUrl == null && account != null ? account.signing() : null;
        int lane = Math.floorMod(person.hashCode(), LANES);
        enqueue(new Post(url, body.toString(), signing, lane, generation.get()), 0);
    }

    /** Forgets the webhook and all that is still to be posted. */
    public void reset() {
        generation.incrementAndGet();
        target = null;
    }

    @Override
    public void close() {
        generation.incrementAndGet();
        for (ExecutorService lane : lanes) {
            lane.shutdownNow();
        }
    }

    private void enqueue(Post post, int tried) {
        try {
            lanes[post.lane()].execute(() -> send(post, tried));
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "the sandbox is closed; a webhook stays unsent");
        }
    }

    private void send(Post post, int tried) {
        if (post.generation() != generation.get()) {
            return;
        }
        String failure = attempt(post);
        if (failure == null || post.generation() != generation.get()) {
            return;
        }
        String where = post.url().getScheme() + "://" + post.url().getAuthority();
        if (tried >= RETRIES) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "webhook at {0} {1}; given up after {2} tries",
                    where,
                    failure,
                    tried + 1);
            return;
        }
        long wait = unit.toMillis() * (1 + (long) tried * tried);
        LOG.log(System.Logger.Level.WARNING, "webhook at {0} {1}; next try in {2} ms", where, failure, wait);
        delays.after(wait, () -> enqueue(post, tried + 1));
    }

    private @Nullable String attempt(Post post) {
        byte[] body = post.body().getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(post.url())
                .timeout(ANSWER)
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (post.signing() != null) {
            request.header(post.signing().header(), post.signing().sign(body));
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
