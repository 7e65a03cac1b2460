package io.chatauth.flow;

import io.chatauth.Address;
import io.chatauth.Assurance;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.FlowId;
import io.chatauth.Transaction;

/**
 * Asks a person whether a payment is wanted: amount and payee, yes and no. A tap, a reply that quotes the message, or the
 * page count as {@code BOUND}; a bare {@code Y} as {@code LOW}, and only if nothing else is open for that person. Where replies
 * can't be traced, a code bound to the payment goes out instead, typed where the payment began ({@code SECRET}). A no is told
 * as a report of fraud ({@link io.chatauth.event.ChatAuthEvent.FraudReported}).
 *
 * <p>Demand what the payment needs with {@link #atLeast}, and repeat it with {@link io.chatauth.Expect#transaction}. Defaults: 5 minutes (30 seconds to 8 minutes), five attempts, five sends, at most
 * three such questions for one person in 10 minutes, templates {@code transaction_confirmation} and {@code transaction_code}.
 */
public final class TransactionConfirmation extends ChallengeRequestBuilder<TransactionConfirmation> {
    /** The flow's id. */
    public static final FlowId ID = FlowId.of("transaction-confirmation");

    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";
    static final String PAYEE = "payee";
    static final String NUMBER = "number";
    static final String PAGE = "page";
    static final String LEAST = "least";

    private TransactionConfirmation(Address to) {
        super(ID, to);
    }

    /**
     * Begins a request.
     *
     * @param phoneNumber the recipient's phone number, in any usual international form
     * @param transaction what is confirmed
     * @return a builder
     */
    public static TransactionConfirmation to(String phoneNumber, Transaction transaction) {
        return to(Address.phone(phoneNumber), transaction);
    }

    /**
     * Begins a request.
     *
     * @param address the recipient
     * @param transaction what is confirmed
     * @return a builder
     */
    public static TransactionConfirmation to(Address address, Transaction transaction) {
        return new TransactionConfirmation(address)
                .setting(AMOUNT, transaction.amount().toPlainString())
                .setting(CURRENCY, transaction.currency().getCurrencyCode())
                .setting(PAYEE, transaction.payee());
    }

    /**
     * Asks for two digits that are shown where the payment began ({@link io.chatauth.Started#number()}): a yes without them
     * does not count, and there is one try. Against people who press yes to end a flood of questions.
     *
     * @return this builder
     */
    public TransactionConfirmation numberMatch() {
        return setting(NUMBER, "true");
    }

    /**
     * Lets only a yes of some strength count; without it, a bare {@code Y} does too. A weaker one changes nothing, and the
     * person is told how to answer; a no always counts.
     *
     * @param least such as {@link Assurance#BOUND}
     * @return this builder
     */
    public TransactionConfirmation atLeast(Assurance least) {
        return setting(LEAST, least.name());
    }

    /**
     * Sends a link to a page that shows the payment, instead of asking for a reply. The request needs a
     * {@link #binding binding}: in the browser that has it a press is enough; in any other a yes needs the two digits that are
     * shown where the payment began ({@link io.chatauth.Started#number()}), once. A no never does.
     *
     * @return this builder
     */
    public TransactionConfirmation byPage() {
        return setting(PAGE, "true");
    }

    @Override
    protected TransactionConfirmation self() {
        return this;
    }
}
