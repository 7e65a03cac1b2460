package io.chatauth.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.Secret;
import io.chatauth.infobip.Credentials;
import io.chatauth.infobip.InfobipAccount;
import io.chatauth.internal.engine.MovableClock;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Infobip's two ways to a token, and one resource that wants it; the test breaks what it likes. */
final class LoginServer implements AutoCloseable {
    static final String PASSWORD = "canary-p&ss w+rd";
    static final String TOKEN = "canary-token-";
    static final Duration LONG = Duration.ofSeconds(30);

    /** Answers one request in place of this server; false if it does not want to. */
    interface Trick {
        boolean play(RawServer.Request request, OutputStream out) throws Exception;
    }

    final MovableClock clock = new MovableClock();
    final AtomicInteger logins = new AtomicInteger();
    final Set<String> valid = ConcurrentHashMap.newKeySet();
    volatile String expiresIn = "3600";
    volatile Trick trick = (request, out) -> false;
    private final RawServer server = RawServer.plain(this::answer);

    static Credentials session() {
        return Credentials.Session.of("user", Secret.of(PASSWORD));
    }

    static Credentials oauth2() {
        return new Credentials.OAuth2("user", Secret.of(PASSWORD));
    }

    JdkTransport transport(Credentials credentials) {
        return new JdkTransport(
                InfobipAccount.builder()
                        .baseUrl("http://127.0.0.1:" + server.port())
                        .credentials(credentials)
                        .requestTimeout(LONG)
                        .connectTimeout(LONG)
                        .build(),
                clock,
                Thread::new);
    }

    static WireResponse send(JdkTransport transport) {
        return send(transport, LONG);
    }

    static WireResponse send(JdkTransport transport, Duration timeout) {
        return transport.exchange(WireRequest.post("/x", "{}".getBytes(StandardCharsets.UTF_8)), Set.of(), timeout);
    }

    List<RawServer.Request> requests() {
        return server.requests();
    }

    /** What came, method and path each, without the log-ins. */
    List<String> lines() {
        return requests().stream().map(RawServer.Request::line).toList();
    }

    private void answer(RawServer.Request request, Socket connection, OutputStream out) throws Exception {
        if (trick.play(request, out)) {
            return;
        }
        switch (request.line()) {
            case "POST /auth/1/session HTTP/1.1" -> session(request, out);
            case "POST /auth/1/oauth2/token HTTP/1.1" -> token(request, out);
            case "DELETE /auth/1/session HTTP/1.1" -> {
                valid.remove(request.headers().get("authorization"));
                RawServer.write(out, 200, "");
            }
            default -> {
                String authorization = request.headers().getOrDefault("authorization", "");
                if (valid.contains(authorization)) {
                    RawServer.write(out, 200, "{}");
                } else {
                    refuse(out, 401, "Invalid " + authorization);
                }
            }
        }
    }

    private void session(RawServer.Request request, OutputStream out) throws IOException {
        JsonNode body = ErrorReader.JSON.readTree(request.body());
        if (!body.path("username").asText().equals("user")
                || !body.path("password").asText().equals(PASSWORD)) {
            refuse(out, 401, "Invalid login details");
            return;
        }
        String token = TOKEN + logins.incrementAndGet();
        valid.add("IBSSO " + token);
        RawServer.write(out, 200, "{\"token\":\"" + token + "\"}");
    }

    private void token(RawServer.Request request, OutputStream out) throws IOException {
        if (!request.body().equals("grant_type=client_credentials&client_id=user&client_secret=canary-p%26ss+w%2Brd")
                || !request.headers().get("content-type").equals("application/x-www-form-urlencoded")) {
            refuse(out, 400, "Unauthorized");
            return;
        }
        String token = TOKEN + logins.incrementAndGet();
        valid.add("Bearer " + token);
        RawServer.write(
                out,
                200,
                "{\"access_token\":\"" + token + "\",\"expires_in\":" + expiresIn + ",\"token_type\":\"Bearer\"}");
    }

    static void refuse(OutputStream out, int status, String text) throws IOException {
        RawServer.write(
                out,
                status,
                "{\"requestError\":{\"serviceException\":{\"messageId\":\"UNAUTHORIZED\",\"text\":\"" + text + "\"}}}");
    }

    void stop() {
        server.close();
    }

    @Override
    public void close() {
        stop();
    }
}
