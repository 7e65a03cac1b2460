package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;

/**
 * Logs refused webhooks so that a flood of forged ones can't flood the log: the first of each channel and status, then at
 * most one line a minute, which counts those between. What is counted comes from here, not from requests, so that it stays
 * small.
 */
final class RefusalLog {
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Logger log;
    private final Clock clock;
    private final Map<Key, Silence> silences = new ConcurrentHashMap<>();

    private record Key(Optional<ChannelId> channel, int status) {}

    /** Since when nothing was logged, and how many were not. */
    private record Silence(Instant since, long untold, long toTell) {}

    RefusalLog(Logger log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    void refused(Optional<ChannelId> channel, int status, String path, String reason) {
        Instant now = clock.instant();
        Silence silence =
                silences.merge(new Key(channel, status), new Silence(now, 0, 0), (before, first) -> next(before, now));
        if (silence.untold() > 0) {
            return;
        }
        if (silence.toTell() == 0) {
            log.warn("The webhook at {} refused {} ({})", path, reason, status);
        } else {
            log.warn(
                    "The webhook at {} refused {} ({}), and {} more with this status since the last line",
                    path,
                    reason,
                    status,
                    silence.toTell());
        }
    }

    private static Silence next(Silence before, Instant now) {
        boolean over = Duration.between(before.since(), now).compareTo(QUIET) >= 0 || now.isBefore(before.since());
        return over ? new Silence(now, 0, before.untold()) : new Silence(before.since(), before.untold() + 1, 0);
    }
}
