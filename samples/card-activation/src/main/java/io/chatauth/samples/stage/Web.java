package io.chatauth.samples.stage;

import com.sun.net.httpserver.HttpServer;
import io.chatauth.webhook.JdkWebhookHandler;
import io.chatauth.webhook.WebhookReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's HTTP server on the loopback address: the webhook, and the bank's pages. */
public final class Web implements AutoCloseable {
    /** Where the webhook is served; the base URL that ChatAuth is told ends with it. */
    public static final String WEBHOOK = "/chatauth";

    private static final int THREADS = 8;

    static {
        // Without it every answer waits for the client's delayed acknowledgement, 40 ms on Linux.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private Web(HttpServer server) {
        this.server = server;
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "bank-web-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
    }

    /**
     * Takes a port; answers nothing yet.
     *
     * @param port the port; another one if it is taken, or 0
     * @return the server
     */
    public static Web bind(int port) {
        try {
            return new Web(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (BindException e) {
            if (port == 0) {
                throw new UncheckedIOException("no port of this machine is free", e);
            }
            return bind(0);
        } catch (IOException e) {
            throw new UncheckedIOException("the web server can't listen on port " + port, e);
        }
    }

    /**
     * Tells where it listens.
     *
     * @return the address, without a slash at its end
     */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Tells where webhooks are taken.
     *
     * @return what {@code chatauth.webhook.base-url} must be
     */
    public URI webhookBase() {
        return URI.create(baseUri() + WEBHOOK);
    }

    /**
     * Begins to answer.
     *
     * @param webhooks takes what is posted to {@link #webhookBase}
     */
    public void start(WebhookReceiver webhooks) {
        server.createContext(WEBHOOK, new JdkWebhookHandler(webhooks));
        server.start();
    }

    /**
     * Gives the server, for more pages.
     *
     * @return always the same
     */
    public HttpServer server() {
        return server;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
