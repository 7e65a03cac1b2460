package io.chatauth.flow;

import io.chatauth.Address;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.FlowId;

/**
 * Sends instructions with a number to call, such as for a new card. The team's own system completes the challenge when the
 * person has called; nothing is proven by the chat app itself, so the assurance is {@code NONE}.
 *
 * <p>Defaults: 14 days (1 hour to 90 days), one message and up to three reminders, template {@code card_activation}.
 */
public final class ActivationNotice extends ChallengeRequestBuilder<ActivationNotice> {
    /** The flow's id. */
    public static final FlowId ID = FlowId.of("activation-notice");

    /** The template that is used unless the request names another. The team brings it: the number to call is theirs. */
    public static final String TEMPLATE = "card_activation";

    private ActivationNotice(Address to) {
        super(ID, to);
    }

    /**
     * Begins a request.
     *
     * @param phoneNumber the recipient's phone number, in any usual international form
     * @return a builder
     */
    public static ActivationNotice to(String phoneNumber) {
        return new ActivationNotice(Address.phone(phoneNumber));
    }

    /**
     * Begins a request.
     *
     * @param address the recipient
     * @return a builder
     */
    public static ActivationNotice to(Address address) {
        return new ActivationNotice(address);
    }

    @Override
    protected ActivationNotice self() {
        return this;
    }
}
