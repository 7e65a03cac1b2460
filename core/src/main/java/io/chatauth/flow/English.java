package io.chatauth.flow;

import io.chatauth.flow.Wording.Answer;
import io.chatauth.flow.Wording.Labelled;
import io.chatauth.flow.Wording.Question;

/** English. */
final class English {
    static final Wording WORDS = new Wording(
            "en",
            new Labelled("{{code}} is your verification code. Do not share it with anyone.", "Copy code"),
            new Labelled(
                    "You asked to sign in. To continue, open the link below. It works once and only for a few minutes."
                            + " If this was not you, ignore this message.",
                    "Sign in"),
            "I agree that {{site}} writes to me in this chat. Code: {{code}}. I send this only because I started it myself on {{site}}.",
            "Thank you. You have agreed to get messages from us in this chat.",
            new Question(
                    "A payment of {{amount}} to {{payee}} is waiting for you. Do you confirm it?",
                    new Answer("Confirm", "Y"),
                    new Answer("Refuse", "N")),
            new Labelled("""
                    Code to confirm the payment of {{amount}} to {{payee}}:
                    {{code}}
                    Enter it only if you asked for this payment. Never share it.""", "Copy code"),
            new Labelled(
                    "Hello {{name}}, your new card has been sent to you. To activate it, please call us.", "Call us"),
            "A payment of {{amount}} to {{payee}} is waiting for you. To confirm it, reply with the two digits that are shown where the payment began. If this was not you, refuse it.",
            new Labelled(
                    "A payment of {{amount}} to {{payee}} is waiting for you. To confirm or refuse it, open the link below. It works once and only for a few minutes.",
                    "Look at the payment"));

    private English() {}
}
