package io.chatauth.internal.page;

import java.util.Map;

/** German, in its formal register. */
final class InGerman {
    static final Words WORDS = Words.of(
            "de",
            Map.ofEntries(
                    Map.entry(Phrase.SIGN_IN, "Anmelden"),
                    Map.entry(
                            Phrase.SIGN_IN_HERE,
                            "Sie möchten sich in diesem Browser bei {site} anmelden. Drücken Sie die Schaltfläche, um fortzufahren."),
                    Map.entry(
                            Phrase.SIGN_IN_ELSEWHERE,
                            "Sie haben diesen Link in einem anderen Browser geöffnet als in dem, mit dem Sie sich bei {site} anmelden möchten. Geben Sie die zwei Ziffern ein, die dort angezeigt werden."),
                    Map.entry(
                            Phrase.SIGN_IN_NOT_ME,
                            "Falls Sie das nicht waren, schließen Sie diese Seite. Dann geschieht nichts. Nennen Sie die Ziffern niemandem, und geben Sie keine Ziffern ein, die Ihnen jemand nennt."),
                    Map.entry(Phrase.SIGN_IN_BUTTON, "Anmelden"),
                    Map.entry(Phrase.DIGITS, "Zwei Ziffern"),
                    Map.entry(Phrase.ONE_TRY, "Sie haben einen Versuch."),
                    Map.entry(Phrase.PAYMENT, "Zahlung bestätigen"),
                    Map.entry(Phrase.PAYMENT_HERE, "Diese Zahlung wartet bei {site} auf Sie. Bestätigen Sie sie?"),
                    Map.entry(
                            Phrase.PAYMENT_ELSEWHERE,
                            "Um zu bestätigen, geben Sie die zwei Ziffern ein, die dort angezeigt werden, wo die Zahlung begonnen wurde. Zum Ablehnen brauchen Sie keine."),
                    Map.entry(
                            Phrase.PAYMENT_NOT_ME,
                            "Falls Sie das nicht waren, lehnen Sie ab. Geben Sie keine Ziffern ein, die Ihnen jemand nennt."),
                    Map.entry(Phrase.AMOUNT, "Betrag"),
                    Map.entry(Phrase.PAYEE, "An"),
                    Map.entry(Phrase.CONFIRM, "Bestätigen"),
                    Map.entry(Phrase.REFUSE, "Ablehnen"),
                    Map.entry(Phrase.APPROVED_SIGN_IN, "Sie sind angemeldet"),
                    Map.entry(Phrase.APPROVED_PAYMENT, "Zahlung bestätigt"),
                    Map.entry(
                            Phrase.GO_BACK,
                            "Sie können diese Seite schließen und dorthin zurückkehren, wo Sie begonnen haben."),
                    Map.entry(Phrase.REFUSED, "Zahlung abgelehnt"),
                    Map.entry(
                            Phrase.REFUSED_TEXT,
                            "Danke für Ihren Hinweis. Die Zahlung ist nicht bestätigt. Sie können diese Seite schließen."),
                    Map.entry(Phrase.WRONG, "Die Ziffern waren falsch"),
                    Map.entry(
                            Phrase.WRONG_TEXT,
                            "Zu Ihrer Sicherheit gilt dieser Link nicht mehr. Beginnen Sie dort neu, wo Sie begonnen haben."),
                    Map.entry(Phrase.OVER, "Dieser Link gilt nicht mehr"),
                    Map.entry(
                            Phrase.OVER_TEXT,
                            "Er gilt nur einmal und wurde verwendet oder zurückgezogen. Wenn Sie die Schaltfläche selbst gedrückt haben, ist alles in Ordnung. Sonst beginnen Sie bitte neu."),
                    Map.entry(Phrase.EXPIRED, "Dieser Link ist abgelaufen"),
                    Map.entry(
                            Phrase.EXPIRED_TEXT,
                            "Er gilt nur wenige Minuten. Beginnen Sie dort neu, wo Sie begonnen haben."),
                    Map.entry(Phrase.UNKNOWN, "Dieser Link funktioniert nicht"),
                    Map.entry(
                            Phrase.UNKNOWN_TEXT,
                            "Öffnen Sie ihn so, wie er in der neuesten Nachricht steht, oder beginnen Sie neu."),
                    Map.entry(Phrase.LATER, "Bitte später erneut versuchen"),
                    Map.entry(
                            Phrase.LATER_TEXT,
                            "Das ist gerade nicht möglich. Der Link wurde nicht verwendet; öffnen Sie ihn in einer Minute noch einmal."),
                    Map.entry(
                            Phrase.AGAIN,
                            "Die Seite war zu lange geöffnet oder wurde nicht vollständig gesendet. Bitte versuchen Sie es noch einmal."),
                    Map.entry(Phrase.DIGITS_MISSING, "Geben Sie zuerst die zwei Ziffern ein.")));

    private InGerman() {}
}
