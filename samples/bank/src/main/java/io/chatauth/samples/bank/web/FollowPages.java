package io.chatauth.samples.bank.web;

import io.chatauth.Allowance;
import io.chatauth.Answer;
import io.chatauth.ChallengeState;
import io.chatauth.Invitation;
import io.chatauth.Outcome;
import io.chatauth.ResendAnswer;
import io.chatauth.samples.bank.Bank;
import io.chatauth.samples.bank.Begun;
import io.chatauth.samples.bank.UseCase;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The page that follows a challenge while it is open, in plain words: what to do, what happened, what can be tried next. */
final class FollowPages {
    private final Clock clock;
    private final UnaryOperator<URI> chats;

    /**
     * Makes the pages.
     *
     * @param clock tells how long to wait
     * @param chats gives where a chat link opens
     */
    FollowPages(Clock clock, UnaryOperator<URI> chats) {
        this.clock = clock;
        this.chats = chats;
    }

    Reply page(Session session, Begun begun, Outcome outcome, String note) {
        if (outcome.state() != ChallengeState.OPEN) {
            return reply(
                    begun, Endings.title(begun, outcome.state()), Html.Live.NO, note, Endings.text(begun, outcome));
        }
        String content =
                switch (begun.what()) {
                    case LOGIN_CODE -> code(session, begun, "Log in") + delivery(session, begun, outcome, "Typed here");
                    case LOGIN_LINK -> link(begun) + delivery(session, begun, outcome, "Opened and confirmed");
                    case OPT_IN ->
                        outcome.answeredFrom()
                                .map(from -> confirm(session, begun, from))
                                .orElseGet(() -> invitation(begun));
                    case PAYMENT -> payment(session, begun) + delivery(session, begun, outcome, "Answered");
                    case CARD -> delivery(session, begun, outcome, "Activated") + callCentre(session, begun);
                };
        return reply(begun, title(begun, outcome), begun.typed() ? Html.Live.SCRIPT : Html.Live.ALWAYS, note, content);
    }

    private static Reply reply(Begun begun, String title, Html.Live live, String note, String content) {
        String heading = "<h1>" + Html.text(title) + "</h1>\n" + Field.note(note);
        return Reply.page(200, Html.page(Endings.start(begun), title, live, heading + content));
    }

    private static String title(Begun begun, Outcome outcome) {
        return switch (begun.what()) {
            case LOGIN_CODE -> "Type the code";
            case LOGIN_LINK -> "Open the link in " + begun.app();
            case OPT_IN -> outcome.answeredFrom().isPresent() ? "Was that you?" : "Send us a message";
            case PAYMENT -> begun.typed() ? "Type the code for this payment" : "Confirm the payment in " + begun.app();
            case CARD -> "Your card is on its way";
        };
    }

    private static String code(Session session, Begun begun, String button) {
        return Html.form(
                action(begun, "code"),
                session,
                Field.of(
                                "code",
                                "The code from " + begun.app(),
                                "",
                                "inputmode=\"numeric\" autocomplete=\"one-time-code\" maxlength=\"20\" autofocus")
                        + "<button>" + button + "</button>\n");
    }

    private static String link(Begun begun) {
        return "<p>Opened in this browser, one press logs you in. Opened anywhere else, the page asks for two digits.</p>\n"
                + digits(begun, "The two digits");
    }

    private static String payment(Session session, Begun begun) {
        String facts = begun.payment()
                .map(payment -> "<dl class=\"facts\"><dt>Amount</dt><dd>" + Html.text(payment.amountText())
                        + "</dd><dt>To</dt><dd><bdi>" + Html.text(payment.payee()) + "</bdi></dd></dl>\n")
                .orElse("");
        return begun.typed()
                ? facts + code(session, begun, "Confirm the payment")
                : "<p>Answer there. This page follows by itself.</p>\n"
                        + facts
                        + digits(begun, "A yes may need these digits");
    }

    private static String digits(Begun begun, String label) {
        return begun.number()
                .map(number -> "<p class=\"digits\"><span>" + label + "</span> <strong>" + Html.text(number)
                        + "</strong></p>\n")
                .orElse("");
    }

