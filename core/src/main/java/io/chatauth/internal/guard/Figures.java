package io.chatauth.internal.guard;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Every figure that bounds what the engine allows.
 *
 * @param counts the figure of each limit; 0 turns it off
 * @param freeAttempts how many answers to one challenge are not slowed down
 * @param attemptGap how long to wait between later ones
 * @param resendCooldowns how long to wait after the first, second, … message of a challenge; the last one counts for all further
 * @param pauseAfterNo how long nobody is asked again who said no; zero turns it off
 * @param completionPercent from which share of completed challenges on a prefix is not bounded
 * @param alarmPercent at which share of the limit for everything the operator is told; 0 turns it off
 * @param recordOnly whether limits are counted and told, and nothing is refused
 * @param lists who is always or never written to
 */
public record Figures(
        Map<Limit, Integer> counts,
        int freeAttempts,
        Duration attemptGap,
        List<Duration> resendCooldowns,
        Duration pauseAfterNo,
        int completionPercent,
        int alarmPercent,
        boolean recordOnly,
        Lists lists) {
    /** What is on unless the configuration says otherwise. */
    public static final Figures DEFAULT = new Figures(
            Map.of(),
            2,
            Duration.ofSeconds(3),
            List.of(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120), Duration.ofSeconds(300)),
            Duration.ofMinutes(10),
            30,
            70,
            false,
            Lists.EMPTY);

    /** Fills in the defaults of limits that are not named. */
    public Figures {
        Map<Limit, Integer> all = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            all.put(limit, counts.getOrDefault(limit, limit.standard()));
        }
        counts = Collections.unmodifiableMap(all);
        resendCooldowns = List.copyOf(resendCooldowns);
        if (resendCooldowns.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one resend cooldown");
        }
    }

    /** The figure of a limit, 0 if it is off. */
    public int of(Limit limit) {
        Integer figure = counts.get(limit);
        return figure == null ? limit.standard() : figure;
    }

    boolean on(Limit limit) {
        return of(limit) > 0;
    }

    /** How long to wait after the {@code sends}-th message of a challenge, counted from 1. */
    public Duration cooldownAfter(int sends) {
        return resendCooldowns.get(Math.min(sends, resendCooldowns.size()) - 1);
    }

    /** A copy with another figure. */
    public Figures with(Limit limit, int figure) {
        Map<Limit, Integer> changed = new EnumMap<>(counts);
        changed.put(limit, figure);
        return new Figures(
                changed,
                freeAttempts,
                attemptGap,
                resendCooldowns,
                pauseAfterNo,
                completionPercent,
                alarmPercent,
                recordOnly,
                lists);
    }

    /** A copy in which more answers are not slowed down. */
    public Figures withFreeAttempts(int attempts) {
        return new Figures(
                counts,
                attempts,
                attemptGap,
                resendCooldowns,
                pauseAfterNo,
                completionPercent,
                alarmPercent,
                recordOnly,
                lists);
    }

    /** A copy that refuses nothing. */
    public Figures recording() {
        return new Figures(
                counts,
                freeAttempts,
                attemptGap,
                resendCooldowns,
                pauseAfterNo,
                completionPercent,
                alarmPercent,
                true,
                lists);
    }

    /** A copy with other lists. */
    public Figures with(Lists others) {
        return new Figures(
                counts,
                freeAttempts,
                attemptGap,
                resendCooldowns,
                pauseAfterNo,
                completionPercent,
                alarmPercent,
                recordOnly,
                others);
    }
}
