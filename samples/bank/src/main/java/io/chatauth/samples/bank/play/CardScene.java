package io.chatauth.samples.bank.play;

import io.chatauth.Answer;
import io.chatauth.Expect;
import io.chatauth.RequestException;
import io.chatauth.samples.bank.Begun;
import io.chatauth.samples.stage.App;
import io.chatauth.samples.stage.Phone;
import io.chatauth.samples.stage.StepMissingException;

/** Cards: the message says whom to call, and the call centre completes it. */
final class CardScene {
    static final int STEPS = 2 * App.values().length;

    private final Cast cast;

    CardScene(Cast cast) {
        this.cast = cast;
    }

    void play(App app) {
        Begun begun = cast.bank().sendCard(Cast.NICK, app);
        Phone.Shown shown = cast.arrive(begun, Cast.NICK);
        StepMissingException.unless(shown.text().contains("please give us a call"), app + " shows " + shown);
        if (app == App.ZALO) {
            called(app, begun);
            Answer again = cast.bank().complete(begun);
            cast.refused(app, "the call centre activates it twice", Cast.expect(Answer.AlreadyAnswered.class, again));
            return;
        }
        attack(app, begun);
        called(app, begun);
    }

    private void called(App app, Begun begun) {
        cast.went(
                app,
                "Nick has called -> "
                        + Cast.expect(Answer.Approved.class, cast.bank().complete(begun)));
    }

    private void attack(App app, Begun begun) {
        switch (app) {
            case WHATSAPP ->
                unknown(
                        app,
                        "Mia's call activates Nick's card",
                        begun,
                        begun.expect().subject(Cast.MIA.id()));
            case VIBER -> unknown(app, "the call counts as a log-in", begun, Expect.purpose("login"));
            case LINE -> typed(app, begun);
            default -> {
                Begun withdrawn = cast.bank().sendCard(Cast.NICK, app);
                cast.bank().cancel(withdrawn);
                cast.refused(
                        app,
                        "a withdrawn card is activated",
                        Cast.expect(Answer.Cancelled.class, cast.bank().complete(withdrawn)));
            }
        }
    }

    private void typed(App app, Begun begun) {
        try {
            cast.bank().verify(begun, "123456");
        } catch (RequestException e) {
            cast.refused(app, "somebody types a code for it", "there is none to type");
            return;
        }
        throw new StepMissingException("a card was activated by typing");
    }

    private void unknown(App app, String attack, Begun begun, Expect other) {
        Answer answer = cast.local().chatAuth().complete(begun.id(), other);
        cast.refused(app, attack, Cast.expect(Answer.Unknown.class, answer));
    }
}
