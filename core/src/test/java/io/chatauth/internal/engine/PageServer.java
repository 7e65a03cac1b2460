package io.chatauth.internal.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chatauth.Started;
import io.chatauth.flow.LoginLink;
import io.chatauth.internal.page.Pages;
import io.chatauth.webhook.JdkWebhookHandler;
import io.chatauth.webhook.WebhookReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The pages on a server of this machine, as a team would serve them, and beside them a page that does all that a browser can do
 * to a link without a person. {@code /begin} sets the cookie of the binding.
 */
final class PageServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final World world;
    volatile String scanned = "";

    PageServer(World world) {
        this.world = world;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Pages pages = new Pages(world.engine.links(), Optional.empty());
        WebhookReceiver receiver =
                request -> pages.takes(request) ? pages.receive(request) : world.receiver.receive(request);
        server.createContext("/chatauth", new JdkWebhookHandler(receiver));
        server.createContext("/begin", exchange -> {
            exchange.getResponseHeaders()
                    .add(
                            "Set-Cookie",
                            "__Host-chatauth=" + Browser.BINDING + "; Path=/; Secure; HttpOnly; SameSite=Lax");
            send(exchange, "begun");
        });
        server.createContext("/scan", exchange -> send(exchange, """
                <!DOCTYPE html><title>scan</title>
                <link rel="prefetch" href="LINK"><link rel="prerender" href="LINK"><link rel="stylesheet" href="LINK">
                <img src="LINK" alt=""><iframe src="LINK"></iframe><script src="LINK"></script>
                <a id="a" href="LINK" ping="LINK">open</a>
                <script>
                var bare = 'form=x&choice=yes&digits=42';
                function send(method, body) {
                  var r = new XMLHttpRequest();
                  r.open(method, 'LINK', false);
                  if (body) { r.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded'); }
                  try { r.send(body); } catch (e) { }
                }
                send('GET'); send('HEAD'); send('OPTIONS'); send('POST', bare); send('PUT', bare); send('DELETE');
                if (navigator.sendBeacon) { navigator.sendBeacon('LINK', 'choice=yes'); }
                document.title = 'scanned';
                </script>""".replace("LINK", scanned)));
        server.setExecutor(threads);
        server.start();
    }

    private static void send(HttpExchange exchange, String html) throws IOException {
        try (exchange) {
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Sends a login link, and gives where it leads on this server. */
    String link(Started started) {
        world.receipt(started);
        scanned = url("/chatauth" + Browser.path(world));
        return scanned;
    }

    Started start() {
        return world.engine.start(LoginLink.to(World.PHONE)
                .via("plain")
                .purpose("login")
                .binding(Browser.BINDING)
                .build());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
