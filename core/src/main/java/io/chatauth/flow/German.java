package io.chatauth.flow;

import io.chatauth.flow.Wording.Answer;
import io.chatauth.flow.Wording.Labelled;
import io.chatauth.flow.Wording.Question;

/** German. */
final class German {
    static final Wording WORDS = new Wording(
            "de",
            new Labelled("{{code}} ist Ihr Bestätigungscode. Geben Sie ihn an niemanden weiter.", "Code kopieren"),
            new Labelled(
                    "Sie möchten sich anmelden. Öffnen Sie dazu den folgenden Link. Er gilt nur einmal und nur wenige Minuten."
                            + " Falls Sie das nicht waren, ignorieren Sie diese Nachricht.",
                    "Anmelden"),
            "Ich bin einverstanden, dass {{site}} mir in diesem Chat schreibt. Code: {{code}}. Ich sende dies nur, weil ich selbst auf {{site}} damit begonnen habe.",
            "Vielen Dank. Sie haben zugestimmt, in diesem Chat Nachrichten von uns zu erhalten.",
            new Question(
                    "Eine Zahlung von {{amount}} an {{payee}} wartet auf Sie. Bestätigen Sie diese Zahlung?",
                    new Answer("Bestätigen", "J"),
                    new Answer("Ablehnen", "N")),
            new Labelled("""
                    Code zur Bestätigung der Zahlung von {{amount}} an {{payee}}:
                    {{code}}
                    Geben Sie ihn nur ein, wenn Sie diese Zahlung beauftragt haben. Geben Sie ihn nie weiter.""", "Code kopieren"),
            new Labelled(
                    "Guten Tag, {{name}}. Ihre neue Karte ist unterwegs zu Ihnen. Bitte rufen Sie uns an, um sie zu aktivieren.",
                    "Anrufen"),
            "Eine Zahlung von {{amount}} an {{payee}} wartet auf Sie. Um sie zu bestätigen, antworten Sie mit den zwei Ziffern, die dort stehen, wo die Zahlung begonnen wurde. Falls Sie das nicht waren, lehnen Sie sie ab.",
            new Labelled(
                    "Eine Zahlung von {{amount}} an {{payee}} wartet auf Sie. Um sie zu bestätigen oder abzulehnen, öffnen Sie den folgenden Link. Er gilt nur einmal und nur wenige Minuten.",
                    "Zahlung ansehen"));

    private German() {}
}
