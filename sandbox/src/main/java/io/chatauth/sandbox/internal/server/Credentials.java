package io.chatauth.sandbox.internal.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may call the API: an API key ({@code App}), a user with a password ({@code Basic}), or anybody who names one. */
public final class Credentials {
    private final Set<String> accepted = new HashSet<>();

    /**
     * Fixes what is accepted. Without key and user any non-empty {@code App} or {@code Basic} credentials are.
     *
     * @param apiKey the API key, or null
     * @param username the user, or null
     * @param password the user's password, or null
     */
    public Credentials(@Nullable String apiKey, @Nullable String username, @Nullable String password) {
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
     * @param authorization its {@code Authorization} header, or null
     * @return true if it may pass
     */
    public boolean accept(@Nullable String authorization) {
        if (authorization == null) {
            return false;
        }
        int space = authorization.indexOf(' ');
        String scheme = space < 0 ? authorization : authorization.substring(0, space);
        String value = space < 0 ? "" : authorization.substring(space + 1).trim();
        boolean app = scheme.equalsIgnoreCase("App");
        if (value.isEmpty() || (!app && !scheme.equalsIgnoreCase("Basic"))) {
            return false;
        }
        if (accepted.isEmpty()) {
            return true;
        }
        byte[] given = ((app ? "App " : "Basic ") + value).getBytes(StandardCharsets.UTF_8);
        return accepted.stream()
                .anyMatch(wanted -> MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), given));
    }
}
