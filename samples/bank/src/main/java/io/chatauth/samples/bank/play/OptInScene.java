package io.chatauth.samples.bank.play;

import io.chatauth.Answer;
import io.chatauth.ChallengeState;
import io.chatauth.Invitation;
import io.chatauth.samples.bank.Begun;
import io.chatauth.samples.stage.App;
import io.chatauth.samples.stage.StepMissingException;
import io.chatauth.webhook.WebhookRequest;
import java.net.URI;

/** Opt-in: the person presses Send in the app, and the page where it began confirms the address that wrote. */
final class OptInScene {
    static final int STEPS = 2 * 3 + 2;

    /** Zalo knows people by ids of its own. */
    private static final String NICK_ON_ZALO = "3572193847120934857";

    private final Cast cast;

    OptInScene(Cast cast) {
        this.cast = cast;
    }

    void play(App app) {
        if (app == App.LINE || app == App.KAKAO) {
            cast.cannot(app, () -> cast.bank().optIn(app, cast.nicks()));
            return;
        }
        String nick = app == App.ZALO ? NICK_ON_ZALO : Cast.digits(Cast.NICK);
        Begun begun = cast.bank().optIn(app, cast.nicks());
        Invitation invitation = begun.invitation().orElseThrow();
        switch (app) {
            case VIBER -> forged(app, begun, nick, invitation);
            case ZALO -> early(app, begun);
            default -> {
                // The attack comes later: somebody is faster than who was invited, or slower.
            }
        }
        cast.doorbell().await(cast.phone().write(app, nick, invitation.text()));
        String from = cast.outcome(begun)
                .answeredFrom()
                .orElseThrow(() -> new StepMissingException("nobody's message has come"));
        if (app == App.WHATSAPP) {
            second(app, begun, invitation, from);
        }
        Answer answer = cast.bank().complete(begun);
        cast.went(
                app,
                (invitation.prefilled() ? "Nick presses Send" : "Nick types the code") + ", and confirms " + from
                        + " on the page -> " + Cast.expect(Answer.Approved.class, answer));
    }

    private void second(App app, Begun begun, Invitation invitation, String from) {
        cast.doorbell().await(cast.phone().write(app, Cast.digits(Cast.MIA), invitation.text()));
        StepMissingException.unless(
                cast.outcome(begun).answeredFrom().stream().allMatch(from::equals), "the second phone took the place");
        cast.refused(app, "a second phone sends the same code", "the page still shows " + from);
    }

    /** A true webhook, which came before, with another person's words in it: its signature fits no more. */
    private void forged(App app, Begun begun, String nick, Invitation invitation) {
        WebhookRequest real = cast.doorbell().await(cast.phone().write(app, nick, "Hello"));
        String body = Doorbell.text(real).replace("Hello", invitation.text());
        int status = Browser.unknown()
                .post(URI.create(cast.local().web().webhookBase() + real.path()), body)
                .status();
        StepMissingException.unless(status >= 400, "a forged webhook is answered with " + status);
        StepMissingException.unless(cast.outcome(begun).answeredFrom().isEmpty(), "a forged webhook counted");
        cast.refused(app, "a forged webhook says that Nick wrote", "HTTP " + status);
    }

    private void early(App app, Begun begun) {
        Answer answer = cast.bank().complete(begun);
        cast.stands(begun, ChallengeState.OPEN);
        cast.refused(app, "the page confirms before anybody wrote", Cast.expect(Answer.Waiting.class, answer));
    }
}
