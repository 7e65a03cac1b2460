package io.chatauth.samples.cardactivation.web;

import io.chatauth.DeliveryFailure;
import io.chatauth.MessageState;
import io.chatauth.MessageStatus;
import io.chatauth.Outcome;

/** Shows how far the last message of a challenge got, as a list of steps. */
final class Progress {
    private Progress() {}

    /** The steps of the message, and what comes after them. */
    static String list(Outcome outcome, String last, boolean lastDone) {
        MessageState message = outcome.messages().get(outcome.messages().size() - 1);
        StringBuilder out = new StringBuilder("<ol class=\"steps\">\n");
        step(out, "Taken by Infobip", reached(message, MessageStatus.ACCEPTED));
        step(out, "Delivered to the phone", reached(message, MessageStatus.DELIVERED));
        step(out, "Seen", reached(message, MessageStatus.SEEN));
        step(out, last, lastDone);
        out.append("</ol>\n");
        message.failure()
                .map(DeliveryFailure::describe)
                .ifPresent(why -> out.append("<p class=\"bad\" role=\"alert\">")
                        .append("The message did not get there. ")
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
                .append(
                        done
                                ? "<span class=\"unseen\">: done</span></li>\n"
                                : "<span class=\"unseen\">: not yet</span></li>\n");
    }
}
