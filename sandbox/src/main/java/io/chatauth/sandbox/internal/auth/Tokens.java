package io.chatauth.sandbox.internal.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The sessions (IBSSO), which end 60 minutes after their last use, and the access tokens (OAuth 2.0), which end one hour
 * after they were made. Safe for use by many threads.
 */
public final class Tokens {
    /** How long a session lives without being used. */
    public static final Duration SESSION = Duration.ofMinutes(60);

    /** How long an access token lives. */
    public static final Duration ACCESS = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Instant> sessions = new HashMap<>();
    private final Map<String, Instant> access = new HashMap<>();

    /**
     * Makes an empty store.
     *
     * @param clock the time
     */
    public Tokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins a session.
     *
     * @return its token
     */
    public synchronized String newSession() {
        String token = UUID.randomUUID().toString();
        sessions.put(token, clock.instant().plus(SESSION));
        return token;
    }

    /**
     * Makes an access token.
     *
     * @return the token
     */
    public synchronized String newAccess() {
        String token = UUID.randomUUID().toString().replace("-", "");
        access.put(token, clock.instant().plus(ACCESS));
        return token;
    }

    /**
     * Uses a session, which lives on by that.
     *
     * @param token its token
     * @return true if it is alive
     */
    public synchronized boolean useSession(String token) {
        Instant now = clock.instant();
        return sessions.computeIfPresent(token, (key, end) -> now.isBefore(end) ? now.plus(SESSION) : null) != null;
    }

    /**
     * Uses an access token.
     *
     * @param token the token
     * @return true if it is alive
     */
    public synchronized boolean useAccess(String token) {
        Instant end = access.get(token);
        return end != null && clock.instant().isBefore(end);
    }

    /**
     * Ends a session.
     *
     * @param token its token
     */
    public synchronized void endSession(String token) {
        sessions.remove(token);
    }

    /**
     * Counts the sessions that are alive.
     *
     * @return how many
     */
    public synchronized long sessions() {
        Instant now = clock.instant();
        return sessions.values().stream().filter(now::isBefore).count();
    }

    /** Ends all sessions and access tokens. */
    public synchronized void clear() {
        sessions.clear();
        access.clear();
    }
}
