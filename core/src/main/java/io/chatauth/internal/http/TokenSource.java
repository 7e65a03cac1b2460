package io.chatauth.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.infobip.Credentials;
import io.chatauth.spi.WireRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one kind of credentials becomes a token: what is asked, how the answer is read, how the token is given back. */
interface TokenSource {
    /**
     * What the provider gave.
     *
     * @param token the token itself
     * @param lifetime how long it lives from now, or after its last use; empty if that was not said
     */
    record Granted(String token, Optional<Duration> lifetime) {}

    /** What is asked for, such as {@code OAuth2 token}. */
    String what();

    /** What to check when it is refused. */
    String advice();

    /** What no one may see in an answer. */
    List<String> secrets();

    /** The scheme that stands before the token in the header. */
    String scheme();

    /** Whether the lifetime begins anew with every use. */
    boolean livesOnUse();

    WireRequest request();

    /** Reads a 2xx answer; empty if it holds no token that can be used. */
    Optional<Granted> read(JsonNode answer);

    /** Gives the token back; empty if that is not done. */
    Optional<WireRequest> end();

    static Optional<TokenSource> of(Credentials credentials) {
        if (credentials instanceof Credentials.Session session) {
            return Optional.of(new SessionLogin(session));
        }
        if (credentials instanceof Credentials.OAuth2 client) {
            return Optional.of(new ClientLogin(client));
        }
        return Optional.empty();
    }

    /** A token that a header can carry. */
    private static Optional<String> token(@Nullable String value) {
        return Optional.ofNullable(value)
                .filter(text -> !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f));
    }

    /** An IBSSO session. */
    record SessionLogin(Credentials.Session session) implements TokenSource {
        private static final String PATH = "/auth/1/session";

        @Override
        public String what() {
            return "IBSSO session";
        }

        @Override
        public String advice() {
            return "Check user name and password of the session (chatauth.session.username, chatauth.session.password), and"
                    + " that they belong to this base URL";
        }

        @Override
        public List<String> secrets() {
            return List.of(session.password().reveal());
        }

        @Override
        public String scheme() {
            return "IBSSO";
        }

        @Override
        public boolean livesOnUse() {
            return true;
        }

        @Override
        public WireRequest request() {
            return WireRequest.post(
                    PATH,
                    ErrorReader.JSON
                            .createObjectNode()
                            .put("username", session.username())
                            .put("password", session.password().reveal())
                            .toString()
                            .getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<Granted> read(JsonNode answer) {
            return token(answer.path("token").textValue())
                    .map(token -> new Granted(token, Optional.of(session.idle())));
        }

        @Override
        public Optional<WireRequest> end() {
            return Optional.of(WireRequest.of("DELETE", PATH, Map.of(), new byte[0]));
        }
    }

    /** OAuth 2 client credentials. The lifetime is {@code expires_in}, which RFC 6749 (5.1) allows to be left out. */
    record ClientLogin(Credentials.OAuth2 client) implements TokenSource {
        @Override
        public String what() {
            return "OAuth2 token";
        }

        @Override
        public String advice() {
            return "Check id and secret of the OAuth2 client (chatauth.oauth2.client-id, chatauth.oauth2.client-secret), and"
                    + " that they belong to this base URL";
        }

        @Override
        public List<String> secrets() {
            return List.of(client.clientSecret().reveal());
        }

        @Override
        public String scheme() {
            return "Bearer";
        }

        @Override
        public boolean livesOnUse() {
            return false;
        }

        @Override
        public WireRequest request() {
            String form = "grant_type=client_credentials&client_id=" + encoded(client.clientId()) + "&client_secret="
                    + encoded(client.clientSecret().reveal());
            return WireRequest.of(
                    "POST",
                    "/auth/1/oauth2/token",
                    Map.of("Content-Type", "application/x-www-form-urlencoded"),
                    form.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<Granted> read(JsonNode answer) {
            JsonNode type = answer.path("token_type");
            JsonNode seconds = answer.path("expires_in");
            boolean known = seconds.isMissingNode() || seconds.isNull() || seconds.asLong(0) > 0;
            if (!known || !type.asText("Bearer").equalsIgnoreCase("Bearer")) {
                return Optional.empty();
            }
            return token(answer.path("access_token").textValue())
                    .map(token -> new Granted(
                            token,
                            Optional.of(seconds.asLong(0))
                                    .filter(time -> time > 0)
                                    .map(Duration::ofSeconds)));
        }

        @Override
        public Optional<WireRequest> end() {
            return Optional.empty();
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }
}