    private String invitation(Begun begun) {
        Invitation invitation = begun.invitation().orElseThrow();
        String app = begun.app().toString();
        String opens = chats.apply(invitation.link()).toString();
        return "<p>"
                + (invitation.prefilled()
                        ? "The link opens " + app + " with this text. Press Send there:"
                        : "The link opens our chat in " + app + ". Type this text there, and send it:")
                + "</p>\n<p class=\"said\">" + Html.text(invitation.text()) + "</p>\n"
                + "<p><a class=\"button\" target=\"_blank\" rel=\"noopener\" href=\"" + Html.text(opens) + "\">"
                + (invitation.prefilled() ? "Send over " : "Open ") + app + "</a></p>\n"
                + "<figure>" + QrImage.of(invitation.link(), "QR code of the link that opens " + app)
                + "<figcaption>" + app + " is on another device? Point its camera here.</figcaption></figure>\n"
                + "<p id=\"progress\" data-live role=\"status\">Waiting for your message…</p>\n" + backToCode();
    }

    /** Only who shows that the address is theirs gets messages there: the chat has proven it, and here it is confirmed. */
    private static String confirm(Session session, Begun begun, String from) {
        return "<p>A message came over " + begun.app() + " from <strong>" + Html.text(from)
                + "</strong>. Shall we write to you there?</p>\n<div class=\"buttons\">\n"
                + Html.form(action(begun, "complete"), session, "<button>Yes, that was me</button>\n")
                + Html.form(action(begun, "cancel"), session, "<button class=\"quiet\">No</button>\n")
                + "</div>\n" + backToCode();
    }

    private static String backToCode() {
        return "<p class=\"hint\">Does it not work? <a href=\"/login\">Log in by a code instead.</a></p>\n";
    }

    private static String callCentre(Session session, Begun begun) {
        return "<section>\n<h2>The bank’s call centre</h2>\n<p>You call <a href=\"tel:" + Bank.CALL_CENTRE + "\">"
                + Bank.CALL_CENTRE
                + "</a>. This button is the call centre’s: the call has come, and they knew you.</p>\n"
                + Html.form(action(begun, "complete"), session, "<button>The call has come: activate</button>\n")
                + "</section>\n";
    }

    private String delivery(Session session, Begun begun, Outcome outcome, String last) {
        return "<div id=\"progress\" data-live aria-live=\"polite\">\n" + Progress.list(begun, outcome, last)
                + "</div>\n<div id=\"resend\" data-live>\n" + resend(session, begun, outcome.allowance()) + "</div>\n";
    }

    private String resend(Session session, Begun begun, Allowance allowance) {
        Optional<Instant> at = allowance.canResendAt();
        if (allowance.remainingSends() == 0 || at.isEmpty()) {
            return "<p class=\"hint\">It can’t be sent again. <a href=\"" + Endings.start(begun)
                    + "\">Begin anew</a></p>\n";
        }
        long seconds = secondsUntil(at.get());
        return seconds > 0
                ? "<p class=\"hint\">No message? It can be sent again in "
                        + (seconds < 120 ? seconds + " s" : seconds / 60 + " min") + ".</p>\n"
                : Html.form(action(begun, "resend"), session, "<button class=\"quiet\">Send it again</button>\n");
    }

    private static String action(Begun begun, String what) {
        return "/challenge/" + begun.id() + "/" + what;
    }

    /** What to say after a code. */
    String said(Begun begun, Answer answer) {
        return answer.fold(
                approved -> "",
                this::tryAgain,
                ended -> begun.what() == UseCase.OPT_IN ? "This invitation is over." : "That doesn’t count any more.");
    }

    private String tryAgain(Answer.Retry retry) {
        if (retry instanceof Answer.TooEarly early) {
            return "Too fast. Try again in " + Math.max(1, secondsUntil(early.retryAt())) + " s.";
        }
        if (retry instanceof Answer.Limited) {
            return "Too many wrong codes for this number. Try again later.";
        }
        if (retry instanceof Answer.Waiting) {
            return "Your message has not come yet.";
        }
        int left = retry.allowance().remainingAttempts();
        return "That is not the code. " + (left == 1 ? "1 attempt remains." : left + " attempts remain.");
    }

    /** What to say after a wish to send again. */
    String said(ResendAnswer answer) {
        if (answer.resent()) {
            return "It is on its way again.";
        }
        return answer instanceof Answer.TooEarly early
                ? "It can be sent again in " + Math.max(1, secondsUntil(early.retryAt())) + " s."
                : "It can’t be sent again.";
    }

    private long secondsUntil(Instant when) {
        long millis = Duration.between(clock.instant(), when).toMillis();
        return millis <= 0 ? 0 : (millis + 999) / 1000;
    }
}
