package io.chatauth.samples.bank.play;

import io.chatauth.ChatAuthException;
import io.chatauth.samples.stage.App;
import io.chatauth.samples.stage.StepMissingException;
import io.chatauth.samples.stage.Transcript;
import java.util.function.Consumer;

/** Plays the five flows in the five apps, each with one attack that is refused; and says why, where an app can't carry one. */
public final class Flows {
    /** How many steps there are. */
    public static final int STEPS =
            CodeScene.STEPS + LinkScene.STEPS + OptInScene.STEPS + PaymentScene.STEPS + CardScene.STEPS;

    private Flows() {}

    /**
     * Plays them against a sandbox of their own, as far as it goes.
     *
     * @param transcript where the steps are written
     * @return every API request that the sandbox received, as JSON for people
     */
    public static String play(Transcript transcript) {
        try (Cast cast = new Cast(transcript)) {
            try {
                scene(cast, "Log in by a code", new CodeScene(cast)::play);
                scene(cast, "Log in by a link", new LinkScene(cast)::play);
                PaymentScene payments = new PaymentScene(cast);
                scene(cast, "Confirm a payment", payments::play);
                payments.playMore();
                scene(cast, "Activate a card", new CardScene(cast)::play);
                scene(cast, "Opt in by writing first", new OptInScene(cast)::play);
            } catch (StepMissingException | ChatAuthException e) {
                transcript.missing(String.valueOf(e.getMessage()));
            }
            return cast.journal();
        }
    }

    private static void scene(Cast cast, String title, Consumer<App> play) {
        cast.say("");
        cast.say(title);
        for (App app : App.values()) {
            play.accept(app);
        }
    }
}
