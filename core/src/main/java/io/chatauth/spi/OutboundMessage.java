package io.chatauth.spi;

import io.chatauth.Address;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.WindowForm;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message that is ready for encoding. It may hold a code: {@link #toString()} says ids only. Immutable. */
public final class OutboundMessage {
    /**
     * An SMS that the provider sends if the message is not delivered.
     *
     * @param sender the SMS sender
     * @param text the text
     * @param after how long the channel may try before, on channels that can be told
     */
    public record SmsFailover(String sender, String text, Duration after) {
        /** How long the channel may try, unless somebody says otherwise. */
        public static final Duration USUAL_WAIT = Duration.ofSeconds(45);

        /** Checks that all parts are there. */
        public SmsFailover {
            Objects.requireNonNull(sender, "sender");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(after, "after");
        }

        /**
         * Makes one that waits {@link #USUAL_WAIT}.
         *
         * @param sender the SMS sender
         * @param text the text
         */
        public SmsFailover(String sender, String text) {
            this(sender, text, USUAL_WAIT);
        }

        /**
         * Says the sender only.
         *
         * @return a text that is safe to log
         */
        @Override
        public String toString() {
            return "SmsFailover[" + sender + "]";
        }
    }

    private final Builder data;

    private OutboundMessage(Builder data) {
        this.data = data;
    }

    /**
     * Begins a message.
     *
     * @param id ChatAuth's message id
     * @param sender the sender, as the channel names it
     * @param to the canonical address
     * @param content what it shows
     * @return a builder
     */
    public static Builder of(String id, String sender, Address to, AdaptedMessage content) {
        return new Builder(id, sender, to, content);
    }

    /**
     * Gives the message id. It stays the same in every retry.
     *
     * @return the id, at most 200 characters
     */
    public String id() {
        return data.id;
    }

    /**
     * Gives the sender.
     *
     * @return the sender, as the channel names it
     */
    public String sender() {
        return data.sender;
    }

    /**
     * Gives the address.
     *
     * @return the canonical address
     */
    public Address to() {
        return data.to;
    }

    /**
     * Gives what the message shows.
     *
     * @return the content
     */
    public AdaptedMessage content() {
        return data.content;
    }

    /**
     * Gives the provider's identifier of the template.
     *
     * @return the binding; without one, the template's name
     */
    public String templateKey() {
        return data.templateKey == null ? data.content.template().source().name() : data.templateKey;
    }

    /**
     * Gives the language code, spelled as the provider wants it.
     *
     * @return the code; without one, the template's language
     */
    public String language() {
        return data.language == null ? data.content.template().source().language() : data.language;
    }

    /**
     * Gives the URL that reports shall go to.
     *
     * @return the URL; empty if none is configured
     */
    public Optional<URI> notifyUrl() {
        return Optional.ofNullable(data.notifyUrl);
    }

    /**
     * Gives the text that the caller wants to see again in reports. It travels in clear.
     *
     * @return the text, at most 4000 characters; empty if the caller gave none
     */
    public Optional<String> callbackData() {
        return Optional.ofNullable(data.callbackData);
    }

    /**
     * Gives the SMS for the case that the message is not delivered.
     *
     * @return the SMS; empty if there is none
     */
    public Optional<SmsFailover> smsFailover() {
        return Optional.ofNullable(data.smsFailover);
    }

    /**
     * Gives the time after which the message is of no use.
     *
     * @return the end of its challenge
     */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(data.expiresAt);
    }

    /**
     * Gives the form that is sent instead of the template, because the person's window is open and the form shows all of it.
     *
     * @return one of the channel's {@link io.chatauth.template.Capabilities#windowForms}; empty if the template is sent
     */
    public Optional<WindowForm> windowForm() {
        return Optional.ofNullable(data.windowForm);
    }

    /**
     * Says id, sender and masked address.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "OutboundMessage[" + data.id + " from " + data.sender + " to " + data.to.masked() + "]";
    }

    /** Builds an {@link OutboundMessage}. Not safe for use by many threads. */
    public static final class Builder {
        private final String id;
        private final String sender;
        private final Address to;
        private final AdaptedMessage content;
        private @Nullable String templateKey;
        private @Nullable String language;
        private @Nullable URI notifyUrl;
        private @Nullable String callbackData;
        private @Nullable SmsFailover smsFailover;
        private @Nullable Instant expiresAt;
        private @Nullable WindowForm windowForm;

        private Builder(String id, String sender, Address to, AdaptedMessage content) {
            this.id = Objects.requireNonNull(id, "id");
            this.sender = Objects.requireNonNull(sender, "sender");
            this.to = Objects.requireNonNull(to, "to");
            this.content = Objects.requireNonNull(content, "content");
        }

        private Builder(Builder other) {
            this(other.id, other.sender, other.to, other.content);
            templateKey = other.templateKey;
            language = other.language;
            notifyUrl = other.notifyUrl;
            callbackData = other.callbackData;
            smsFailover = other.smsFailover;
            expiresAt = other.expiresAt;
            windowForm = other.windowForm;
        }

        /**
         * Sets the provider's identifier of the template.
         *
         * @param key the binding
         * @return this builder
         */
        public Builder templateKey(String key) {
            templateKey = Objects.requireNonNull(key, "key");
            return this;
        }

        /**
         * Sets the language code.
         *
         * @param code spelled as the provider wants it
         * @return this builder
         */
        public Builder language(String code) {
            language = Objects.requireNonNull(code, "code");
            return this;
        }

        /**
         * Sets the URL that reports shall go to.
         *
         * @param url an absolute URL
         * @return this builder
         */
        public Builder notifyUrl(URI url) {
            notifyUrl = Objects.requireNonNull(url, "url");
            return this;
        }

        /**
         * Sets the text that reports shall carry.
         *
         * @param text at most 4000 characters, nothing secret
         * @return this builder
         */
        public Builder callbackData(String text) {
            callbackData = Objects.requireNonNull(text, "text");
            return this;
        }

        /**
         * Sets the SMS for the case that the message is not delivered.
         *
         * @param sms the SMS
         * @return this builder
         */
        public Builder smsFailover(SmsFailover sms) {
            smsFailover = Objects.requireNonNull(sms, "sms");
            return this;
        }

        /**
         * Sets the time after which the message is of no use.
         *
         * @param at the end of its challenge
         * @return this builder
         */
        public Builder expiresAt(Instant at) {
            expiresAt = Objects.requireNonNull(at, "at");
            return this;
        }

        /**
         * Sets the form that is sent instead of the template.
         *
         * @param form one of the channel's
         * @return this builder
         */
        public Builder windowForm(WindowForm form) {
            windowForm = Objects.requireNonNull(form, "form");
            return this;
        }

        /**
         * Makes the message.
         *
         * @return the message
         */
        public OutboundMessage build() {
            return new OutboundMessage(new Builder(this));
        }
    }
}
