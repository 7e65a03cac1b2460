package io.chatauth.webhook;

import io.chatauth.ChannelId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that must stand at the provider for webhooks to arrive, and what there is to do about it. Holds no secret.
 *
 * @param channel the channel it is for; empty for all
 * @param kind what it is
 * @param name the provider's id of it, or the sender it is for
 * @param action what there is to do
 * @param details what stands there, what will stand there, or what somebody must do; one sentence part each
 */
public record WebhookStep(Optional<ChannelId> channel, Kind kind, String name, Action action, List<String> details) {
    /** What can stand at the provider. */
    public enum Kind {
        /** How webhooks prove themselves. */
        SECURITY,
        /** Where webhooks go. */
        PROFILE,
        /** Which events are told. */
        SUBSCRIPTION,
        /** What happens to what people write to a sender. */
        INBOUND;

        /**
         * Names it for people.
         *
         * @return a word
         */
        public String inWords() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What there is to do. */
    public enum Action {
        /** It is as it must be. */
        UNCHANGED("unchanged"),
        /** It is not there: it will be created. */
        CREATE("create"),
        /** It is there and differs: it will be changed. */
        CHANGE("change"),
        /** It can't be done over the provider's API: somebody must do it. */
        BY_HAND("by hand");

        private final String words;

        Action(String words) {
            this.words = words;
        }

        /**
         * Tells whether it is written to the provider.
         *
         * @return true for {@link #CREATE} and {@link #CHANGE}
         */
        public boolean writes() {
            return this == CREATE || this == CHANGE;
        }

        /**
         * Names it for people.
         *
         * @return a word or two
         */
        public String inWords() {
            return words;
        }
    }

    /** Copies the details. */
    public WebhookStep {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(action, "action");
        details = List.copyOf(details);
    }

    /**
     * Names it.
     *
     * @return kind and name
     */
    public String subject() {
        return kind.inWords() + " " + name;
    }

    /**
     * Tells all in one line.
     *
     * @return a text for people
     */
    @Override
    public String toString() {
        return action.inWords() + " " + subject() + (details.isEmpty() ? "" : ": " + String.join("; ", details));
    }
}
