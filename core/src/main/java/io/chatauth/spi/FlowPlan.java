package io.chatauth.spi;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a flow wants to be sent and how long it may be answered. Holds personal values: {@link #toString()} hides them. */
public final class FlowPlan {
    private final Builder data;

    private FlowPlan(Builder data) {
        this.data = data;
    }

    /**
     * Begins a plan.
     *
     * @param template the name of the template
     * @param timeToLive how long the challenge may be answered; the engine takes 30 seconds to 8 minutes where there is
     *     a secret, up to 90 days elsewhere
     * @return a builder
     */
    public static Builder of(String template, Duration timeToLive) {
        return new Builder(template, timeToLive);
    }

    /**
     * Gives the template.
     *
     * @return its name
     */
    public String template() {
        return data.template;
    }

    /**
     * Gives the time to live.
     *
     * @return how long the challenge may be answered
     */
    public Duration timeToLive() {
        return data.timeToLive;
    }

    /**
     * Gives the values of the placeholders, without that of the secret.
     *
     * @return the values by placeholder
     */
    public Map<String, String> values() {
        return Map.copyOf(data.values);
    }

    /**
     * Gives the secret that the flow needs.
     *
     * @return the spec; empty if it needs none
     */
    public Optional<SecretSpec> secret() {
        return Optional.ofNullable(data.secret);
    }

    /**
     * Gives how many answers may be tried.
     *
     * @return 1 to 10
     */
    public int maxAttempts() {
        return data.maxAttempts;
    }

    /**
     * Gives how often the message may be sent, the first time included.
     *
     * @return 1 to 10
     */
    public int maxSends() {
        return data.maxSends;
    }

    /**
     * Says the template only.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "FlowPlan[" + data.template + "]";
    }

    /** Builds a {@link FlowPlan}. Not safe for use by many threads. */
    public static final class Builder {
        private static final int MOST = 10;

        private final String template;
        private final Duration timeToLive;
        private final Map<String, String> values = new LinkedHashMap<>();
        private @Nullable SecretSpec secret;
        private int maxAttempts = 5;
        private int maxSends = 5;

        private Builder(String template, Duration timeToLive) {
            this.template = Objects.requireNonNull(template, "template");
            this.timeToLive = Objects.requireNonNull(timeToLive, "timeToLive");
        }

        private Builder(Builder other) {
            this(other.template, other.timeToLive);
            values.putAll(other.values);
            secret = other.secret;
            maxAttempts = other.maxAttempts;
            maxSends = other.maxSends;
        }

        /**
         * Adds values of placeholders.
         *
         * @param more the values by placeholder
         * @return this builder
         */
        public Builder values(Map<String, String> more) {
            values.putAll(more);
            return this;
        }

        /**
         * Asks for a secret.
         *
         * @param spec its form
         * @return this builder
         */
        public Builder secret(SecretSpec spec) {
            secret = Objects.requireNonNull(spec, "spec");
            return this;
        }

        /**
         * Sets how many answers may be tried; without it, 5.
         *
         * @param attempts 1 to 10
         * @return this builder
         * @throws IllegalArgumentException if out of range
         */
        public Builder maxAttempts(int attempts) {
            maxAttempts = inRange(attempts, "attempts");
            return this;
        }

        /**
         * Sets how often the message may be sent; without it, 5.
         *
         * @param sends 1 to 10, the first time included
         * @return this builder
         * @throws IllegalArgumentException if out of range
         */
        public Builder maxSends(int sends) {
            maxSends = inRange(sends, "sends");
            return this;
        }

        /**
         * Makes the plan.
         *
         * @return the plan
         */
        public FlowPlan build() {
            return new FlowPlan(new Builder(this));
        }

        private static int inRange(int value, String what) {
            if (value < 1 || value > MOST) {
                throw new IllegalArgumentException("a challenge allows 1 to " + MOST + " " + what + ", not " + value);
            }
            return value;
        }
    }
}
