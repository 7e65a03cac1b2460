package io.chatauth.samples.bank.play;

import io.chatauth.Answer;
import io.chatauth.Expect;
import io.chatauth.Tenant;
import io.chatauth.samples.bank.Begun;
import io.chatauth.samples.stage.App;

/** Verification codes: the person reads one in the app and types it. */
final class CodeScene {
    static final int STEPS = 2 * App.values().length;

    private final Cast cast;

    CodeScene(Cast cast) {
        this.cast = cast;
    }

    void play(App app) {
        Begun begun = cast.bank().loginByCode(Cast.NICK.phone(), app, cast.nicks());
        String code = Cast.code(cast.arrive(begun, Cast.NICK));
        if (app == App.VIBER) {
            type(app, begun, code);
            Answer again = cast.bank().verify(begun, code);
            cast.refused(app, "the same code again", Cast.expect(Answer.AlreadyAnswered.class, again));
            return;
        }
        attack(app, begun, code);
        type(app, begun, code);
    }

    private void type(App app, Begun begun, String code) {
        cast.went(
                app,
                "the code is typed -> "
                        + Cast.expect(Answer.Approved.class, cast.bank().verify(begun, code)));
    }

    private void attack(App app, Begun begun, String code) {
        Expect right = begun.expect();
        switch (app) {
            case WHATSAPP ->
                unknown(
                        app,
                        "this code for a payment",
                        begun,
                        code,
                        Expect.purpose("payment").subject(Cast.NICK.id()));
            case LINE -> unknown(app, "this code for Mia's account", begun, code, right.subject(Cast.MIA.id()));
            case KAKAO -> unknown(app, "this code at another bank", begun, code, right.tenant(Tenant.of("other-bank")));
            default -> {
                Begun mias = cast.bank().loginByCode(Cast.MIA.phone(), app, cast.nicks());
                cast.refused(
                        app,
                        "this code in another log-in",
                        Cast.expect(Answer.WrongAnswer.class, cast.bank().verify(mias, code)));
            }
        }
    }

    private void unknown(App app, String attack, Begun begun, String code, Expect other) {
        cast.refused(app, attack, Cast.expect(Answer.Unknown.class, cast.verify(begun, code, other)));
    }
}
