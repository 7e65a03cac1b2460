package io.chatauth.webhook;

import io.chatauth.Address;
import io.chatauth.DeliveryFailure;
import io.chatauth.MessageStatus;
import io.chatauth.internal.text.Masking;
import io.chatauth.template.Approval;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Something that a provider told, decoded by its channel. */
public sealed interface InboundEvent {
    /**
     * How far a message got.
     *
     * @param messageId ChatAuth's or the provider's message id
     * @param status the status
     * @param at when, by the provider's clock; empty if it did not say
     * @param failure why, if the status is {@link MessageStatus#FAILED}
     */
    record Report(String messageId, MessageStatus status, Optional<Instant> at, Optional<DeliveryFailure> failure)
            implements InboundEvent {
        /**
         * Checks that a failure, and nothing else, has a reason.
         *
         * @throws IllegalArgumentException if it is otherwise
         */
        public Report {
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(failure, "failure");
            if ((status == MessageStatus.FAILED) != failure.isPresent()) {
                throw new IllegalArgumentException("a failed report has a failure, others have none");
            }
        }
    }

    /**
     * Something that a person wrote or tapped. {@link #toString()} hides the text.
     *
     * @param messageId the provider's id of this inbound message, for dedupe
     * @param from the person's address on this channel
     * @param to the business sender it was written to
     * @param text the text, or the words on the button
     * @param payload the button's payload
     * @param quotedId the id of the message that was quoted or whose button was tapped
     * @param receivedAt when the provider got it; empty if it did not say
     */
    record Reply(
            String messageId,
            Address from,
            String to,
            Optional<String> text,
            Optional<String> payload,
            Optional<String> quotedId,
            Optional<Instant> receivedAt)
            implements InboundEvent {
        /** Checks that all parts are there. */
        public Reply {
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(payload, "payload");
            Objects.requireNonNull(quotedId, "quotedId");
            Objects.requireNonNull(receivedAt, "receivedAt");
        }

        /**
         * Says the id and the masked address.
         *
         * @return a text that is safe to log
         */
        @Override
        public String toString() {
            return "Reply[" + messageId + " from " + from.masked() + "]";
        }
    }

    /**
     * A registered template changed at the provider. It may stop messages, so it is believed only from an authentic webhook.
     *
     * @param id the provider's id of the template
     * @param key what a message names it by
     * @param language the language code, spelled the provider's way; empty if the provider has none
     * @param at when, by the provider's clock; empty if it did not say
     * @param change what changed
     */
    record TemplateChanged(String id, String key, String language, Optional<Instant> at, Change change)
            implements InboundEvent {
        /** Checks that all parts are there. */
        public TemplateChanged {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(language, "language");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(change, "change");
        }

        /** What can change. */
        public sealed interface Change {}

        /**
         * It may be sent now, or not any more.
         *
         * @param state the new state
         * @param detail the provider's own words for it, and its reason
         */
        public record Status(Approval.State state, String detail) implements Change {
            /** Makes the words harmless for log lines. */
            public Status {
                Objects.requireNonNull(state, "state");
                detail = Masking.clean(detail);
            }
        }

        /**
         * The provider takes it for something else, which may change its price and when it may be sent.
         *
         * @param from what it was, in the provider's words
         * @param to what it is
         */
        public record Category(String from, String to) implements Change {
            /** Makes the words harmless for log lines. */
            public Category {
                from = Masking.clean(from);
                to = Masking.clean(to);
            }
        }

        /**
         * People like it more or less; a bad quality comes before a pause.
         *
         * @param from what it was, in the provider's words
         * @param to what it is
         */
        public record Quality(String from, String to) implements Change {
            /** Makes the words harmless for log lines. */
            public Quality {
                from = Masking.clean(from);
                to = Masking.clean(to);
            }
        }
    }

    /**
     * Something that the channel does not know. It survives and is logged once.
     *
     * @param kind what the provider calls it
     */
    record Unknown(String kind) implements InboundEvent {
        /** Checks that there is a kind. */
        public Unknown {
            Objects.requireNonNull(kind, "kind");
        }
    }
}
