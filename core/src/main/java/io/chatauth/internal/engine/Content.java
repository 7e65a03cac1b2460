package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChallengeRequest.SmsText;
import io.chatauth.Language;
import io.chatauth.spi.SecretSpec;
import java.util.Map;
import java.util.Optional;

/**
 * The personal part of a challenge: all that is needed to make its message again, and what the caller must repeat. Sealed at
 * rest.
 *
 * @param recipient the canonical recipient; empty if the person writes first
 * @param country the recipient's country
 * @param sender the sender
 * @param purpose the purpose
 * @param subject the application's name for the person
 * @param template the template's name
 * @param language the wished language
 * @param values the values without that of the secret
 * @param secret the form of the secret
 * @param callbackData what reports shall carry
 * @param sms the SMS for the case that the message is not delivered
 * @param terms what an answer must be
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
        Terms terms) {
    Content {
        values = Map.copyOf(values);
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
