package io.chatauth.sandbox.internal.server;

import java.util.List;
import java.util.Map;

/** A request that is refused: the HTTP status, a sentence, and what is wrong where. The shape of the body is another's. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, List<String>> violations;

    /**
     * Refuses with a sentence.
     *
     * @param status the HTTP status
     * @param message the sentence, empty where the status says it all
     */
    public Problem(int status, String message) {
        this(status, message, Map.of());
    }

    /**
     * Refuses with violations.
     *
     * @param status the HTTP status
     * @param message the sentence, empty where the status says it all
     * @param violations property paths, and what is wrong with each
     */
    public Problem(int status, String message, Map<String, List<String>> violations) {
        super(message);
        this.status = status;
        this.violations = violations;
    }

    /**
     * Tells the HTTP status.
     *
     * @return the status
     */
    public int status() {
        return status;
    }

    /**
     * Tells the sentence.
     *
     * @return the sentence, or an empty text
     */
    public String sentence() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /**
     * Tells what is wrong where.
     *
     * @return property paths and their violations
     */
    public Map<String, List<String>> violations() {
        return violations;
    }
}
