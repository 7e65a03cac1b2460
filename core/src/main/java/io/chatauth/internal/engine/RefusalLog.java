package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses which refused webhooks are logged, so that forged ones can't flood the log: the first of each channel and status, then
 * at most one a minute, with the number of those between. What is counted comes from here, not from requests, so that it stays
 * small.
 */
final class RefusalLog {
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<Key, Silence> silences = new ConcurrentHashMap<>();

    private record Key(Optional<ChannelId> channel, int status) {}

    /** Since when nothing was logged, and how many were not. */
    private record Silence(Instant since, long untold, long toTell) {}

    RefusalLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a refusal.
     *
     * @return how many like it were not logged since the last line, if this one is to be logged; else empty
     */
    OptionalLong refused(Optional<ChannelId> channel, int status) {
        Instant now = clock.instant();
        Silence silence =
                silences.merge(new Key(channel, status), new Silence(now, 0, 0), (before, first) -> next(before, now));
        return silence.untold() > 0 ? OptionalLong.empty() : OptionalLong.of(silence.toTell());
    }

    private static Silence next(Silence before, Instant now) {
        boolean over = Duration.between(before.since(), now).compareTo(QUIET) >= 0 || now.isBefore(before.since());
        return over ? new Silence(now, 0, before.untold()) : new Silence(before.since(), before.untold() + 1, 0);
    }
}
