package io.chatauth.flow;

import io.chatauth.Address;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.FlowId;
import io.chatauth.template.Placeholders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Asks for a verification code to be sent: the person reads it in the chat app and types it where the challenge began.
 *
 * <p>Defaults: six digits, five minutes (30 seconds to 8 minutes; with two minutes of clock skew that is within the 10
 * minutes of NIST SP 800-63B), five attempts, five sends, template {@code verification_code}.
 */
public final class VerificationCode extends ChallengeRequestBuilder<VerificationCode> {
    /** The flow's id. */
    public static final FlowId ID = FlowId.of("verification-code");

    /** The template that is used unless the request names another; its placeholder is {@code code}. */
    public static final String TEMPLATE = "verification_code";

    static final String LENGTH = "length";
    static final String ALPHABET = "alphabet";

    private static final Pattern HOST = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");
    private static final Pattern APP_HASH = Pattern.compile("[A-Za-z0-9+/]{11}");
    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_FOR_APP = 140;

    private VerificationCode(Address to) {
        super(ID, to);
    }

    /**
     * Begins a request.
     *
     * @param phoneNumber the recipient's phone number, in any usual international form
     * @return a builder
     */
    public static VerificationCode to(String phoneNumber) {
        return new VerificationCode(Address.phone(phoneNumber));
    }

    /**
     * Begins a request.
     *
     * @param address the recipient
     * @return a builder
     */
    public static VerificationCode to(Address address) {
        return new VerificationCode(address);
    }

    /**
     * Asks for a code of digits; without it, six.
     *
     * @param length 6 to 10
     * @return this builder
     */
    public VerificationCode digits(int length) {
        return setting(ALPHABET, "digits").setting(LENGTH, Integer.toString(length));
    }

    /**
     * Asks for a code of capitals and digits that are not mistaken for one another.
     *
     * @param length 6 to 10
     * @return this builder
     */
    public VerificationCode letters(int length) {
        return setting(ALPHABET, "letters").setting(LENGTH, Integer.toString(length));
    }

    /**
     * Lets the provider send an SMS if the message is not delivered, whose last line lets browsers fill the code in on one site
     * only (the domain-bound format of WICG's origin-bound one-time codes: {@code @host #code}).
     *
     * @param smsSender the SMS sender
     * @param text the text for people, with {@code {{code}}}
     * @param host the site's host name, such as {@code bank.example}
     * @return this builder
     * @throws IllegalArgumentException if it is no host name, or a line of the text begins with {@code @}
     */
    public VerificationCode smsForSite(String smsSender, String text, String host) {
        if (!HOST.matcher(host).matches() || host.length() > LONGEST_HOST) {
            throw new IllegalArgumentException("the site of an SMS is a host name in lower case, such as bank.example,"
                    + " without scheme, port and path");
        }
        if (text.lines().anyMatch(line -> line.startsWith("@"))) {
            throw new IllegalArgumentException(
                    "the text of an SMS for a site has no line that begins with @; ChatAuth adds the one for the site");
        }
        return smsFailover(smsSender, text + "\n\n@" + host + " #{{code}}");
    }

    /**
     * Lets the provider send an SMS if the message is not delivered, which an Android app may read (Google's SMS Retriever: at
     * most 140 bytes, with the app's hash).
     *
     * @param smsSender the SMS sender
     * @param text the text for people, with {@code {{code}}} and no other placeholder
     * @param appHash the 11 characters of the app's hash
     * @return this builder
     * @throws IllegalArgumentException if the hash has another form, or the SMS would be longer with a code of 10 characters
     */
    public VerificationCode smsForApp(String smsSender, String text, String appHash) {
        if (!APP_HASH.matcher(appHash).matches()) {
            throw new IllegalArgumentException("the hash of an app has 11 letters, digits, plus signs and slashes");
        }
        String whole = text + "\n" + appHash;
        int bytes = Placeholders.fill(whole, Map.of("code", "0123456789")).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_FOR_APP) {
            throw new IllegalArgumentException("an SMS that an app reads has at most " + LONGEST_FOR_APP
                    + " bytes with code and hash, this one has " + bytes + "; shorten the text");
        }
        return smsFailover(smsSender, whole);
    }

    @Override
    protected VerificationCode self() {
        return this;
    }
}
