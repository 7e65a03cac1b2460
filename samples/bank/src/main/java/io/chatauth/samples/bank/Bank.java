package io.chatauth.samples.bank;

import io.chatauth.Answer;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.ChatAuth;
import io.chatauth.Expect;
import io.chatauth.Outcome;
import io.chatauth.ResendAnswer;
import io.chatauth.Transaction;
import io.chatauth.flow.ActivationNotice;
import io.chatauth.flow.LoginLink;
import io.chatauth.flow.OptIn;
import io.chatauth.flow.TransactionConfirmation;
import io.chatauth.flow.VerificationCode;
import io.chatauth.samples.stage.App;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * What the bank asks of ChatAuth. Each request and its expectation are made together, here, so that no page can forget a part.
 * Safe for use by many threads.
 */
public final class Bank {
    /** The number that customers call. */
    public static final String CALL_CENTRE = "+441123456789";

    /** Where nobody can write back over the API, or not from a phone number: there a code goes out instead of a question. */
    private static final Set<App> WITHOUT_REPLIES = Set.of(App.LINE, App.KAKAO, App.ZALO);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ChatAuth chatAuth;

    /**
     * Makes the bank.
     *
     * @param chatAuth what it uses
     */
    public Bank(ChatAuth chatAuth) {
        this.chatAuth = chatAuth;
    }

    /**
     * Who asks.
     *
     * @param device a random value that the bank keeps in a cookie of this browser
     * @param ip the browser's address
     */
    public record Browser(String device, String ip) {}

    /**
     * Sends a code, or behaves as if.
     *
     * @param phone the number as it was typed
     * @param app the app
     * @param browser who asks
     * @return the challenge; nobody can tell from it whether the number is a customer's
     */
    public Begun loginByCode(String phone, App app, Browser browser) {
        return login(UseCase.LOGIN_CODE, VerificationCode.to(known(phone)), phone, app, browser);
    }

    /**
     * Sends a link, or behaves as if.
     *
     * @param phone the number as it was typed
     * @param app the app
     * @param browser who asks
     * @return the challenge; nobody can tell from it whether the number is a customer's
     */
    public Begun loginByLink(String phone, App app, Browser browser) {
        return login(UseCase.LOGIN_LINK, LoginLink.to(known(phone)).next("/account"), phone, app, browser);
    }

    /** The number on file; for a stranger the typed one, so that a wrong one is told to everybody alike. */
    private static String known(String typed) {
        return Customer.withPhone(typed).map(Customer::phone).orElse(typed);
    }

    private <B extends ChallengeRequestBuilder<B>> Begun login(
            UseCase what, B request, String phone, App app, Browser browser) {
        Optional<Customer> customer = Customer.withPhone(phone);
        String subject = customer.map(Customer::id).orElseGet(Bank::nobody);
        request.ip(browser.ip());
        Expect expect = expect(what, subject).binding(browser.device());
        return begin(what, customer.isPresent() ? request : request.decoy(), app, expect);
    }

    /**
     * Invites somebody to write first.
     *
     * @param app the app
     * @param browser who asks
     * @return the challenge, with a link and a text
     */
    public Begun optIn(App app, Browser browser) {
        UseCase what = UseCase.OPT_IN;
        return begin(
                what,
                OptIn.begin().site("Sample Bank").ip(browser.ip()),
                app,
                Expect.purpose(what.purpose()).binding(browser.device()));
    }

    /**
     * Asks a customer whether a payment is wanted.
     *
     * @param customer the customer
     * @param payment the payment
     * @param app the app
     * @param way how the customer is asked
     * @param browser who asks
     * @return the challenge
     */
    public Begun pay(Customer customer, Transaction payment, App app, Way way, Browser browser) {
        TransactionConfirmation request = TransactionConfirmation.to(customer.phone(), payment);
        Begun begun = begin(
                UseCase.PAYMENT,
                switch (way) {
                    case QUESTION -> request;
                    case NUMBER -> request.numberMatch();
                    case PAGE -> request.byPage();
                },
                app,
                expect(UseCase.PAYMENT, customer.id()).binding(browser.device()).transaction(payment));
        return way != Way.PAGE && WITHOUT_REPLIES.contains(app) ? begun.withTypedCode() : begun;
    }

    /** How a customer is asked about a payment. */
    public enum Way {
        /** In the chat; by a code where nobody can write back. */
        QUESTION,
        /** In the chat, and a yes needs the two digits of the page. */
        NUMBER,
        /** On a page behind a link. */
        PAGE
    }

    /**
     * Tells a customer that a card is in the post, and whom to call.
     *
     * @param customer the customer
     * @param app the app
     * @return the challenge
     */
    public Begun sendCard(Customer customer, App app) {
        return begin(
                UseCase.CARD,
                ActivationNotice.to(customer.phone()).value("name", customer.name()),
                app,
                expect(UseCase.CARD, customer.id()));
    }

    private static Expect expect(UseCase what, String subject) {
        return Expect.purpose(what.purpose()).subject(subject).atLeast(what.least());
    }

    /** Purpose, subject and binding go into the request and into the expectation, from one value. */
    private <B extends ChallengeRequestBuilder<B>> Begun begin(UseCase what, B request, App app, Expect expect) {
        request.via(app.id()).purpose(expect.purpose());
        expect.subject().ifPresent(request::subject);
        expect.binding().ifPresent(request::binding);
        return Begun.of(chatAuth.start(request.build()), what, app, expect);
    }

    /** A subject that no customer has, new each time. */
    private static String nobody() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return "nobody-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /**
     * Tells what happened so far. An approval from elsewhere is in it once.
     *
     * @param begun the challenge
     * @return the outcome; empty if it was forgotten
     */
    public Optional<Outcome> outcome(Begun begun) {
        return chatAuth.outcome(begun.id(), begun.expect());
    }

    /**
     * Judges a typed code.
     *
     * @param begun the challenge
     * @param code what was typed
     * @return the answer
     */
    public Answer verify(Begun begun, String code) {
        return chatAuth.verify(begun.id(), code, begun.expect());
    }

    /**
     * Completes an opt-in after the customer confirmed the address, or a card after the call.
     *
     * @param begun the challenge
     * @return the answer
     */
    public Answer complete(Begun begun) {
        return chatAuth.complete(begun.id(), begun.expect());
    }

    /**
     * Sends the message again.
     *
     * @param begun the challenge
     * @return what became of it
     */
    public ResendAnswer resend(Begun begun) {
        return chatAuth.resend(begun.id(), begun.expect());
    }

    /**
     * Withdraws the challenge.
     *
     * @param begun the challenge
     * @return the answer
     */
    public Answer cancel(Begun begun) {
        return chatAuth.cancel(begun.id(), begun.expect());
    }
}
