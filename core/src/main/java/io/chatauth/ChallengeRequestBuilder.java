package io.chatauth;

import io.chatauth.ChallengeRequest.SmsText;
import io.chatauth.internal.text.Masking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link ChallengeRequest}. Flows extend it with methods of their own. Not safe for use by many threads.
 *
 * @param <B> the builder's own type, so that calls can be chained
 */
public abstract class ChallengeRequestBuilder<B extends ChallengeRequestBuilder<B>> {
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_BINDING = 16;
    private static final int LONGEST_BINDING = 200;

    final FlowId flow;
    final @Nullable Address to;
    final Map<String, String> values = new LinkedHashMap<>();
    final Map<String, String> settings = new LinkedHashMap<>();
    Tenant tenant = Tenant.DEFAULT;

    @Nullable
    Route route;

    @Nullable
    String purpose;

    @Nullable
    String subject;

    @Nullable
    Language language;

    @Nullable
    String template;

    @Nullable
    Duration timeToLive;

    @Nullable
    String sender;

    @Nullable
    String callbackData;

    @Nullable
    SmsText smsFailover;

    @Nullable
    String binding;

    @Nullable
    String ip;

    boolean decoy;

    /**
     * For builders of flows.
     *
     * @param flow the flow
     * @param to the recipient as the caller writes it
     */
    protected ChallengeRequestBuilder(FlowId flow, Address to) {
        this.flow = Objects.requireNonNull(flow, "flow");
        this.to = Objects.requireNonNull(to, "to");
    }

    /**
     * For builders of flows that nobody is written to at first: the person writes.
     *
     * @param flow the flow
     */
    protected ChallengeRequestBuilder(FlowId flow) {
        this.flow = Objects.requireNonNull(flow, "flow");
        this.to = null;
    }

    /** Copies what another has gathered. */
    ChallengeRequestBuilder(ChallengeRequestBuilder<?> other) {
        flow = other.flow;
        to = other.to;
        values.putAll(other.values);
        settings.putAll(other.settings);
        tenant = other.tenant;
        route = other.route;
        purpose = other.purpose;
        subject = other.subject;
        language = other.language;
        template = other.template;
        timeToLive = other.timeToLive;
        sender = other.sender;
        callbackData = other.callbackData;
        smsFailover = other.smsFailover;
        binding = other.binding;
        ip = other.ip;
        decoy = other.decoy;
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
     * Sets the channel. The message goes by this one and by no other.
     *
     * @param id the channel's id, such as {@code whatsapp}
     * @return this builder
     * @throws IllegalArgumentException if it has not the form of an id
     */
    public final B via(String id) {
        return via(ChannelId.of(id));
    }

    /**
     * Sets the channel. The message goes by this one and by no other.
     *
     * @param id the channel's id
     * @return this builder
     */
    public final B via(ChannelId id) {
        return via(Route.standalone(Route.Step.of(id)));
    }

    /**
     * Sets several channels: if the message is not delivered on the first within {@link Route#USUAL_WAIT}, or fails there, it
     * goes out on the next, and so on.
     *
     * @param first the first channel's id
     * @param second the next one's
     * @param more further ones
     * @return this builder
     * @throws IllegalArgumentException if one has not the form of an id, one comes twice, or there are more than
     *     {@value Route#MOST_STEPS}
     */
    public final B via(String first, String second, String... more) {
        List<Route.Step> steps = new ArrayList<>(List.of(Route.Step.of(first), Route.Step.of(second)));
        for (String id : more) {
            steps.add(Route.Step.of(id));
        }
        return via(Route.standalone(steps));
    }

    /**
     * Sets the route.
     *
     * @param way the channels, and what each waits for
     * @return this builder
     */
    public final B via(Route way) {
        route = Objects.requireNonNull(way, "way");
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
     * Sets the sender on the first channel; without it, that of the step, else the configured one.
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
     * Ties the challenge to the browser or device that starts it: a random value that the application keeps there, such as
     * in a cookie with {@code __Host-}, {@code HttpOnly} and {@code Secure}. Only who shows it again gets the approval, and
     * after one the device is known for this recipient for 90 days: strangers' wrong answers don't lock it out. Only a
     * keyed hash of it is stored.
     *
     * @param value 16 to 200 characters that can't be guessed
     * @return this builder
     * @throws IllegalArgumentException if it is shorter or longer
     */
    public final B binding(String value) {
        if (value.length() < SHORTEST_BINDING || value.length() > LONGEST_BINDING) {
            throw new IllegalArgumentException("a binding has " + SHORTEST_BINDING + " to " + LONGEST_BINDING
                    + " characters, this one has " + value.length());
        }
        binding = value;
        return self();
    }

    /**
     * Says from which IP address the request came, so that what one address may ask for is bounded. Behind a proxy: the
     * address that your own proxy vouches for, never a header that anybody may write.
     *
     * @param address an IPv4 or IPv6 address in digits; no name
     * @return this builder
     */
    public final B ip(String address) {
        ip = Objects.requireNonNull(address, "address");
        return self();
    }

    /**
     * Asks for a challenge that looks like any other and sends nothing: for a person whom the application doesn't know, so
     * that nobody can tell.
     *
     * @return this builder
     */
    public final B decoy() {
        decoy = true;
        return self();
    }

    /**
     * Makes the request. Channel and purpose are checked when it is started.
     *
     * @return the request
     */
    public final ChallengeRequest build() {
        return new ChallengeRequest(new ChallengeRequest.Frozen(this));
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
