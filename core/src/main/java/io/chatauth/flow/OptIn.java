package io.chatauth.flow;

import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.FlowId;

/**
 * Lets a person agree to get messages, by writing first: {@link io.chatauth.Started#invitation()} has a link that opens the
 * chat and the text to send. The message proves the address it comes from, and no other. The session that started, which must
 * have a {@link #binding binding}, is then shown the masked address ({@link io.chatauth.Outcome#answeredFrom()}) and confirms
 * with {@code complete(…)}; only that records the consent and gives the address.
 *
 * <p>Channels on which nobody can be invited are refused at start; offer {@link VerificationCode} there. Defaults: 8 minutes
 * (30 seconds to 8 minutes), template {@code opt_in}, which is the text that the person sends.
 */
public final class OptIn extends ChallengeRequestBuilder<OptIn> {
    /** The flow's id. */
    public static final FlowId ID = FlowId.of("opt-in");

    private OptIn() {
        super(ID);
    }

    /**
     * Begins a request.
     *
     * @return a builder
     */
    public static OptIn begin() {
        return new OptIn();
    }

    /**
     * Names the site in the text that the person sends, so that who was lured into it can see what it is for.
     *
     * @param name the site's name as people know it, such as {@code bank.example}; placeholder {@code site}
     * @return this builder
     */
    public OptIn site(String name) {
        return value("site", name);
    }

    @Override
    protected OptIn self() {
        return this;
    }
}
