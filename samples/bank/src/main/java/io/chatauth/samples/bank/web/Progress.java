package io.chatauth.samples.bank.web;

import io.chatauth.DeliveryFailure;
import io.chatauth.MessageState;
import io.chatauth.MessageStatus;
import io.chatauth.Outcome;
import io.chatauth.samples.bank.Begun;
import io.chatauth.samples.stage.App;

/** Shows how far the last message of a challenge got, as a list of steps. */
final class Progress {
    private Progress() {}

    /** The steps of the message, and what comes after them. LINE, KakaoTalk and Zalo don't tell whether it was seen. */
    static String list(Begun begun, Outcome outcome, String last) {
        MessageState message = outcome.messages().get(outcome.messages().size() - 1);
        StringBuilder out = new StringBuilder("<ol class=\"steps\">\n");
        step(out, "Sent over " + begun.app(), reached(message, MessageStatus.ACCEPTED));
        step(out, "Delivered to the phone", reached(message, MessageStatus.DELIVERED));
        if (begun.app() == App.WHATSAPP || begun.app() == App.VIBER) {
            step(out, "Seen", reached(message, MessageStatus.SEEN));
        }
        step(out, last, outcome.state().ended());
        out.append("</ol>\n");
        message.failure()
                .map(DeliveryFailure::describe)
                .ifPresent(why -> out.append("<p class=\"bad\" role=\"alert\">The message did not get there. ")
                        .append(Html.text(why))
                        .append("</p>\n"));
        return out.toString();
    }

    private static boolean reached(MessageState message, MessageStatus wanted) {
        return message.status() != MessageStatus.FAILED && message.status().compareTo(wanted) >= 0;
    }

    private static void step(StringBuilder out, String what, boolean done) {
        out.append(done ? "<li class=\"done\">" : "<li>")
                .append(Html.text(what))
                .append("<span class=\"unseen\">: ")
                .append(done ? "done" : "not yet")
                .append("</span></li>\n");
    }
}
