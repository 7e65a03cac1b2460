package io.chatauth.samples.bank.play;

import io.chatauth.ChallengeState;
import io.chatauth.samples.bank.Bank;
import io.chatauth.samples.bank.Begun;
import io.chatauth.samples.stage.App;
import io.chatauth.samples.stage.StepMissingException;
import java.util.List;
import java.util.Optional;

/** Login links: opening one shows a page, pressing its button logs in the browser where it began. */
final class LinkScene {
    static final int STEPS = 2 * App.values().length - 1;

    private static final List<String> CRAWLERS = List.of(
            "WhatsApp/2.23.20.0",
            "facebookexternalhit/1.1",
            "Viber",
            "kakaotalk-scrap/1.0",
            "Mozilla/5.0 (compatible; Zalo)",
            "Mozilla/5.0 (compatible; Googlebot/2.1)");

    private final Cast cast;

    LinkScene(Cast cast) {
        this.cast = cast;
    }

    void play(App app) {
        if (app == App.LINE) {
            cast.cannot(app, () -> cast.bank().loginByLink(Cast.NICK.phone(), app, cast.nicks()));
            return;
        }
        Begun begun = cast.bank().loginByLink(Cast.NICK.phone(), app, cast.nicks());
        String link = Cast.link(cast.arrive(begun, Cast.NICK));
        switch (app) {
            case WHATSAPP -> crawlers(app, begun, link);
            case VIBER -> wrongDigits(app);
            case KAKAO -> otherBrowser(app, begun);
            default -> changed(app, begun, link);
        }
        if (app == App.VIBER) {
            elsewhere(app, begun, link);
        } else {
            press(app, begun, link);
        }
    }

    private void press(App app, Begun begun, String link) {
        Browser browser = cast.nicksBrowser();
        Browser.Page sentOn = browser.press(browser.open(link), 0, Optional.empty());
        StepMissingException.unless(sentOn.status() == 303, "the press was answered with " + sentOn.status());
        cast.went(app, "opened and pressed in Nick's browser -> " + cast.approval(begun));
    }

    private void elsewhere(App app, Begun begun, String link) {
        Browser other = Browser.unknown();
        other.press(other.open(link), 0, begun.number());
        cast.went(app, "opened elsewhere, with the two digits that Nick's browser shows -> " + cast.approval(begun));
    }

    private void crawlers(App app, Begun begun, String link) {
        for (String crawler : CRAWLERS) {
            for (String method : List.of("HEAD", "GET")) {
                int status = Browser.unknown().fetch(method, link, crawler).status();
                StepMissingException.unless(status == 200, crawler + " got " + status);
            }
        }
        cast.stands(begun, ChallengeState.OPEN);
        cast.refused(app, CRAWLERS.size() + " crawlers open the link with HEAD and GET", "it is still unspent");
    }

    private void wrongDigits(App app) {
        Begun begun = cast.bank().loginByLink(Cast.NICK.phone(), app, cast.nicks());
        String link = Cast.link(cast.arrive(begun, Cast.NICK));
        int wrong = (Integer.parseInt(begun.number().orElseThrow()) + 1) % 100;
        Browser thief = Browser.unknown();
        int status = thief.press(thief.open(link), 0, Optional.of("%02d".formatted(wrong)))
                .status();
        cast.stands(begun, ChallengeState.EXHAUSTED);
        cast.refused(app, "who stole a link guesses the two digits, once", "EXHAUSTED, page " + status);
    }

    private void otherBrowser(App app, Begun begun) {
        Bank.Browser thief = new Bank.Browser("a-thief-s-browser-012345", "127.0.0.1");
        boolean nothing = cast.local()
                .chatAuth()
                .outcome(begun.id(), begun.expect().binding(thief.device()))
                .isEmpty();
        StepMissingException.unless(nothing, "another browser is told the outcome");
        cast.refused(app, "another browser asks for Nick's approval", "nothing is there");
    }

    private void changed(App app, Begun begun, String link) {
        char last = link.charAt(link.length() - 1);
        String other = link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A');
        int status = cast.nicksBrowser().open(other).status();
        StepMissingException.unless(status == 404, "a changed link is answered with " + status);
        cast.stands(begun, ChallengeState.OPEN);
        cast.refused(app, "one letter of the link is changed", "page 404");
    }
}
