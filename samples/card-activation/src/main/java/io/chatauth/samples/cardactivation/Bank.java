package io.chatauth.samples.cardactivation;

import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.ChatAuth;
import io.chatauth.Expect;
import io.chatauth.Outcome;
import io.chatauth.ResendAnswer;
import io.chatauth.Started;
import io.chatauth.flow.ActivationNotice;
import io.chatauth.flow.VerificationCode;
import io.chatauth.template.Button;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * What the bank asks of ChatAuth: two purposes, each with its own expectation, both bound to the customer. Safe for use by
 * many threads.
 */
public final class Bank {
    /** The number that customers call. */
    public static final String CALL_CENTRE = "+441123456789";

    /** The same number, spaced for readers. */
    static final String CALL_CENTRE_FOR_READERS = "+44 1123 456789";

    static final ChannelId WHATSAPP = ChannelId.of("whatsapp");
    static final Template CARD_ACTIVATION = cardActivation().build();

    /** The same with a title, without which Zalo takes no template. */
    static final Template CARD_ACTIVATION_WITH_TITLE =
            cardActivation().header("Your new card").build();

    private static final String CARD = "card-activation";
    private static final String LOGIN = "login";

    private final ChatAuth chatAuth;

    @Inject
    Bank(ChatAuth chatAuth) {
        this.chatAuth = chatAuth;
    }

    /**
     * Tells a customer over WhatsApp that the card is on its way and how to activate it.
     *
     * @param customer the bank's own id of the customer
     * @param name how the message greets the customer
     * @param phone the customer's phone number
     * @return the challenge
     */
    public Started sendCard(String customer, String name, String phone) {
        return sendCard(customer, name, phone, WHATSAPP);
    }

    /**
     * Tells a customer that the card is on its way and how to activate it.
     *
     * @param customer the bank's own id of the customer
     * @param name how the message greets the customer
     * @param phone the customer's phone number
     * @param channel the app that the customer uses
     * @return the challenge
     */
    public Started sendCard(String customer, String name, String phone, ChannelId channel) {
        return chatAuth.start(ActivationNotice.to(phone)
                .via(channel)
                .purpose(CARD)
                .subject(customer)
                .value("name", name)
                .build());
    }

    /**
     * Tells how far the card's activation is.
     *
     * @param id the challenge
     * @param customer whose it must be
     * @return the outcome; empty if there is no such challenge of this customer
     */
    public Optional<Outcome> card(ChallengeId id, String customer) {
        return chatAuth.outcome(id, Expect.purpose(CARD).subject(customer));
    }

    /**
     * The call centre says that the customer has called and was recognised.
     *
     * @param id the challenge
     * @param customer whose it must be
     * @return approved the first time
     */
    public Answer called(ChallengeId id, String customer) {
        return chatAuth.complete(id, Expect.purpose(CARD).subject(customer));
    }

    /**
     * Sends a code for logging in.
     *
     * @param customer the bank's own id of the customer
     * @param phone the customer's phone number
     * @return the challenge
     */
    public Started sendCode(String customer, String phone) {
        return chatAuth.start(VerificationCode.to(phone)
                .via(WHATSAPP)
                .purpose(LOGIN)
                .subject(customer)
                .build());
    }

    /**
     * Tells how far the log-in is.
     *
     * @param id the challenge
     * @param customer whose it must be
     * @return the outcome; empty if there is no such challenge of this customer
     */
    public Optional<Outcome> login(ChallengeId id, String customer) {
        return chatAuth.outcome(id, expectLogin(customer));
    }

    /**
     * Judges a typed code.
     *
     * @param id the challenge
     * @param customer whose it must be
     * @param code what the customer typed
     * @return the answer
     */
    public Answer verify(ChallengeId id, String customer, String code) {
        return chatAuth.verify(id, code, expectLogin(customer));
    }

    /**
     * Sends the code once more.
     *
     * @param id the challenge
     * @param customer whose it must be
     * @return what became of it
     */
    public ResendAnswer resendCode(ChallengeId id, String customer) {
        return chatAuth.resend(id, expectLogin(customer));
    }

    private static Expect expectLogin(String customer) {
        return Expect.purpose(LOGIN).subject(customer).atLeast(Assurance.SECRET);
    }

    private static Template.Builder cardActivation() {
        return Template.named(ActivationNotice.TEMPLATE)
                .language("en")
                .asDefault()
                .category(Category.UTILITY)
                .body("Hi {{name}}, Your credit card has been sent to your address today."
                        + " In order to activate your card, please give us a call.")
                .button(new Button.CallPhone("Contact Us", CALL_CENTRE))
                .example("name", "Nick");
    }
}
