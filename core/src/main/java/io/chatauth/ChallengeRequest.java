package io.chatauth;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the application asks for, whatever the flow: whom, by which channel, for which purpose, with which values. The
 * built-in flows have typed builders over it; a flow of your own brings one of its own by extending {@link ChallengeRequestBuilder}.
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

    private final ChallengeRequestBuilder<?> data;

    ChallengeRequest(ChallengeRequestBuilder<?> data) {
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
     * @return the address, not yet canonical; empty where nobody is written to and the person writes first
     */
    public Optional<Address> to() {
        return Optional.ofNullable(data.to);
    }

    /**
     * Gives the channel of the first step.
     *
     * @return its id
     * @throws RequestException if the request names none
     */
    public ChannelId channel() {
        return route().steps().get(0).channel();
    }

    /**
     * Gives the route.
     *
     * @return the channels, in the order in which they are tried
     * @throws RequestException if the request names none
     */
    public Route route() {
        if (data.route == null) {
            throw new RequestException("the request names no channel; add via(\"whatsapp\") or another channel's id");
        }
        return data.route;
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
     * Gives the sender on the first step's channel.
     *
     * @return the sender, as the channel names it; empty for the step's or the configured one
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
     * Gives what ties the challenge to the browser or device that starts it.
     *
     * @return the value, as the application keeps it; empty if there is none
     */
    public Optional<String> binding() {
        return Optional.ofNullable(data.binding);
    }

    /**
     * Gives the IP address that the request came from.
     *
     * @return the address as the caller wrote it; empty if it was not said
     */
    public Optional<String> ip() {
        return Optional.ofNullable(data.ip);
    }

    /**
     * Tells whether nothing shall be sent.
     *
     * @return true for a decoy
     */
    public boolean decoy() {
        return data.decoy;
    }

    /**
     * Says the flow and the masked recipient.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "ChallengeRequest[" + data.flow
                + to().map(address -> " to " + address.masked()).orElse("") + "]";
    }

    /** A copy that nobody else can change. */
    static final class Frozen extends ChallengeRequestBuilder<Frozen> {
        Frozen(ChallengeRequestBuilder<?> other) {
            super(other);
        }

        @Override
        protected Frozen self() {
            return this;
        }
    }
}
