package io.chatauth;

import java.util.concurrent.CompletionStage;

/** What became of the wish to send again. */
public sealed interface ResendAnswer
        permits ResendAnswer.Resent,
                Answer.TooEarly,
                Answer.Limited,
                Answer.Denied,
                Answer.Expired,
                Answer.Exhausted,
                Answer.Cancelled,
                Answer.AlreadyAnswered,
                Answer.Unknown {
    /**
     * Tells whether a message is on its way.
     *
     * @return true for {@link Resent}
     */
    default boolean resent() {
        return this instanceof Resent;
    }

    /**
     * A message is on its way, with the same code.
     *
     * @param allowance what is left
     * @param accepted the provider's answer, when it comes; never completes exceptionally
     */
    record Resent(Allowance allowance, CompletionStage<Receipt> accepted) implements ResendAnswer {}
}
