package io.chatauth.internal.guard;

import io.chatauth.ChallengeId;
import io.chatauth.Tenant;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.event.ChatAuthEvent.LimitReached;
import io.chatauth.event.ChatAuthEvent.OperatorAlert;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator which limit was reached: an event each time; a line in the log once, then at most once a minute, with the
 * number of those between.
 */
final class Teller {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Clock clock;
    private final Consumer<ChatAuthEvent> events;
    private final boolean recordOnly;
    private final Map<String, Silence> silences = new ConcurrentHashMap<>();

    /** Since when nothing was logged, how many were not, and how many to tell of now; -1 for none. */
    private record Silence(Instant since, long untold, long toTell) {}

    Teller(Clock clock, Consumer<ChatAuthEvent> events, boolean recordOnly) {
        this.clock = clock;
        this.events = events;
        this.recordOnly = recordOnly;
    }

    void reached(String limit, Tenant tenant, Optional<ChallengeId> challenge) {
        Instant now = clock.instant();
        events.accept(new LimitReached(now, tenant, limit, challenge));
        long between = between("limit " + limit, now);
        if (between >= 0) {
            LOG.warn(
                    "The limit {} was reached by tenant {}{}{}",
                    limit,
                    tenant,
                    recordOnly ? "; nothing is refused, because limits are only recorded" : "",
                    since(between));
        }
    }

    /** Tells of what an operator must mend. */
    void alert(String text) {
        Instant now = clock.instant();
        events.accept(new OperatorAlert(now, text));
        long between = between("alert " + text, now);
        if (between >= 0) {
            LOG.error("{}{}", text, since(between));
        }
    }

    /** Logs what needs no event. */
    void warn(String text, RuntimeException cause) {
        long between = between("warning " + text, clock.instant());
        if (between >= 0) {
            LOG.warn("{}: {}{}", text, cause.getMessage(), since(between));
        }
    }

    private static String since(long between) {
        return between == 0 ? "" : " (and " + between + " times more since the last such line)";
    }

    private long between(String what, Instant now) {
        return silences.merge(what, new Silence(now, 0, 0), (before, first) -> next(before, now))
                .toTell();
    }

    private static Silence next(Silence before, Instant now) {
        boolean over = Duration.between(before.since(), now).compareTo(QUIET) >= 0 || now.isBefore(before.since());
        return over ? new Silence(now, 0, before.untold()) : new Silence(before.since(), before.untold() + 1, -1);
    }
}
