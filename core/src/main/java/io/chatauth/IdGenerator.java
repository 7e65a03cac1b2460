package io.chatauth;

/**
 * Makes the ids of challenges and messages. The default makes challenge ids of 128 random bits and message ids
 * {@code <challengeId>-<step>-<send>}, so that a report finds its challenge without an index. With another form the
 * engine keeps a mapping in the shared state. Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface IdGenerator {
    /**
     * Makes an id that no challenge of any tenant ever had or will have.
     *
     * @return the new id
     */
    ChallengeId newChallengeId();

    /**
     * Makes the id of one message of a challenge, 1 to 200 letters, digits, underscores or hyphens.
     *
     * @param challenge the challenge
     * @param step the step of the route, from 0
     * @param send the send on that step, from 0
     * @return the message id, always the same for the same arguments
     */
    default String messageId(ChallengeId challenge, int step, int send) {
        return challenge.value() + "-" + step + "-" + send;
    }
}
