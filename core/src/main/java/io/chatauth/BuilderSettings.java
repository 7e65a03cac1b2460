package io.chatauth;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The methods of {@link ChatAuthBuilder} that set one option each, and those that bring many at once. Nothing is checked
 * here: what is wrong is found by {@code build()}, together with everything else.
 *
 * @param <B> the builder
 */
abstract class BuilderSettings<B extends BuilderSettings<B>> extends AccountSettings<B> {
    BuilderSettings() {}

    /**
     * Sets the countries that messages may go to, {@code chatauth.countries}. A base URL on this machine needs none.
     *
     * @param codes ISO 3166 codes such as {@code GB}
     * @return this builder
     */
    public B countries(String... codes) {
        return set("countries", join(codes));
    }

    /**
     * Lets messages go to all countries. What that may cost is a choice to be made with open eyes.
     *
     * @return this builder
     */
    public B allCountries() {
        return set("countries", "all");
    }

    /**
     * Sets the country that numbers without a country code belong to, {@code chatauth.region}. Without it such numbers are
     * refused.
     *
     * @param code an ISO 3166 code such as {@code GB}
     * @return this builder
     */
    public B region(String code) {
        return set("region", code);
    }

    /**
     * Sets the key ring that codes and tokens are derived from, as text: {@code chatauth.keys}.
     *
     * @param ring the text of the ring
     * @return this builder
     */
    public B keys(String ring) {
        return set("keys", ring);
    }

    /**
     * Sets where the provider reaches this application, {@code chatauth.webhook.base-url}.
     *
     * @param url https, or http on this machine
     * @return this builder
     */
    public B webhookUrl(URI url) {
        return set("webhook.base-url", url.toString());
    }

    /**
     * Sets the page behind links, {@code chatauth.login-page}: where the receiver of webhooks is reached, with {@code /_page},
     * such as {@code https://bank.example/chatauth/_page}. With it there are the built-in templates
     * {@link io.chatauth.flow.FlowTemplates#LOGIN_LINK} and {@link io.chatauth.flow.FlowTemplates#TRANSACTION_LINK}.
     *
     * @param page an https URL (http on this machine) without query and fragment; a slash and the token follow
     * @return this builder
     */
    public B loginPage(URI page) {
        return set("login-page", page.toString());
    }

    /**
     * Names the cookie in which the application keeps the binding, {@code chatauth.page.cookie}. The page behind links reads
     * it; it is set by the application, on the page's host.
     *
     * @param name the name; {@code __Host-chatauth} without it
     * @return this builder
     */
    public B pageCookie(String name) {
        return set("page.cookie", name);
    }

    /**
     * Lists where the page behind links may send people on, {@code chatauth.page.next}. Nowhere without it.
     *
     * @param targets whole URIs, compared letter by letter, and paths of the page's own origin with all below them
     * @return this builder
     */
    public B pageNext(String... targets) {
        return set("page.next", join(targets));
    }

    /**
     * Sets the number that people call to activate a card, {@code chatauth.call-number}. With it there is the built-in
     * template {@link io.chatauth.flow.FlowTemplates#CARD_ACTIVATION}.
     *
     * @param number a plus and 3 to 15 digits, such as {@code +441123456789}
     * @return this builder
     */
    public B callNumber(String number) {
        return set("call-number", number);
    }

    /**
     * Sets how many requests to one endpoint may be in flight, {@code chatauth.dispatch.requests-per-lane}.
     *
     * @param requests 1 to 64; 4 without it
     * @return this builder
     */
    public B requestsPerLane(int requests) {
        return set("dispatch.requests-per-lane", Integer.toString(requests));
    }

    /**
     * Sets how many messages may wait to be sent, {@code chatauth.dispatch.queue}. One more gets a {@link BusyException}.
     *
     * @param messages 1 to 1000000; 10000 without it
     * @return this builder
     */
    public B queue(int messages) {
        return set("dispatch.queue", Integer.toString(messages));
    }

    /**
     * Sets how often one message is tried, {@code chatauth.dispatch.tries}.
     *
     * @param times 1 to 10, the first time included; 4 without it
     * @return this builder
     */
    public B tries(int times) {
        return set("dispatch.tries", Integer.toString(times));
    }

    /**
     * Sets how long one message is tried, {@code chatauth.dispatch.try-for}.
     *
     * @param duration 1 second to 1 hour; 30 seconds without it
     * @return this builder
     */
    public B tryFor(Duration duration) {
        return set("dispatch.try-for", duration.toString());
    }

    /**
     * Sets how long closing waits for what is in flight, {@code chatauth.close-timeout}.
     *
     * @param timeout 0 to 10 minutes; 10 seconds without it
     * @return this builder
     */
    public B closeTimeout(Duration timeout) {
        return set("close-timeout", timeout.toString());
    }

    /**
     * Sets how many challenges the in-memory store holds, {@code chatauth.max-challenges}.
     *
     * @param challenges 1 to 10000000; 100000 without it
     * @return this builder
     */
    public B maxChallenges(int challenges) {
        return set("max-challenges", Integer.toString(challenges));
    }

    /**
     * Sets how long an ended challenge is kept, so that a late or second answer is known for what it is:
     * {@code chatauth.retention}.
     *
     * @param duration 10 minutes to 30 days; 1 hour without it
     * @return this builder
     */
    public B retention(Duration duration) {
        return set("retention", duration.toString());
    }

