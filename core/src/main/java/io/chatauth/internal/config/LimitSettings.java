package io.chatauth.internal.config;

import static io.chatauth.internal.config.Setting.Type.DURATION;
import static io.chatauth.internal.config.Setting.Type.LIST;
import static io.chatauth.internal.config.Setting.Type.NUMBER;
import static io.chatauth.internal.config.Setting.Type.SWITCH;

import io.chatauth.internal.guard.Figures;
import io.chatauth.internal.guard.Limit;
import io.chatauth.internal.guard.Lists;
import io.chatauth.internal.text.Masking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The options that say what is allowed, and what they are read to. */
final class LimitSettings {
    /** Turns a limit off. */
    static final String OFF = "off";

    private static final long SECOND = 1000;
    private static final long DAY = 24 * 3600 * SECOND;
    private static final String LIMIT = "limit(…)";

    private static final Map<Limit, Setting> COUNTS = counts();

    static final Setting COMPLETION = Setting.of(
                    NUMBER,
                    "limit.completion-percent",
                    LIMIT,
                    "From which share of completed challenges the messages to one prefix are not bounded")
            .or("30")
            .from(1, 100);
    static final Setting ALARM = Setting.of(
                    NUMBER,
                    "limit.alarm-percent",
                    LIMIT,
                    "At which share of all messages of a day the operator is told; 0 or `off` for never")
            .or("70")
            .from(0, 100);
    static final Setting ATTEMPT_GAP = Setting.of(
                    DURATION,
                    "limit.attempt-gap",
                    "attemptGap(…)",
                    "The least time between two answers to one challenge after the second wrong one")
            .or("3s")
            .from(0, 300 * SECOND);
    static final Setting RESEND_COOLDOWNS = Setting.of(
                    LIST,
                    "limit.resend-cooldowns",
                    "resendCooldowns(…)",
                    "The waits before the first resend of a challenge, the second and so on; the last one repeats")
            .or("30s,60s,120s,300s")
            .from(SECOND, DAY);
    static final Setting PAUSE_AFTER_NO = Setting.of(
                    DURATION,
                    "limit.pause-after-no",
                    "pauseAfterNo(…)",
                    "How long a recipient is not asked again who answered a question with no; 0s or `off` for not at all")
            .or("10m")
            .from(0, DAY);
    static final Setting ALLOW = Setting.of(
            LIST,
            "limit.allow",
            "allow(…)",
            "Who passes the limits of messages per recipient, prefix, country and day: numbers such as `+441134960001`, beginnings such as `+44113*`, user ids");
    static final Setting DENY = Setting.of(
            LIST, "limit.deny", "deny(…)", "Who is never written to, whatever else is allowed; written as for `allow`");
    static final Setting RECORD_ONLY = Setting.of(
                    SWITCH,
                    "limit.record-only",
                    "recordOnly(…)",
                    "Whether limits are only counted and told as events, and nothing is refused")
            .or("false");

    static final List<Setting> ALL = Stream.concat(
                    COUNTS.values().stream(),
                    Stream.of(
                            COMPLETION, ALARM, ATTEMPT_GAP, RESEND_COOLDOWNS, PAUSE_AFTER_NO, ALLOW, DENY, RECORD_ONLY))
            .toList();

    private LimitSettings() {}

    private static Map<Limit, Setting> counts() {
        Map<Limit, Setting> all = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            String method =
                    switch (limit) {
                        case SENDS_PER_RECIPIENT_10M -> "sendsPerTenMinutes(…)";
                        case SENDS_PER_RECIPIENT_24H -> "sendsPerDay(…)";
                        case FAILURES_PER_RECIPIENT_24H -> "failuresPerDay(…)";
                        default -> LIMIT;
                    };
            all.put(
                    limit,
                    Setting.of(
                                    NUMBER,
                                    "limit." + limit.named(),
                                    method,
                                    description(limit) + "; 0 or `off` for no limit")
                            .or(Integer.toString(limit.standard()))
                            .from(0, most(limit)));
        }
        return all;
    }

    private static long most(Limit limit) {
        return switch (limit) {
            case SENDS_PER_COUNTRY_1H, SENDS_24H -> 100_000_000;
            case FAILURES_PER_RECIPIENT_24H, FAILURES_PER_DEVICE_24H, FAILURES_IN_A_ROW -> 100;
            default -> 100_000;
        };
    }

    private static String description(Limit limit) {
        return switch (limit) {
            case SENDS_PER_RECIPIENT_10M ->
                "How many messages one recipient gets in 10 minutes, over all flows and channels; as many more for each known device";
            case SENDS_PER_RECIPIENT_24H -> "The same in 24 hours";
            case FAILURES_PER_RECIPIENT_24H ->
                "How many wrong answers one recipient has in 24 hours, over all challenges and channels";
            case FAILURES_IN_A_ROW ->
                "How many wrong answers one recipient has without a right one between them, in 30 days";
            case FAILURES_PER_DEVICE_24H ->
                "How many wrong answers a device that is known has besides, when others have used up the recipient's";
            case STARTS_PER_IP_10M -> "How many challenges one IP address starts in 10 minutes, the /64 of IPv6";
            case STARTS_PER_NETWORK_1H -> "How many challenges the /48 of an IPv6 address starts in an hour";
            case PROMPTS_PER_RECIPIENT_10M ->
                "How many questions that are answered with a tap one recipient gets in 10 minutes";
            case MISSES_PER_WRITER_10M ->
                "How many opt-in codes that nobody waits for a person writes to one sender in 10 minutes";
            case MISSES_PER_SENDER_10M ->
                "More than how many such codes of all people together to one sender in 10 minutes raise an alarm; nothing is refused";
            case SENDS_PER_PREFIX_1H ->
                "How many messages go to numbers that are alike but for the last 4 digits in an hour, while fewer are completed than `completion-percent`";
            case SENDS_PER_COUNTRY_1H -> "How many messages go to one country in an hour";
            case SENDS_24H -> "How many messages go out in a day, over all tenants";
        };
    }

    static Figures read(Values values) {
        Map<Limit, Integer> counts = new EnumMap<>(Limit.class);
        COUNTS.forEach((limit, setting) -> counts.put(limit, values.number(setting)));
        return new Figures(
                counts,
                Figures.DEFAULT.freeAttempts(),
                values.duration(ATTEMPT_GAP),
                cooldowns(values),
                values.duration(PAUSE_AFTER_NO),
                values.number(COMPLETION),
                values.number(ALARM),
                values.flag(RECORD_ONLY),
                Lists.of(entries(values, ALLOW), entries(values, DENY)));
    }

    /** None is left where all are wrong; then the defaults stand in. */
    private static List<Duration> cooldowns(Values values) {
        List<Duration> read = values.durations(RESEND_COOLDOWNS);
        return read.isEmpty() ? Figures.DEFAULT.resendCooldowns() : read;
    }

    private static List<String> entries(Values values, Setting setting) {
        List<String> good = new ArrayList<>();
        for (String entry : values.list(setting)) {
            Lists.problem(entry)
                    .ifPresentOrElse(
                            expected -> values.problem(setting, Masking.number(entry), expected),
                            () -> good.add(entry));
        }
        return good;
    }
}
