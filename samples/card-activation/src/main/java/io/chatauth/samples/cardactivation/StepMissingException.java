package io.chatauth.samples.cardactivation;

/** A step of the story did not happen. */
final class StepMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepMissingException(String why) {
        super(why);
    }
}
