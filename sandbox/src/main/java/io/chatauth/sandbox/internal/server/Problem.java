package io.chatauth.sandbox.internal.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is refused: the HTTP status, a sentence, and what is wrong where. The shape of the body is another's. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String code;
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
        this(status, null, message, violations);
    }

    /**
     * Refuses with an error code of its own, which only the newer error body can tell.
     *
     * @param status the HTTP status
     * @param code the error code, for instance {@code ZALO-TMP409}
     * @param message the sentence
     */
    public Problem(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    private Problem(int status, @Nullable String code, String message, Map<String, List<String>> violations) {
        super(message);
        this.status = status;
        this.code = code;
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
     * Tells the error code.
     *
     * @return the code, or null where the status says it all
     */
    public @Nullable String code() {
        return code;
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
