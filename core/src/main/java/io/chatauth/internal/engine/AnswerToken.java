package io.chatauth.internal.engine;

import io.chatauth.ChallengeId;
import io.chatauth.internal.key.CodeContext;
import io.chatauth.internal.key.Keys;
import io.chatauth.spi.AnswerContext.Choice;
import java.util.Locale;
import java.util.Optional;

/** What a button carries for one answer to one question: {@code <challengeId>.<mac>}, at most 64 characters. */
final class AnswerToken {
    private AnswerToken() {}

    static String of(Keys keys, CodeContext context, Choice choice) {
        return context.challenge() + "." + keys.answerToken(context, word(choice));
    }

    /** Reads the challenge that a payload names. It proves nothing. */
    static Optional<ChallengeId> challenge(String payload) {
        return Keys.challengeOf(payload);
    }

    /** The answer that a payload proves; empty if it proves none. */
    static Optional<Choice> choice(Keys keys, CodeContext context, String payload) {
        String mac = payload.substring(payload.indexOf('.') + 1);
        Optional<Choice> found = Optional.empty();
        for (Choice choice : Choice.values()) {
            if (keys.answerTokenMatches(context, word(choice), mac)) {
                found = Optional.of(choice);
            }
        }
        return found;
    }

    private static String word(Choice choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
