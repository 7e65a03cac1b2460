package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChallengeRequest.SmsText;
import io.chatauth.ChannelId;
import io.chatauth.Language;
import io.chatauth.spi.SecretSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The personal part of a challenge: all that is needed to make its message again, and what the caller must repeat. Sealed at
 * rest.
 *
 * @param recipient the canonical recipient; empty if the person writes first
 * @param country the recipient's country
 * @param sender the sender, of a route that of its first step
 * @param purpose the purpose
 * @param subject the application's name for the person
 * @param template the template's name
 * @param language the wished language
 * @param values the values without that of the secret
 * @param secret the form of the secret
 * @param callbackData what reports shall carry
 * @param sms the SMS for the case that the message is not delivered
 * @param terms what an answer must be
 * @param legs the steps of its route in their order; empty if there is but one, on the challenge's channel
 */
record Content(
        Optional<Address> recipient,
        Optional<String> country,
        String sender,
        String purpose,
        Optional<String> subject,
        String template,
        Optional<Language> language,
        Map<String, String> values,
        Optional<SecretSpec> secret,
        Optional<String> callbackData,
        Optional<SmsText> sms,
        Terms terms,
        List<Leg> legs) {
    Content {
        values = Map.copyOf(values);
        legs = List.copyOf(legs);
    }

    /**
     * The same as it goes out on one channel: with the sender there, and the SMS only where no other step follows. On a channel
     * that the route does not name, as it is.
     */
    Content on(ChannelId channel) {
        for (int step = 0; step < legs.size(); step++) {
            Leg leg = legs.get(step);
            if (leg.channel().equals(channel)) {
                boolean last = step == legs.size() - 1;
                return new Content(
                        recipient,
                        country,
                        leg.sender(),
                        purpose,
                        subject,
                        template,
                        language,
                        values,
                        secret,
                        callbackData,
                        last ? sms : Optional.empty(),
                        terms,
                        legs);
            }
        }
        return this;
    }

    /** The recipient of a challenge that has one. */
    Address to() {
        return recipient.orElseThrow(() -> new IllegalStateException("this challenge is not sent to anybody"));
    }

    /** Whether it says something and asks for nothing: only the application ends it. */
    boolean informs() {
        return secret.isEmpty()
                && !terms.question()
                && !terms.invite()
                && terms.link().isEmpty();
    }

    @Override
    public String toString() {
        return "Content[" + template + recipient.map(to -> " to " + to.masked()).orElse("") + "]";
    }
}
