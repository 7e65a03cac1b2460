package io.chatauth.samples.cardactivation;

import java.util.Optional;

/** Who is asked before something real is sent. */
@FunctionalInterface
public interface Terminal {
    /**
     * Asks a question.
     *
     * @param question the question
     * @return the answer; empty if there is nobody to ask, or the input has ended
     */
    Optional<String> ask(String question);

    /**
     * Gives the terminal of this process.
     *
     * @return nobody, if input or output is not one
     */
    static Terminal ofProcess() {
        return question -> Optional.ofNullable(System.console()).map(console -> console.readLine("%s", question));
    }
}
