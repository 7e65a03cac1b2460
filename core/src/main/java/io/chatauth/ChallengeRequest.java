package io.chatauth;

import io.chatauth.internal.text.Masking;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the application asks for, whatever the flow: whom, by which channel, for which purpose, with which values. The
 * built-in flows have typed builders over it; a flow of your own brings one of its own by extending {@link Builder}.
 *
 * <p>Immutable. It holds personal values: {@link #toString()} hides them.
 */
public final class ChallengeRequest {
    /**
     * What the provider sends by SMS if the message is not delivered.
     *
     * @param sender the SMS sender
     * @param text the text, with placeholders
     * @param after how long the channel may try before; empty for 45 s
     */
    public record SmsText(String sender, String text, Optional<Duration> after) {
        /** Checks that all parts are there. */
        public SmsText {
            Objects.requireNonNull(sender, "sender");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(after, "after");
        }
    }

    private final Builder<?> data;

    private ChallengeRequest(Builder<?> data) {
        this.data = data;
    }

    /**
     * Gives the flow.
     *
     * @return its id
     */
    public FlowId flow() {
        return data.flow;
    }

    /**
     * Gives the recipient as the caller wrote it.
     *
     * @return the address, not yet canonical
     */
    public Address to() {
        return data.to;
    }

    /**
     * Gives the channel.
     *
     * @return its id
     */
    public ChannelId channel() {
        if (data.channel == null) {
            throw new RequestException("the request names no channel; add via(\"whatsapp\") or another channel's id");
        }
        return data.channel;
    }

    /**
     * Gives the purpose. An answer counts only for the purpose it was asked for.
     *
     * @return the purpose, not blank
     */
    public String purpose() {
        if (data.purpose == null) {
            throw new RequestException(
                    "the request names no purpose; add purpose(\"login\") or another word that verify() will repeat");
        }
        return data.purpose;
    }

    /**
     * Gives the tenant.
     *
     * @return the tenant, {@link Tenant#DEFAULT} if none was named
     */
    public Tenant tenant() {
        return data.tenant;
    }

    /**
     * Gives the application's own name for the person.
     *
     * @return the subject; empty if the application does not know the person
     */
    public Optional<String> subject() {
        return Optional.ofNullable(data.subject);
    }

    /**
     * Gives the wished language.
     *
     * @return the language; empty for the template's default
     */
    public Optional<Language> language() {
        return Optional.ofNullable(data.language);
    }

    /**
     * Gives the wished template.
     *
     * @return its name; empty for the flow's own
     */
    public Optional<String> template() {
        return Optional.ofNullable(data.template);
    }

    /**
     * Gives the values of placeholders.
     *
     * @return the values by placeholder
     */
    public Map<String, String> values() {
        return Map.copyOf(data.values);
    }

    /**
     * Gives what only the flow understands.
     *
     * @return the settings by name
     */
    public Map<String, String> settings() {
        return Map.copyOf(data.settings);
    }

    /**
     * Gives the wished time to live.
     *
     * @return how long the challenge may be answered; empty for the flow's default
     */
    public Optional<Duration> timeToLive() {
        return Optional.ofNullable(data.timeToLive);
    }

    /**
     * Gives the sender.
     *
     * @return the sender, as the channel names it; empty for the configured one
     */
    public Optional<String> sender() {
        return Optional.ofNullable(data.sender);
    }

    /**
     * Gives the text that reports shall carry.
     *
     * @return the text; empty if there is none
     */
    public Optional<String> callbackData() {
        return Optional.ofNullable(data.callbackData);
    }

    /**
     * Gives the SMS for the case that the message is not delivered.
     *
     * @return the SMS; empty if there is none
     */
    public Optional<SmsText> smsFailover() {
        return Optional.ofNullable(data.smsFailover);
    }

    /**
     * Says the flow and the masked recipient.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "ChallengeRequest[" + data.flow + " to " + data.to.masked() + "]";
    }

    /**
     * Builds a {@link ChallengeRequest}. Flows extend it with methods of their own. Not safe for use by many threads.
     *
     * @param <B> the builder's own type, so that calls can be chained
     */
    public abstract static class Builder<B extends Builder<B>> {
        private static final int LONGEST_TEXT = 4000;
        private static final int LONGEST_NAME = 100;

        private final FlowId flow;
        private final Address to;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, String> settings = new LinkedHashMap<>();
        private Tenant tenant = Tenant.DEFAULT;
        private @Nullable ChannelId channel;
        private @Nullable String purpose;
        private @Nullable String subject;
        private @Nullable Language language;
        private @Nullable String template;
        private @Nullable Duration timeToLive;
        private @Nullable String sender;
        private @Nullable String callbackData;
        private @Nullable SmsText smsFailover;

        /**
         * For builders of flows.
         *
         * @param flow the flow
         * @param to the recipient as the caller writes it
         */
        protected Builder(FlowId flow, Address to) {
            this.flow = Objects.requireNonNull(flow, "flow");
            this.to = Objects.requireNonNull(to, "to");
        }

        /**
         * Gives this builder in its own type.
         *
         * @return this
         */
        protected abstract B self();

        /**
         * Sets what only the flow understands.
         *
         * @param name the setting's name
         * @param value its value
         * @return this builder
         */
        protected final B setting(String name, String value) {
            settings.put(name, value);
            return self();
        }

        /**
         * Sets the channel.
         *
         * @param id the channel's id, such as {@code whatsapp}
         * @return this builder
         * @throws IllegalArgumentException if it has not the form of an id
         */
        public final B via(String id) {
            return via(ChannelId.of(id));
        }

        /**
         * Sets the channel.
         *
         * @param id the channel's id
         * @return this builder
         */
        public final B via(ChannelId id) {
            channel = Objects.requireNonNull(id, "id");
            return self();
        }

        /**
         * Sets the purpose: a word such as {@code login}. {@code verify} must repeat it.
         *
         * @param word 1 to 100 characters
         * @return this builder
         * @throws IllegalArgumentException if blank or too long
         */
        public final B purpose(String word) {
            purpose = name(word, "purpose");
            return self();
        }

        /**
         * Sets the tenant; without it, {@link Tenant#DEFAULT}.
         *
         * @param id the tenant
         * @return this builder
         */
        public final B tenant(Tenant id) {
            tenant = Objects.requireNonNull(id, "id");
            return self();
        }

        /**
         * Sets the application's own name for the person, such as a user id. It is bound into the code.
         *
         * @param id 1 to 100 characters, never an address on one channel
         * @return this builder
         * @throws IllegalArgumentException if blank or too long
         */
        public final B subject(String id) {
            subject = name(id, "subject");
            return self();
        }

        /**
         * Wishes for a language; without it, the template's default.
         *
         * @param code such as {@code en} or {@code en_GB}
         * @return this builder
         */
        public final B language(String code) {
            return language(Language.of(code));
        }

        /**
         * Wishes for a language; without it, the template's default.
         *
         * @param wish the language, or a verbatim code
         * @return this builder
         */
        public final B language(Language wish) {
            language = Objects.requireNonNull(wish, "wish");
            return self();
        }

        /**
         * Wishes for a template; without it, the flow's own.
         *
         * @param name its name
         * @return this builder
         */
        public final B template(String name) {
            template = Objects.requireNonNull(name, "name");
            return self();
        }

        /**
         * Sets the value of a placeholder.
         *
         * @param placeholder its name
         * @param value what the person will read
         * @return this builder
         */
        public final B value(String placeholder, String value) {
            values.put(Objects.requireNonNull(placeholder, "placeholder"), Objects.requireNonNull(value, "value"));
            return self();
        }

        /**
         * Sets how long the challenge may be answered; without it, the flow's default.
         *
         * @param duration the time to live
         * @return this builder
         */
        public final B timeToLive(Duration duration) {
            timeToLive = Objects.requireNonNull(duration, "duration");
            return self();
        }

        /**
         * Sets the sender; without it, the configured one.
         *
         * @param id the sender, as the channel names it
         * @return this builder
         */
        public final B sender(String id) {
            sender = Objects.requireNonNull(id, "id");
            return self();
        }

        /**
         * Sets the text that reports shall carry. It travels in clear: nothing secret.
         *
         * @param text at most 4000 characters
         * @return this builder
         * @throws IllegalArgumentException if it is longer
         */
        public final B callbackData(String text) {
            if (text.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException(
                        "callbackData has at most " + LONGEST_TEXT + " characters, not " + text.length());
            }
            callbackData = text;
            return self();
        }

        /**
         * Lets the provider send an SMS if the message is not delivered within 45 s, or within half of the time to live if
         * that is shorter. Only channels with SMS failover take it, and only for phone numbers.
         *
         * @param smsSender the SMS sender
         * @param text the text, with the template's placeholders
         * @return this builder
         */
        public final B smsFailover(String smsSender, String text) {
            smsFailover = new SmsText(smsSender, text, Optional.empty());
            return self();
        }

        /**
         * Lets the provider send an SMS if the message is not delivered in time. WhatsApp can't be told a time: there the SMS
         * goes out when WhatsApp gives up.
         *
         * @param smsSender the SMS sender
         * @param text the text, with the template's placeholders
         * @param after how long the channel may try: 30 s or more, and at most half of the time to live
         * @return this builder
         */
        public final B smsFailover(String smsSender, String text, Duration after) {
            smsFailover = new SmsText(smsSender, text, Optional.of(after));
            return self();
        }

        /**
         * Makes the request. Channel and purpose are checked when it is started.
         *
         * @return the request
         */
        public final ChallengeRequest build() {
            return new ChallengeRequest(new Frozen(this));
        }

        private static String name(String value, String what) {
            Objects.requireNonNull(value, what);
            if (value.isBlank() || value.length() > LONGEST_NAME) {
                throw new IllegalArgumentException(
                        "a " + what + " has 1 to " + LONGEST_NAME + " characters, not '" + Masking.clean(value) + "'");
            }
            return value;
        }
    }

    /** A copy that nobody else can change. */
    private static final class Frozen extends Builder<Frozen> {
        Frozen(Builder<?> other) {
            super(other.flow, other.to);
            super.values.putAll(other.values);
            super.settings.putAll(other.settings);
            super.tenant = other.tenant;
            super.channel = other.channel;
            super.purpose = other.purpose;
            super.subject = other.subject;
            super.language = other.language;
            super.template = other.template;
            super.timeToLive = other.timeToLive;
            super.sender = other.sender;
            super.callbackData = other.callbackData;
            super.smsFailover = other.smsFailover;
        }

        @Override
        protected Frozen self() {
            return this;
        }
    }
}
