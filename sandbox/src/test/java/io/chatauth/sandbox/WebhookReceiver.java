package io.chatauth.sandbox;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** The application's end of the webhooks. Answers 200, or what it was told to. */
final class WebhookReceiver implements AutoCloseable {
    private static final int PATIENCE_S = 10;

    record Post(String path, Map<String, String> headers, String raw) {
        JsonNode result() {
            return SandboxClient.tree(raw).at("/results/0");
        }

        String kind() {
            JsonNode result = result();
            return result.has("seenAt") ? "SEEN" : result.has("doneAt") ? "DELIVERY" : "INBOUND";
        }
    }

    private final Undertow server;
    private final BlockingQueue<Post> posts = new ArrayBlockingQueue<>(1000);
    private final BlockingQueue<Post> templateUpdates = new ArrayBlockingQueue<>(1000);
    private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();

    WebhookReceiver() {
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(new BlockingHandler(this::receive))
                .build();
        server.start();
    }

    /** Answers the next request with this status. */
    void answerNext(int status) {
        statuses.add(status);
    }

    String url(String path) {
        int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        return "http://127.0.0.1:" + port + path;
    }

    /** Gives the next post about a message, for which it waits. */
    Post next() {
        return next(posts);
    }

    /** Gives the next update of a template, for which it waits. */
    JsonNode nextTemplateUpdate() {
        return SandboxClient.tree(next(templateUpdates).raw());
    }

    private static Post next(BlockingQueue<Post> queue) {
        try {
            Post post = queue.poll(PATIENCE_S, TimeUnit.SECONDS);
            assertNotNull(post, "no webhook came");
            return post;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void assertNothingMore() {
        assertNull(posts.poll(), "a webhook too many");
    }

    @Override
    public void close() {
        server.stop();
    }

    private void receive(HttpServerExchange exchange) throws IOException {
        String body = new String(exchange.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders()
                .forEach(values -> headers.put(values.getHeaderName().toString(), values.getFirst()));
        Integer status = statuses.poll();
        exchange.setStatusCode(status == null ? 200 : status);
        (body.contains("messageTemplateId") ? templateUpdates : posts)
                .add(new Post(exchange.getRequestPath(), headers, body));
        exchange.endExchange();
    }
}
