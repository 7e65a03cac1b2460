package io.chatauth;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What the provider answered to one message: it took it, or it did not. Taken does not mean delivered. */
public sealed interface Receipt {
    /**
     * The message that was sent.
     *
     * @return ChatAuth's message id
     */
    String messageId();

    /**
     * Tells which of the two it is.
     *
     * @return true for {@link Accepted}
     */
    default boolean accepted() {
        return this instanceof Accepted;
    }

    /**
     * Turns either case into a value.
     *
     * @param accepted what to do with an accepted message
     * @param refused what to do with a refused one
     * @param <T> the result's type
     * @return the result
     */
    default <T> T fold(Function<Accepted, T> accepted, Function<Refused, T> refused) {
        return this instanceof Accepted a ? accepted.apply(a) : refused.apply((Refused) this);
    }

    /**
     * The provider took the message.
     *
     * @param messageId ChatAuth's message id
     * @param providerId the provider's own id, where it does not use ours
     */
    record Accepted(String messageId, Optional<String> providerId) implements Receipt {
        /** Checks that both parts are there. */
        public Accepted {
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(providerId, "providerId");
        }
    }

    /**
     * The provider did not take the message, or could not be asked.
     *
     * @param messageId ChatAuth's message id
     * @param failure why
     * @param error the provider's answer, if it gave one
     */
    record Refused(String messageId, DeliveryFailure failure, Optional<ApiError> error) implements Receipt {
        /** Checks that all parts are there. */
        public Refused {
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(failure, "failure");
            Objects.requireNonNull(error, "error");
        }
    }
}
