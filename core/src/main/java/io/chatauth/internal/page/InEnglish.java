package io.chatauth.internal.page;

import java.util.Map;

/** English, in its formal register. */
final class InEnglish {
    static final Words WORDS = Words.of(
            "en",
            Map.ofEntries(
                    Map.entry(Phrase.SIGN_IN, "Sign in"),
                    Map.entry(
                            Phrase.SIGN_IN_HERE,
                            "You asked to sign in to {site} in this browser. Press the button to go on."),
                    Map.entry(
                            Phrase.SIGN_IN_ELSEWHERE,
                            "You opened this link in another browser than the one you asked to sign in with to {site}. Enter the two digits that are shown there."),
                    Map.entry(
                            Phrase.SIGN_IN_NOT_ME,
                            "If this was not you, close this page. Nothing happens then. Never read the digits out to anybody and never enter digits that somebody tells you."),
                    Map.entry(Phrase.SIGN_IN_BUTTON, "Sign in"),
                    Map.entry(Phrase.DIGITS, "Two digits"),
                    Map.entry(Phrase.ONE_TRY, "You have one try."),
                    Map.entry(Phrase.PAYMENT, "Confirm a payment"),
                    Map.entry(Phrase.PAYMENT_HERE, "This payment is waiting for you at {site}. Do you confirm it?"),
                    Map.entry(
                            Phrase.PAYMENT_ELSEWHERE,
                            "To confirm, enter the two digits that are shown where the payment began. To refuse, you need none."),
                    Map.entry(
                            Phrase.PAYMENT_NOT_ME,
                            "If this was not you, refuse it. Never enter digits that somebody tells you."),
                    Map.entry(Phrase.AMOUNT, "Amount"),
                    Map.entry(Phrase.PAYEE, "To"),
                    Map.entry(Phrase.CONFIRM, "Confirm"),
                    Map.entry(Phrase.REFUSE, "Refuse"),
                    Map.entry(Phrase.APPROVED_SIGN_IN, "You are signed in"),
                    Map.entry(Phrase.APPROVED_PAYMENT, "Payment confirmed"),
                    Map.entry(Phrase.GO_BACK, "You can close this page and go back to where you began."),
                    Map.entry(Phrase.REFUSED, "Payment refused"),
                    Map.entry(
                            Phrase.REFUSED_TEXT,
                            "Thank you for telling us. The payment is not confirmed. You can close this page."),
                    Map.entry(Phrase.WRONG, "The digits were wrong"),
                    Map.entry(
                            Phrase.WRONG_TEXT,
                            "For your safety, this link does not work any more. Go back to where you began and start again."),
                    Map.entry(Phrase.OVER, "This link is over"),
                    Map.entry(
                            Phrase.OVER_TEXT,
                            "It works once, and it was used or withdrawn. If you pressed the button yourself, all is well. Otherwise start again where you began."),
                    Map.entry(Phrase.EXPIRED, "This link has expired"),
                    Map.entry(
                            Phrase.EXPIRED_TEXT,
                            "It works only for a few minutes. Go back to where you began and start again."),
                    Map.entry(Phrase.UNKNOWN, "This link does not work"),
                    Map.entry(
                            Phrase.UNKNOWN_TEXT,
                            "Open it as it stands in the newest message, or start again where you began."),
                    Map.entry(Phrase.LATER, "Please try again later"),
                    Map.entry(
                            Phrase.LATER_TEXT,
                            "This can’t be done just now. The link was not used; open it again in a minute."),
                    Map.entry(Phrase.AGAIN, "The page was open for too long, or was not sent whole. Please try again."),
                    Map.entry(Phrase.DIGITS_MISSING, "Enter the two digits first.")));

    private InEnglish() {}
}
