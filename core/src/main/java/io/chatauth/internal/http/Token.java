package io.chatauth.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A token and how long it may be used. {@link #toString()} hides it. */
final class Token {
    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final int EARLY_PART = 10;
    private static final Duration LONGEST = Duration.ofDays(365);

    private final String scheme;
    private final String value;
    private final Instant fetched;
    private final Optional<Duration> lifetime;
    private final boolean livesOnUse;
    private final boolean afterRefusal;
    private volatile Instant lastUse;

    Token(TokenSource source, TokenSource.Granted granted, Instant fetched, boolean afterRefusal) {
        this.scheme = source.scheme();
        this.value = granted.token();
        this.fetched = fetched;
        this.lifetime = granted.lifetime().map(time -> time.compareTo(LONGEST) < 0 ? time : LONGEST);
        this.livesOnUse = source.livesOnUse();
        this.afterRefusal = afterRefusal;
        this.lastUse = fetched;
    }

    String value() {
        return value;
    }

    String header() {
        return scheme + " " + value;
    }

    void usedAt(Instant now) {
        lastUse = now;
    }

    /** Whether it is still good. */
    boolean isGood(Instant now) {
        return lifetime.map(time -> now.isBefore((livesOnUse ? lastUse : fetched).plus(time)))
                .orElse(true);
    }

    /** Whether it is time to renew it although it is still good: a tenth of its lifetime before the end, at most a minute. */
    boolean isDue(Instant now) {
        return !livesOnUse
                && lifetime.map(time -> !now.isBefore(fetched.plus(time).minus(early(time))))
                        .orElse(false);
    }

    /** Whether it came in place of a refused one so lately that another one would be refused as well. */
    boolean isLastWord(Instant now, Duration holdOff) {
        return afterRefusal && now.isBefore(fetched.plus(holdOff));
    }

    private static Duration early(Duration lifetime) {
        Duration part = lifetime.dividedBy(EARLY_PART);
        return part.compareTo(EARLY) < 0 ? part : EARLY;
    }

    @Override
    public String toString() {
        return "Token[" + scheme + ", hidden]";
    }
}
