package io.chatauth.samples.cardactivation.web;

import io.chatauth.Allowance;
import io.chatauth.Answer;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.Outcome;
import io.chatauth.ResendAnswer;
import io.chatauth.Started;
import io.chatauth.samples.cardactivation.Bank;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sends a code, takes what the customer types, and sends it again. */
final class LoginPages {
    private static final String ANEW = "<p><a href=\"/login\">Ask for a new code</a></p>\n";

    private final Bank bank;
    private final Clock clock;

    LoginPages(Bank bank, Clock clock) {
        this.bank = bank;
        this.clock = clock;
    }

    Reply form(Session session, String phone, String problem) {
        String content = "<h1>Log in by code</h1>\n<p>We send a code to your WhatsApp.</p>\n"
                + Field.problem(problem)
                + Html.form("/login", session, Field.phone(phone) + "<button>Send the code</button>\n");
        return Reply.page(problem.isEmpty() ? 200 : 400, Html.login("Log in by code", false, content));
    }

    Reply send(Session session, String phone) {
        Started started = bank.sendCode(session.customer(), phone);
        return Reply.to("/login/" + started.id());
    }

    Optional<Reply> follow(Session session, ChallengeId id, boolean live) {
        return bank.login(id, session.customer()).map(outcome -> {
            String note = Field.note(live ? "" : session.takeNote(id));
            String content =
                    switch (outcome.state()) {
                        case OPEN -> open(session, id, outcome, note);
                        case APPROVED ->
                            "<h1>You are logged in</h1>\n" + note
                                    + "<p>The code was right. It can’t be used again.</p>\n" + ANEW;
                        case EXPIRED -> "<h1>The time is over</h1>\n" + note + "<p>The code is too old.</p>\n" + ANEW;
                        case EXHAUSTED -> "<h1>Too many wrong codes</h1>\n" + note + ANEW;
                        case DENIED, CANCELLED -> "<h1>This log-in is over</h1>\n" + note + ANEW;
                    };
            return Reply.page(200, Html.login("Log in by code", outcome.state() == ChallengeState.OPEN, content));
        });
    }

    private String open(Session session, ChallengeId id, Outcome outcome, String note) {
        String fields = Field.of(
                        "code",
                        "The code from the message",
                        "",
                        "inputmode=\"numeric\" autocomplete=\"one-time-code\" maxlength=\"20\" autofocus")
                + "<button>Log in</button>\n";
        return "<h1>Type the code</h1>\n" + note + Html.form("/login/" + id + "/code", session, fields)
                + "<div id=\"progress\" data-live aria-live=\"polite\">\n"
                + Progress.list(outcome, "Typed", false)
                + "</div>\n<div id=\"resend\" data-live>\n" + resendForm(session, id, outcome.allowance()) + "</div>\n";
    }

    private String resendForm(Session session, ChallengeId id, Allowance allowance) {
        if (allowance.remainingSends() == 0 || allowance.canResendAt().isEmpty()) {
            return "<p>The code can’t be sent again.</p>\n" + ANEW;
        }
        long seconds = secondsUntil(allowance.canResendAt().get());
        if (seconds > 0) {
            return "<p>No message? It can be sent again in " + seconds + " s.</p>\n";
        }
        return Html.form("/login/" + id + "/resend", session, "<button class=\"quiet\">Send the code again</button>\n");
    }

    Reply verify(Session session, ChallengeId id, String code) {
        Answer answer = bank.verify(id, session.customer(), code);
        session.note(id, answer.fold(approved -> "", this::tryAgain, ended -> "That code doesn’t count any more."));
        return Reply.to("/login/" + id);
    }

    private String tryAgain(Answer.Retry retry) {
        if (retry instanceof Answer.TooEarly early) {
            return "Too fast. Try again in " + Math.max(1, secondsUntil(early.retryAt())) + " s.";
        }
        if (retry instanceof Answer.Limited) {
            return "Too many wrong codes for this number. Try again later.";
        }
        int left = retry.allowance().remainingAttempts();
        return "That is not the code. " + (left == 1 ? "1 attempt remains." : left + " attempts remain.");
    }

    Reply resend(Session session, ChallengeId id) {
        ResendAnswer answer = bank.resendCode(id, session.customer());
        String note = "The code can’t be sent again.";
        if (answer.resent()) {
            note = "The same code is on its way again.";
        } else if (answer instanceof Answer.TooEarly early) {
            note = "It can be sent again in " + Math.max(1, secondsUntil(early.retryAt())) + " s.";
        }
        session.note(id, note);
        return Reply.to("/login/" + id);
    }

    private long secondsUntil(Instant when) {
        long millis = Duration.between(clock.instant(), when).toMillis();
        return millis <= 0 ? 0 : (millis + 999) / 1000;
    }
}
