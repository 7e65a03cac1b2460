package io.chatauth.sandbox.internal.auth;

import io.chatauth.sandbox.internal.server.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may call the API: an API key ({@code App}), a user with a password ({@code Basic}), who began a session
 * ({@code IBSSO}) or fetched an access token ({@code Bearer}).
 */
public final class Credentials {
    private final Set<String> accepted = new HashSet<>();
    private final @Nullable String username;
    private final @Nullable String password;
    private final Tokens tokens;

    /**
     * Fixes what is accepted. Without key and user any non-empty {@code App} or {@code Basic} credentials are, and any
     * user may begin a session or fetch an access token.
     *
     * @param apiKey the API key, or null
     * @param username the user, or null
     * @param password the user's password, or null
     * @param tokens the sessions and access tokens
     */
    public Credentials(@Nullable String apiKey, @Nullable String username, @Nullable String password, Tokens tokens) {
        this.username = username;
        this.password = password;
        this.tokens = tokens;
        if (apiKey != null) {
            accepted.add("App " + apiKey);
        }
        if (username != null && password != null) {
            byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            accepted.add("Basic " + Base64.getEncoder().encodeToString(pair));
        }
    }

    /**
     * Checks a request.
     *
     * @param request the request
     * @return true if it may pass
     */
    public boolean accept(Request request) {
        if (AuthEndpoints.open(request)) {
            return true;
        }
        String authorization = request.headers().get("Authorization");
        if (authorization == null) {
            return false;
        }
        int space = authorization.indexOf(' ');
        String scheme = space < 0 ? authorization : authorization.substring(0, space);
        String value = space < 0 ? "" : authorization.substring(space + 1).trim();
        return !value.isEmpty()
                && switch (scheme.toUpperCase(Locale.ROOT)) {
                    case "APP" -> known("App " + value);
                    case "BASIC" -> known("Basic " + value);
                    case "IBSSO" -> tokens.useSession(value);
                    case "BEARER" -> tokens.useAccess(value);
                    default -> false;
                };
    }

    /**
     * Checks a user.
     *
     * @param name the user's name
     * @param secret the user's password
     * @return true if it is the account's, or if the account has neither a user nor a key
     */
    public boolean user(String name, String secret) {
        if (username == null || password == null) {
            return accepted.isEmpty();
        }
        return username.equals(name) && same(password, secret);
    }

    private boolean known(String given) {
        return accepted.isEmpty() || accepted.stream().anyMatch(wanted -> same(wanted, given));
    }

    private static boolean same(String wanted, String given) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
