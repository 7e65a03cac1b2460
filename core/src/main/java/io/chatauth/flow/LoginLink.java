package io.chatauth.flow;

import io.chatauth.Address;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.FlowId;

/**
 * Asks for a login link to be sent: the person opens it and presses a button on the page behind it. Opening alone does
 * nothing, so previews and scanners spend no link.
 *
 * <p>The request needs a {@link #binding binding}: in the browser that has it, one press is enough; in any other the page asks
 * for two digits that the starting page shows ({@link io.chatauth.Started#number()}), once. Whichever it is, only who shows
 * the binding gets the approval, by {@code outcome(…)}.
 *
 * <p>Defaults: 8 minutes (30 seconds to 8 minutes), one try, five sends, template {@code login_link}.
 */
public final class LoginLink extends ChallengeRequestBuilder<LoginLink> {
    /** The flow's id. */
    public static final FlowId ID = FlowId.of("login-link");

    static final String NEXT = "next";

    private LoginLink(Address to) {
        super(ID, to);
    }

    /**
     * Begins a request.
     *
     * @param phoneNumber the recipient's phone number, in any usual international form
     * @return a builder
     */
    public static LoginLink to(String phoneNumber) {
        return new LoginLink(Address.phone(phoneNumber));
    }

    /**
     * Begins a request.
     *
     * @param address the recipient
     * @return a builder
     */
    public static LoginLink to(Address address) {
        return new LoginLink(address);
    }

    /**
     * Sends the person on after the login, in the browser that has the binding.
     *
     * @param target a path, or a URL of the configured list ({@code chatauth.page.next}); anything else is refused at start
     * @return this builder
     */
    public LoginLink next(String target) {
        return setting(NEXT, target);
    }

    @Override
    protected LoginLink self() {
        return this;
    }
}