    /**
     * Limits what one recipient gets in 10 minutes, {@code chatauth.limit.sends-per-recipient-10m}.
     *
     * @param messages 1 to 100000, over all flows and channels, or 0 for no limit; 5 without it
     * @return this builder
     */
    public B sendsPerTenMinutes(int messages) {
        return set("limit.sends-per-recipient-10m", Integer.toString(messages));
    }

    /**
     * Limits what one recipient gets in 24 hours, {@code chatauth.limit.sends-per-recipient-24h}.
     *
     * @param messages 1 to 100000, over all flows and channels, or 0 for no limit; 10 without it
     * @return this builder
     */
    public B sendsPerDay(int messages) {
        return set("limit.sends-per-recipient-24h", Integer.toString(messages));
    }

    /**
     * Limits the wrong answers of one recipient in 24 hours, {@code chatauth.limit.failures-per-recipient-24h}.
     *
     * @param failures 1 to 100, over all challenges, or 0 for no limit; 20 without it
     * @return this builder
     */
    public B failuresPerDay(int failures) {
        return set("limit.failures-per-recipient-24h", Integer.toString(failures));
    }

    /**
     * Sets the least time between two attempts of one recipient after the second wrong one,
     * {@code chatauth.limit.attempt-gap}.
     *
     * @param gap 0 to 5 minutes; 3 seconds without it
     * @return this builder
     */
    public B attemptGap(Duration gap) {
        return set("limit.attempt-gap", gap.toString());
    }

    /**
     * Sets the waits before the first resend, the second and so on, {@code chatauth.limit.resend-cooldowns}.
     *
     * @param waits 1 second to 1 day each, the last one repeats; 30, 60, 120 and 300 seconds without it
     * @return this builder
     */
    public B resendCooldowns(List<Duration> waits) {
        return set(
                "limit.resend-cooldowns", waits.stream().map(Duration::toString).collect(Collectors.joining(",")));
    }

    /**
     * Sets the figure of one of the limits that {@link ChatAuth#limits} lists, {@code chatauth.limit.<name>}.
     *
     * @param name its name, such as {@code starts-per-ip-10m}
     * @param figure what it allows; 0 turns it off, which is logged loudly
     * @return this builder
     */
    public B limit(String name, int figure) {
        return set("limit." + name, Integer.toString(figure));
    }

    /**
     * Sets how long nobody is asked again who answered a question with no, {@code chatauth.limit.pause-after-no}.
     *
     * @param pause 0 to 1 day; 10 minutes without it
     * @return this builder
     */
    public B pauseAfterNo(Duration pause) {
        return set("limit.pause-after-no", pause.toString());
    }

    /**
     * Names who passes the limits of messages per recipient, prefix, country and day, {@code chatauth.limit.allow}; such as the
     * numbers of testers. Wrong answers are limited for them, too.
     *
     * @param entries numbers such as {@code +441134960001}, beginnings such as {@code +44113*}, or user ids
     * @return this builder
     */
    public B allow(String... entries) {
        return set("limit.allow", join(entries));
    }

    /**
     * Names who is never written to, {@code chatauth.limit.deny}, whatever else is allowed.
     *
     * @param entries as for {@link #allow}
     * @return this builder
     */
    public B deny(String... entries) {
        return set("limit.deny", join(entries));
    }

    /**
     * Says whether limits are only counted and told as events, and nothing is refused, {@code chatauth.limit.record-only}: to see
     * what they would do. It is logged loudly.
     *
     * @param only true to refuse nothing
     * @return this builder
     */
    public B recordOnly(boolean only) {
        return set("limit.record-only", Boolean.toString(only));
    }

    /**
     * Sets one property, such as {@code chatauth.channel.whatsapp.api-version}. The builder's own methods go before
     * properties, properties before the environment.
     *
     * @param name its full name; one that does not begin with {@code chatauth.} is passed over
     * @param value its value; a blank one counts as not set
     * @return this builder
     */
    public B property(String name, String value) {
        inputs.property(name, value);
        return self();
    }

    /**
     * Sets many properties, each as with {@link #property}.
     *
     * @param properties values by full name
     * @return this builder
     */
    public B properties(Map<String, String> properties) {
        properties.forEach(inputs::property);
        return self();
    }

    /**
     * Sets many properties, their defaults included, each as with {@link #property}.
     *
     * @param properties values by full name
     * @return this builder
     */
    public B properties(Properties properties) {
        for (String name : properties.stringPropertyNames()) {
            inputs.property(name, Objects.requireNonNull(properties.getProperty(name)));
        }
        return self();
    }

    /**
     * Sets what environment variables say: a property's name in upper case, with underscores for dots and hyphens.
     *
     * @param variables values by name; those that don't begin with {@code CHATAUTH_} are passed over
     * @return this builder
     */
    public B environment(Map<String, String> variables) {
        variables.forEach(inputs::variable);
        return self();
    }

    /**
     * Reads the system properties and the environment of this process. Without this call neither is looked at.
     *
     * @return this builder
     */
    public B fromSystem() {
        return properties(System.getProperties()).environment(System.getenv());
    }
}
