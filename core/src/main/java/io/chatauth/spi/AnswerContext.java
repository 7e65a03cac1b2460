package io.chatauth.spi;

import java.util.Objects;

/**
 * What the engine found about an answer. No secret stands here: the engine has already compared.
 *
 * @param kind how the answer came
 * @param secretMatches whether it holds the challenge's secret; false if the challenge has none
 */
public record AnswerContext(Kind kind, boolean secretMatches) {
    /** How an answer can come. */
    public enum Kind {
        /** Typed where the challenge began. */
        TYPED,
        /** The team's own system says that it is done. */
        COMPLETED
    }

    /** Checks that there is a kind. */
    public AnswerContext {
        Objects.requireNonNull(kind, "kind");
    }
}
