package io.chatauth.samples.bank.play;

import io.chatauth.Answer;
import io.chatauth.ChallengeState;
import io.chatauth.Transaction;
import io.chatauth.samples.bank.Bank;
import io.chatauth.samples.bank.Begun;
import io.chatauth.samples.stage.App;
import io.chatauth.samples.stage.Phone;
import io.chatauth.samples.stage.StepMissingException;
import java.util.Optional;

/** Payments: asked in the chat, or by a page; by a code where nobody can write back. */
final class PaymentScene {
    /** Each app once with an attack; besides, two digits and a page, each with an attack, and a no. */
    static final int STEPS = 2 * App.values().length + 5;

    private static final Transaction SHOP = Transaction.of("120.50", "EUR", "Shop Ltd");
    private static final Transaction OTHER = Transaction.of("999.00", "EUR", "Shop Ltd");

    private final Cast cast;

    PaymentScene(Cast cast) {
        this.cast = cast;
    }

    void play(App app) {
        switch (app) {
            case WHATSAPP -> tap(app);
            case VIBER -> bareReply(app);
            default -> code(app);
        }
    }

    /** What one app is enough for. */
    void playMore() {
        digits(App.WHATSAPP);
        page(App.VIBER);
        refuse(App.WHATSAPP);
    }

    private Begun ask(App app, Transaction payment, Bank.Way way) {
        return cast.bank().pay(Cast.NICK, payment, app, way, cast.nicks());
    }

    private void tap(App app) {
        Begun begun = ask(app, SHOP, Bank.Way.QUESTION);
        Phone.Shown shown = cast.arrive(begun, Cast.NICK);
        Phone.Button yes = shown.buttons().get(0);
        String id = cast.phone().write(app, Cast.digits(Cast.MIA), yes.value());
        cast.doorbell().await(id);
        cast.stands(begun, ChallengeState.OPEN);
        cast.refused(app, "Mia sends what Nick's button would", "the question is still open");
        cast.doorbell().await(cast.phone().tap(app, Cast.digits(Cast.NICK), shown.id(), yes));
        cast.went(app, "Nick taps [ " + yes + " ] -> " + cast.approval(begun));
        cast.stands(begun, ChallengeState.APPROVED);
    }

    private void bareReply(App app) {
        Begun one = ask(app, SHOP, Bank.Way.QUESTION);
        Begun two = ask(app, OTHER, Bank.Way.QUESTION);
        cast.arrive(one, Cast.NICK);
        cast.arrive(two, Cast.NICK);
        cast.doorbell().await(cast.phone().write(app, Cast.digits(Cast.NICK), "Y"));
        cast.stands(one, ChallengeState.OPEN);
        cast.stands(two, ChallengeState.OPEN);
        cast.refused(app, "a bare Y while two payments wait", "counts for none, and Nick is told how to answer");
        cast.bank().cancel(two);
        cast.doorbell().await(cast.phone().write(app, Cast.digits(Cast.NICK), "Y"));
        cast.went(app, "Nick replies Y, with one waiting -> " + cast.approval(one));
    }

    private void code(App app) {
        Begun begun = ask(app, SHOP, Bank.Way.QUESTION);
        String code = Cast.code(cast.arrive(begun, Cast.NICK));
        Answer other = cast.verify(begun, code, begun.expect().transaction(OTHER));
        cast.refused(app, "the code for another amount", Cast.expect(Answer.Unknown.class, other));
        cast.went(
                app,
                "nobody can reply: a code for this payment is typed -> "
                        + Cast.expect(Answer.Approved.class, cast.bank().verify(begun, code)));
    }

    private void digits(App app) {
        Begun begun = ask(app, SHOP, Bank.Way.NUMBER);
        Phone.Shown shown = cast.arrive(begun, Cast.NICK);
        String number = begun.number().orElseThrow();
        cast.doorbell().await(cast.phone().quote(app, Cast.digits(Cast.NICK), shown.id(), number));
        cast.went(app, "Nick replies with the two digits of the page -> " + cast.approval(begun));
        Begun flooded = ask(app, OTHER, Bank.Way.NUMBER);
        Phone.Shown again = cast.arrive(flooded, Cast.NICK);
        String wrong = "%02d".formatted((Integer.parseInt(flooded.number().orElseThrow()) + 1) % 100);
        cast.doorbell().await(cast.phone().quote(app, Cast.digits(Cast.NICK), again.id(), wrong));
        cast.stands(flooded, ChallengeState.EXHAUSTED);
        cast.refused(app, "a wrong number, to end a flood of questions", "EXHAUSTED");
    }

    private void page(App app) {
        Begun begun = ask(app, SHOP, Bank.Way.PAGE);
        String link = Cast.link(cast.arrive(begun, Cast.NICK));
        Browser browser = cast.nicksBrowser();
        Browser.Page page = browser.open(link);
        StepMissingException.unless(
                page.html().contains("EUR 120.50") && page.html().contains("Shop Ltd"), "the page shows no payment");
        Browser foreign = Browser.unknown();
        int status = foreign.press(page, 0, Optional.empty()).status();
        cast.stands(begun, ChallengeState.OPEN);
        cast.refused(app, "another site's browser posts the form of the page", "page " + status);
        browser.press(page, 0, Optional.empty());
        cast.went(app, "Nick presses yes on the page -> " + cast.approval(begun));
    }

    private void refuse(App app) {
        Begun begun = ask(app, OTHER, Bank.Way.QUESTION);
        Phone.Shown shown = cast.arrive(begun, Cast.NICK);
        cast.doorbell()
                .await(cast.phone()
                        .tap(
                                app,
                                Cast.digits(Cast.NICK),
                                shown.id(),
                                shown.buttons().get(1)));
        cast.doorbell()
                .await(cast.phone()
                        .tap(
                                app,
                                Cast.digits(Cast.NICK),
                                shown.id(),
                                shown.buttons().get(0)));
        cast.stands(begun, ChallengeState.DENIED);
        cast.refused(app, "a yes after Nick's no", "DENIED, a report of fraud");
    }
}
