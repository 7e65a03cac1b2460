package io.chatauth.samples.cardactivation.web;

import io.chatauth.Answer;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.Outcome;
import io.chatauth.Started;
import io.chatauth.samples.cardactivation.Bank;
import java.util.Optional;

/** Sends a card and follows its activation. */
final class CardPages {
    private final Bank bank;

    CardPages(Bank bank) {
        this.bank = bank;
    }

    Reply form(Session session, String name, String phone, String problem) {
        String content = """
                <h1>A new card is in the post</h1>
                <p>The customer gets a WhatsApp message that says how to activate it.</p>
                """
                + Field.problem(problem)
                + Html.form(
                        "/cards",
                        session,
                        Field.of("name", "First name", name, "autocomplete=\"given-name\" maxlength=\"60\"")
                                + Field.phone(phone)
                                + "<button>Send the message</button>\n");
        return Reply.page(problem.isEmpty() ? 200 : 400, Html.cards("Send a card", false, content));
    }

    Reply send(Session session, String name, String phone) {
        Started started = bank.sendCard(session.customer(), name, phone);
        return Reply.to("/cards/" + started.id());
    }

    Optional<Reply> follow(Session session, ChallengeId id, boolean live) {
        return bank.card(id, session.customer()).map(outcome -> {
            boolean open = outcome.state() == ChallengeState.OPEN;
            String note = live ? "" : session.takeNote(id);
            return Reply.page(200, Html.cards("Card activation", open, content(session, id, outcome, note)));
        });
    }

    private static String content(Session session, ChallengeId id, Outcome outcome, String note) {
        boolean activated = outcome.state() == ChallengeState.APPROVED;
        return "<h1>" + (activated ? "The card is activated" : "The card is on its way") + "</h1>\n"
                + Field.note(note)
                + "<div id=\"progress\" data-live aria-live=\"polite\">\n"
                + Progress.list(outcome, "Activated", activated)
                + "</div>\n"
                + (outcome.state() == ChallengeState.OPEN
                        ? call(session, id)
                        : "<p><a href=\"/\">Send another card</a></p>\n");
    }

    private static String call(Session session, ChallengeId id) {
        return """
                <section>
                <h2>The bank’s call centre</h2>
                <p>The customer calls %s. Press when the call has come and the caller was recognised.</p>
                %s</section>
                """.formatted(
                Html.text(Bank.CALL_CENTRE),
                Html.form("/cards/" + id + "/called", session, "<button>The call has come: activate</button>\n"));
    }

    Reply called(Session session, ChallengeId id) {
        Answer answer = bank.called(id, session.customer());
        session.note(
                id,
                answer.fold(
                        approved -> "The customer has called.",
                        retry -> "That did not work; try again.",
                        ended -> ended instanceof Answer.AlreadyAnswered
                                ? "It was activated before."
                                : "This activation is over; send the message anew."));
        return Reply.to("/cards/" + id);
    }
}
