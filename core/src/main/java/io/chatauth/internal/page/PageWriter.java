package io.chatauth.internal.page;

import io.chatauth.internal.engine.LinkDesk.Opened;
import io.chatauth.internal.link.LinkSettings;
import io.chatauth.page.Page;
import io.chatauth.page.PageForm;
import io.chatauth.page.PageText;
import io.chatauth.page.PageText.Fact;
import io.chatauth.store.ChallengeRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in words and fields what a page is to show. */
final class PageWriter {
    private final LinkSettings settings;

    PageWriter(LinkSettings settings) {
        this.settings = settings;
    }

    /**
     * A page that asks.
     *
     * @param link an open link
     * @param action where the form goes
     * @param formToken the form's token
     */
    Page ask(Opened link, Words words, Optional<Phrase> notice, String action, String formToken, String nonce) {
        boolean payment = link.transaction().isPresent();
        boolean home = link.home();
        Page.Kind kind = payment
                ? (home ? Page.Kind.PAYMENT : Page.Kind.PAYMENT_ELSEWHERE)
                : (home ? Page.Kind.SIGN_IN : Page.Kind.SIGN_IN_ELSEWHERE);
        List<String> lines = payment
                ? List.of(words.say(Phrase.PAYMENT_HERE, settings.site()))
                : List.of(words.say(home ? Phrase.SIGN_IN_HERE : Phrase.SIGN_IN_ELSEWHERE, settings.site()));
        List<Fact> facts = link.transaction()
                .map(what -> List.of(
                        new Fact(words.say(Phrase.AMOUNT), what.amountText()),
                        new Fact(words.say(Phrase.PAYEE), what.payee())))
                .orElse(List.of());
        String close = words.say(payment ? Phrase.PAYMENT_NOT_ME : Phrase.SIGN_IN_NOT_ME);
        PageText text = new PageText(
                words.language(),
                words.rightToLeft(),
                words.say(payment ? Phrase.PAYMENT : Phrase.SIGN_IN),
                notice.map(words::say),
                lines,
                facts,
                Optional.of(close));
        PageForm form = new PageForm(
                action,
                Map.of(Fields.FORM, formToken),
                home ? Optional.empty() : Optional.of(digits(words, payment)),
                buttons(words, payment, home));
        return new Page(kind, link.challenge().map(ChallengeRecord::flow), text, Optional.of(form), nonce);
    }

    private static PageForm.Digits digits(Words words, boolean payment) {
        return new PageForm.Digits(
                Fields.DIGITS,
                words.say(Phrase.DIGITS),
                (payment ? words.say(Phrase.PAYMENT_ELSEWHERE) + " " : "") + words.say(Phrase.ONE_TRY));
    }

    private static List<PageForm.Choice> buttons(Words words, boolean payment, boolean home) {
        PageForm.Choice yes = new PageForm.Choice(
                Fields.CHOICE, Fields.YES, words.say(payment ? Phrase.CONFIRM : Phrase.SIGN_IN_BUTTON), !home);
        return payment
                ? List.of(yes, new PageForm.Choice(Fields.CHOICE, Fields.NO, words.say(Phrase.REFUSE), false))
                : List.of(yes);
    }

    /** A page that tells and asks nothing. */
    Page tell(Page.Kind kind, Opened link, Words words, String nonce) {
        PageText text = new PageText(
                words.language(),
                words.rightToLeft(),
                words.say(title(kind, link.payment())),
                Optional.empty(),
                List.of(words.say(text(kind))),
                List.of(),
                Optional.empty());
        return new Page(kind, link.challenge().map(ChallengeRecord::flow), text, Optional.empty(), nonce);
    }

    private static Phrase title(Page.Kind kind, boolean payment) {
        return switch (kind) {
            case SIGN_IN, SIGN_IN_ELSEWHERE, PAYMENT, PAYMENT_ELSEWHERE ->
                throw new IllegalArgumentException(kind + " asks");
            case APPROVED -> payment ? Phrase.APPROVED_PAYMENT : Phrase.APPROVED_SIGN_IN;
            case REFUSED -> Phrase.REFUSED;
            case WRONG_DIGITS -> Phrase.WRONG;
            case OVER -> Phrase.OVER;
            case EXPIRED -> Phrase.EXPIRED;
            case UNKNOWN -> Phrase.UNKNOWN;
            case LATER -> Phrase.LATER;
        };
    }

    private static Phrase text(Page.Kind kind) {
        return switch (kind) {
            case SIGN_IN, SIGN_IN_ELSEWHERE, PAYMENT, PAYMENT_ELSEWHERE ->
                throw new IllegalArgumentException(kind + " asks");
            case APPROVED -> Phrase.GO_BACK;
            case REFUSED -> Phrase.REFUSED_TEXT;
            case WRONG_DIGITS -> Phrase.WRONG_TEXT;
            case OVER -> Phrase.OVER_TEXT;
            case EXPIRED -> Phrase.EXPIRED_TEXT;
            case UNKNOWN -> Phrase.UNKNOWN_TEXT;
            case LATER -> Phrase.LATER_TEXT;
        };
    }
}
