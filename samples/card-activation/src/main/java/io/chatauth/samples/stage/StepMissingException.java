package io.chatauth.samples.stage;

/** A step of the story did not happen. */
public final class StepMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what happened instead.
     *
     * @param why a sentence
     */
    public StepMissingException(String why) {
        super(why);
    }

    /**
     * Goes on only if it happened.
     *
     * @param happened whether it did
     * @param otherwise the other thing that happened
     * @throws StepMissingException if it did not
     */
    public static void unless(boolean happened, String otherwise) {
        if (!happened) {
            throw new StepMissingException(otherwise);
        }
    }
}
