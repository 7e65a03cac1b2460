package io.chatauth.flow;

import io.chatauth.Address;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.FlowId;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends instructions with a number to call, such as for a new card. The team's own system completes the challenge when the
 * person has called; nothing is proven by the chat app itself, so the assurance is {@code NONE}.
 *
 * <p>Defaults: 14 days (1 hour to 90 days), no reminder, template {@code card_activation}. A word such as STOP ends it, reminders
 * and all.
 */
public final class ActivationNotice extends ChallengeRequestBuilder<ActivationNotice> {
    /** The flow's id. */
    public static final FlowId ID = FlowId.of("activation-notice");

    /** The template that is used unless the request names another. The team brings it: the number to call is theirs. */
    public static final String TEMPLATE = "card_activation";

    static final String REMINDERS = "reminders";

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

    /**
     * Sends the message again by itself while nobody has called.
     *
     * @param after after how long, each counted from the message before it: an hour or more, at most three of them, and the
     *     last one before the end
     * @return this builder
     */
    public ActivationNotice remind(Duration... after) {
        return setting(REMINDERS, Stream.of(after).map(Duration::toString).collect(Collectors.joining(" ")));
    }

    @Override
    protected ActivationNotice self() {
        return this;
    }
}
