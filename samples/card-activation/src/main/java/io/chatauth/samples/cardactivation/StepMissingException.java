package io.chatauth.samples.cardactivation;

/** A step of the story did not happen. */
final class StepMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepMissingException(String why) {
        super(why);
    }

    /**
     * Goes on only if it happened.
     *
     * @throws StepMissingException with the other thing that happened
     */
    static void unless(boolean happened, String otherwise) {
        if (!happened) {
            throw new StepMissingException(otherwise);
        }
    }
}
