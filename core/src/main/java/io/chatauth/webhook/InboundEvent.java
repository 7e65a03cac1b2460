package io.chatauth.webhook;

import io.chatauth.Address;
import io.chatauth.DeliveryFailure;
import io.chatauth.MessageStatus;
import io.chatauth.internal.text.Masking;
import io.chatauth.template.Approval;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Something that a provider told, decoded by its channel. */
public sealed interface InboundEvent {
    /**
     * Tells whether it may be believed only from a webhook that is authentic. What a person says or is must be; what a forger
     * could at most make a message's status of may come by a path that can't be guessed.
     *
     * @return true unless the kind of event says otherwise
     */
    default boolean needsAuthenticity() {
        return true;
    }

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

        @Override
        public boolean needsAuthenticity() {
            return false;
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
     * @param details what else came with it
     */
    record Reply(
            String messageId,
            Address from,
            String to,
            Optional<String> text,
            Optional<String> payload,
            Optional<String> quotedId,
            Optional<Instant> receivedAt,
            Details details)
            implements InboundEvent {
        /**
         * A reply that nothing else came with.
         *
         * @param messageId the provider's id of this inbound message, for dedupe
         * @param from the person's address on this channel
         * @param to the business sender it was written to
         * @param text the text, or the words on the button
         * @param payload the button's payload
         * @param quotedId the id of the message that was quoted or whose button was tapped
         * @param receivedAt when the provider got it; empty if it did not say
         */
        public Reply(
                String messageId,
                Address from,
                String to,
                Optional<String> text,
                Optional<String> payload,
                Optional<String> quotedId,
                Optional<Instant> receivedAt) {
            this(messageId, from, to, text, payload, quotedId, receivedAt, Details.NONE);
        }

        /** Checks that all parts are there. */
        public Reply {
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(payload, "payload");
            Objects.requireNonNull(quotedId, "quotedId");
            Objects.requireNonNull(receivedAt, "receivedAt");
            Objects.requireNonNull(details, "details");
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
     * What may come with a {@link Reply}. {@link #toString()} shows nothing personal.
     *
     * @param aliases other addresses of the same person that the provider itself gives, such as the user id beside the
     *     phone number
     * @param pairedId the id of a message that the provider guesses it belongs to; it may confirm, never choose
     * @param referral the advertisement or post that the person came from
     */
    record Details(Set<Address> aliases, Optional<String> pairedId, Optional<Referral> referral) {
        /** Nothing. */
        public static final Details NONE = new Details(Set.of(), Optional.empty(), Optional.empty());

        /** Copies the set. */
        public Details {
            aliases = Set.copyOf(aliases);
            Objects.requireNonNull(pairedId, "pairedId");
            Objects.requireNonNull(referral, "referral");
        }
    }

    /**
     * Where a person came from who opened the chat from an advertisement or post.
     *
     * @param sourceType the provider's word for its kind, such as {@code AD}
     * @param sourceId its id, if it has one
     */
    record Referral(String sourceType, Optional<String> sourceId) {
        /** Checks that both parts are there. */
        public Referral {
            Objects.requireNonNull(sourceType, "sourceType");
            Objects.requireNonNull(sourceId, "sourceId");
        }
    }

    /**
     * A person gave an address in a form. Nothing proves it: it is a claim until a challenge to it is answered.
     *
     * @param messageId the provider's id of this inbound message, for dedupe
     * @param from the address on this channel of the person who gave it
     * @param to the business sender it was given to
     * @param claimed the address that was given, as it was written
     * @param receivedAt when the provider got it; empty if it did not say
     */
    record AddressClaimed(String messageId, Address from, String to, Address claimed, Optional<Instant> receivedAt)
            implements InboundEvent {
        /** Checks that all parts are there. */
        public AddressClaimed {
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(claimed, "claimed");
            Objects.requireNonNull(receivedAt, "receivedAt");
        }
    }

    /**
     * The chat app says that an account moved to another device or SIM: somebody else may answer now.
     *
     * @param who the person's address on this channel
     * @param aliases other addresses of the same person that the provider itself gives
     * @param to the business sender that was told; empty if it was not said
     * @param at when, by the provider's clock; empty if it did not say
     */
    record IdentityChanged(Address who, Set<Address> aliases, Optional<String> to, Optional<Instant> at)
            implements InboundEvent {
        /** Copies the set. */
        public IdentityChanged {
            Objects.requireNonNull(who, "who");
            aliases = Set.copyOf(aliases);
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(at, "at");
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

        @Override
        public boolean needsAuthenticity() {
            return false;
        }
    }
}
