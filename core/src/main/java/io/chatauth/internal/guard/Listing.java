package io.chatauth.internal.guard;

import io.chatauth.Limits;
import io.chatauth.Limits.Limit.Counting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists all that bounds, as operators see it. */
final class Listing {
    static final String SENDS_PER_CHALLENGE = "sends-per-challenge";

    private static final String PER_CHALLENGE = "challenge";
    private static final String OVERSHOOT =
            "by what the other nodes start in " + Limits.inWords(Coarse.INTERVAL) + ", and one for each of them";

    private Listing() {}

    static Limits of(Figures figures) {
        List<Limits.Limit> all = new ArrayList<>();
        all.add(text("attempts-per-challenge", "5", PER_CHALLENGE, "the flow's; Twilio Verify, PSD2"));
        all.add(text(
                "attempt-gap",
                figures.attemptGap().isZero()
                        ? Limits.OFF
                        : Limits.inWords(figures.attemptGap()) + " from answer " + (figures.freeAttempts() + 1) + " on",
                PER_CHALLENGE,
                "Infobip's 2FA: 1 in 3 s"));
        all.add(text(SENDS_PER_CHALLENGE, "5", PER_CHALLENGE, "the flow's"));
        all.add(text(
                "resend-cooldowns",
                figures.resendCooldowns().stream().map(Limits::inWords).collect(Collectors.joining(", ")),
                PER_CHALLENGE,
                "Twilio: 1 in 30 s, growing"));
        for (Limit limit : Limit.values()) {
            all.add(new Limits.Limit(
                    limit.named(),
                    figures.on(limit) ? number(limit, figures) : Limits.OFF,
                    Optional.of(limit.window()),
                    limit.scope().inWords(),
                    limit.scope().coarse() ? Counting.COARSE : Counting.EXACT,
                    limit.scope().coarse() ? OVERSHOOT : "",
                    limit.source()));
        }
        all.add(text(
                "pause-after-no",
                figures.pauseAfterNo().isZero() ? Limits.OFF : Limits.inWords(figures.pauseAfterNo()),
                Limit.Scope.RECIPIENT.inWords(),
                "CISA on push bombing"));
        return new Limits(all, figures.recordOnly(), figures.lists().inWords());
    }

    private static String number(Limit limit, Figures figures) {
        String number = Integer.toString(figures.of(limit));
        return switch (limit) {
            case SENDS_PER_PREFIX_1H ->
                number + " while fewer than " + figures.completionPercent() + " % are completed";
            case MISSES_PER_SENDER_10M -> number + ", alarm only";
            case SENDS_24H ->
                number + (figures.alarmPercent() == 0 ? "" : ", alarm at " + figures.alarmPercent() + " %");
            default -> number;
        };
    }

    private static Limits.Limit text(String name, String figure, String scope, String source) {
        return new Limits.Limit(name, figure, Optional.empty(), scope, Counting.EXACT, "", source);
    }

    /** What an operator must not overlook. */
    static List<String> warnings(Figures figures) {
        List<String> all = new ArrayList<>();
        if (figures.recordOnly()) {
            all.add("LIMITS ARE ONLY RECORDED (chatauth.limit.record-only): they are counted and told, and nothing is"
                    + " refused but at the end of a challenge's own attempts and sends");
        }
        List<String> off = of(figures).all().stream()
                .filter(limit -> limit.figure().equals(Limits.OFF))
                .map(Limits.Limit::name)
                .toList();
        if (!off.isEmpty()) {
            all.add("LIMITS ARE OFF: " + String.join(", ", off) + "; nothing else bounds what they did");
        }
        return all;
    }
}
