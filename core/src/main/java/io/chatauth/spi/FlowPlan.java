package io.chatauth.spi;

import io.chatauth.Assurance;
import io.chatauth.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
     * @return 1 to 10; always 1 where two digits are asked for
     */
    public int maxAttempts() {
        return numberMatch() ? 1 : data.maxAttempts;
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
     * Gives the placeholder of the link to the challenge's own page.
     *
     * @return the placeholder that the engine fills with the link's token; empty if there is no page
     */
    public Optional<String> link() {
        return Optional.ofNullable(data.link);
    }

    /**
     * Tells where the person is sent after the page.
     *
     * @return a URL or path that the configuration allows; empty to stay there
     */
    public Optional<String> next() {
        return Optional.ofNullable(data.next);
    }

    /**
     * Tells whether the message asks for a yes or no.
     *
     * @return true if replies count
     */
    public boolean question() {
        return data.question;
    }

    /**
     * Tells whether two digits are shown where the challenge began and asked for wherever else it is approved.
     *
     * @return true if a yes needs them; always where there is a link, since it may be opened in another browser
     */
    public boolean numberMatch() {
        return data.numberMatch || data.link != null;
    }

    /**
     * Gives what is confirmed.
     *
     * @return the transaction that every code, link and payload is bound to; empty if there is none
     */
    public Optional<Transaction> transaction() {
        return Optional.ofNullable(data.transaction);
    }

    /**
     * Gives the least assurance that decides: a weaker yes changes nothing, and the person is told how to answer.
     *
     * @return {@link Assurance#NONE} unless the plan says otherwise
     */
    public Assurance least() {
        return data.least;
    }

    /**
     * Tells whether the request must have a binding, which then every answer of the application must show.
     *
     * @return true if so
     */
    public boolean bound() {
        return data.bound;
    }

    /**
     * Tells whether the person writes first: nothing is sent, and the template is the text that the person sends.
     *
     * @return true if so
     */
    public boolean invite() {
        return data.invite;
    }

    /**
     * Gives when the message is sent again by itself.
     *
     * @return after how long, each counted from the message before it; at most 3
     */
    public List<Duration> reminders() {
        return List.copyOf(data.reminders);
    }

    /**
     * Gives the plan for recipients whose replies can't be traced.
     *
     * @return the other plan; empty if there is none
     */
    public Optional<FlowPlan> withoutReplies() {
        return Optional.ofNullable(data.withoutReplies);
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
        private static final int MOST_REMINDERS = 3;
        private static final Duration SOONEST_REMINDER = Duration.ofHours(1);

        private final String template;
        private final Duration timeToLive;
        private final Map<String, String> values = new LinkedHashMap<>();
        private @Nullable SecretSpec secret;
        private int maxAttempts = 5;
        private int maxSends = 5;
        private @Nullable String link;
        private @Nullable String next;
        private boolean question;
        private boolean numberMatch;
        private @Nullable Transaction transaction;
        private boolean bound;
        private Assurance least = Assurance.NONE;
        private boolean invite;
        private final List<Duration> reminders = new ArrayList<>();
        private @Nullable FlowPlan withoutReplies;

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
            link = other.link;
            next = other.next;
            question = other.question;
            numberMatch = other.numberMatch;
            transaction = other.transaction;
            bound = other.bound;
            least = other.least;
            invite = other.invite;
            reminders.addAll(other.reminders);
            withoutReplies = other.withoutReplies;
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
         * Puts a link to the challenge's own page into the message.
         *
         * @param placeholder the template's placeholder that the engine fills with the link's token
         * @return this builder
         */
        public Builder link(String placeholder) {
            link = Objects.requireNonNull(placeholder, "placeholder");
            return this;
        }

        /**
         * Sends the person on after the page.
         *
         * @param target a URL or path; the engine refuses what the configuration does not allow
         * @return this builder
         */
        public Builder next(String target) {
            next = Objects.requireNonNull(target, "target");
            return this;
        }

        /**
         * Says that the message asks for a yes or no: taps, quotes and bare replies become answers.
         *
         * @return this builder
         */
        public Builder question() {
            question = true;
            return this;
        }

        /**
         * Shows two digits where the challenge began and asks for them wherever else it is approved, once.
         *
         * @return this builder
         */
        public Builder numberMatch() {
            numberMatch = true;
            return this;
        }

        /**
         * Binds every code, link and payload to what is confirmed.
         *
         * @param what the transaction
         * @return this builder
         */
        public Builder transaction(Transaction what) {
            transaction = Objects.requireNonNull(what, "what");
            return this;
        }

        /**
         * Lets only answers of some strength say yes. A no counts at any.
         *
         * @param assurance the least that counts
         * @return this builder
         */
        public Builder least(Assurance assurance) {
            least = Objects.requireNonNull(assurance, "assurance");
            return this;
        }

        /**
         * Demands a binding of the request, which then every answer of the application must show.
         *
         * @return this builder
         */
        public Builder bound() {
            bound = true;
            return this;
        }

        /**
         * Lets the person write first: nothing is sent, and the template is the text that the person sends, with the code
         * that the engine makes in {@code {{code}}}.
         *
         * @return this builder
         */
        public Builder invite() {
            invite = true;
            return this;
        }

        /**
         * Sends the message again by itself while the challenge is open.
         *
         * @param after after how long, counted from the message before it, an hour or more
         * @return this builder
         * @throws IllegalArgumentException if it is sooner, or the fourth reminder
         */
        public Builder reminder(Duration after) {
            if (after.compareTo(SOONEST_REMINDER) < 0) {
                throw new IllegalArgumentException(
                        "a reminder follows after " + SOONEST_REMINDER + " or later, not after " + after);
            }
            if (reminders.size() == MOST_REMINDERS) {
                throw new IllegalArgumentException("a challenge has at most " + MOST_REMINDERS + " reminders");
            }
            reminders.add(after);
            return this;
        }

        /**
         * Gives another plan for recipients whose replies can't be traced: a code, typed where the challenge began.
         *
         * @param other the other plan
         * @return this builder
         */
        public Builder withoutReplies(FlowPlan other) {
            withoutReplies = Objects.requireNonNull(other, "other");
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
