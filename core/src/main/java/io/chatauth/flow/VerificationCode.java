package io.chatauth.flow;

import io.chatauth.Address;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.FlowId;

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

    @Override
    protected VerificationCode self() {
        return this;
    }
}
