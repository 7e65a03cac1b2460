package io.chatauth.samples.bank.web;

import io.chatauth.ChallengeState;
import io.chatauth.Outcome;
import io.chatauth.samples.bank.Begun;

/** What a page says when a challenge is over. */
final class Endings {
    private Endings() {}

    /** Where it began, and can begin anew. */
    static String start(Begun begun) {
        return switch (begun.what()) {
            case LOGIN_CODE, LOGIN_LINK -> "/login";
            case OPT_IN -> "/opt-in";
            case PAYMENT -> "/payment";
            case CARD -> "/card";
        };
    }

    static String title(Begun begun, ChallengeState state) {
        return switch (state) {
            case APPROVED -> approved(begun);
            case DENIED -> "The payment is refused";
            case EXPIRED -> "The time is over";
            case EXHAUSTED -> begun.typed() ? "Too many wrong codes" : "The two digits were wrong";
            case CANCELLED -> "Nothing was changed";
            case OPEN -> throw new IllegalArgumentException(state.name());
        };
    }

    private static String approved(Begun begun) {
        return switch (begun.what()) {
            case LOGIN_CODE, LOGIN_LINK -> "You are logged in";
            case OPT_IN -> "You get our messages";
            case PAYMENT -> "The payment is confirmed";
            case CARD -> "The card is activated";
        };
    }

    static String text(Begun begun, Outcome outcome) {
        boolean login = start(begun).equals("/login");
        boolean done = outcome.state() == ChallengeState.APPROVED;
        String facts = begun.payment()
                .map(payment -> "<p>" + Html.text(payment.amountText()) + " to <bdi>" + Html.text(payment.payee())
                        + "</bdi></p>\n")
                .orElse("");
        String go = done && login
                ? "<p><a class=\"button\" href=\"/account\">To your account</a></p>\n"
                : "<p><a href=\"" + start(begun) + "\">" + (done ? "Back" : "Begin anew") + "</a></p>\n";
        return facts + "<p>" + sentence(begun, outcome.state()) + "</p>\n" + go;
    }

    private static String sentence(Begun begun, ChallengeState state) {
        return switch (state) {
            case APPROVED ->
                switch (begun.what()) {
                    case LOGIN_CODE -> "The code was right. It can’t be used again.";
                    case LOGIN_LINK -> "The link was yours. It can’t be used again.";
                    case OPT_IN ->
                        "On " + begun.app() + ", at the address that you wrote from. Send STOP there to end it.";
                    case PAYMENT -> "You said yes, so it is paid.";
                    case CARD -> "The call has come, and the call centre knew you.";
                };
            case DENIED -> "You said no, so nothing is paid. We take it as a report of fraud, and look into it.";
            case EXPIRED ->
                switch (begun.what()) {
                    case LOGIN_CODE, LOGIN_LINK -> "What we sent is too old to count.";
                    case OPT_IN -> "No message came in time.";
                    case PAYMENT -> "Nobody said yes in time, so nothing is paid.";
                    case CARD -> "No call came in time.";
                };
            case EXHAUSTED -> "For your safety it doesn’t count any more.";
            case CANCELLED -> "It was withdrawn, here on this page.";
            case OPEN -> throw new IllegalArgumentException(state.name());
        };
    }
}
