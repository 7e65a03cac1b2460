package io.chatauth.samples.cardactivation;

import io.chatauth.samples.stage.Phone;
import io.chatauth.samples.stage.Transcript;

/** Infobip's tutorial, played without a person. */
public final class Tutorial {
    /** How many steps it has. */
    public static final int STEPS = Story.STEPS;

    private Tutorial() {}

    /**
     * Plays it against a sandbox of its own, as far as it goes.
     *
     * @param transcript where the steps are written
     * @return every API request that the sandbox received, as JSON for people
     */
    public static String play(Transcript transcript) {
        try (LocalService service = LocalService.start()) {
            Phone phone = new Phone(service.sandboxUri());
            new Story(service, phone, transcript).play();
            return phone.journal();
        }
    }
}
