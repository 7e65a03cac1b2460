package io.chatauth.internal.page;

import io.chatauth.UnknownKeyException;
import io.chatauth.internal.key.Keys;
import io.chatauth.store.ChallengeRecord;
import java.time.Duration;
import java.time.Instant;

/**
 * Tokens that only a form has which we showed a short while ago, for this link and this browser: who sends a form without having
 * seen the page is refused.
 */
final class FormTokens {
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int LONGEST = 60;

    private final Keys keys;

    FormTokens(Keys keys) {
        this.keys = keys;
    }

    /**
     * Makes a token: the second in which it ends, a dot, and 128 bits.
     *
     * @param token the link's token
     * @param browser what the browser shows of the binding; blank for any other browser
     */
    String issue(ChallengeRecord challenge, String token, String browser, Instant now) {
        String end = Long.toString(now.plus(LIFE).getEpochSecond());
        return end + "." + keys.formToken(challenge.codeKeyId(), challenge.id().value(), token, browser, end);
    }

    /** Tells whether a token was issued for the same, and its time has not run out. */
    boolean genuine(String given, ChallengeRecord challenge, String token, String browser, Instant now) {
        int dot = given.indexOf('.');
        if (dot < 0 || given.length() > LONGEST) {
            return false;
        }
        String end = given.substring(0, dot);
        try {
            return keys.formTokenMatches(
                            challenge.codeKeyId(),
                            given.substring(dot + 1),
                            challenge.id().value(),
                            token,
                            browser,
                            end)
                    && now.getEpochSecond() < Long.parseLong(end);
        } catch (UnknownKeyException gone) {
            return false;
        }
    }
}
