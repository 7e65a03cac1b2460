package io.chatauth;

import java.util.List;
import java.util.Objects;

/**
 * What a provider answered when it refused a request. Infobip has two error bodies; both are read into this one value.
 *
 * @param status the HTTP status, 100 to 599
 * @param code the provider's code, such as {@code BAD_REQUEST}, {@code E400}; {@code HTTP_<status>} if it gave none
 * @param text the provider's text, cleaned of control characters; may be empty
 * @param violations what was wrong, property by property; may be empty
 * @param advice what to do
 */
public record ApiError(int status, String code, String text, List<Violation> violations, String advice) {
    /**
     * One property that the provider refused.
     *
     * @param property the path of the property, as the provider writes it, such as {@code messages[0].content}
     * @param text what is wrong with it
     */
    public record Violation(String property, String text) {
        /** Checks that both parts are there. */
        public Violation {
            Objects.requireNonNull(property, "property");
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Copies the violations.
     *
     * @throws IllegalArgumentException if the status is none
     */
    public ApiError {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException(status + " is no HTTP status");
        }
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(advice, "advice");
        violations = List.copyOf(violations);
    }

    /**
     * Tells the whole error in one sentence for a log line or an exception.
     *
     * @return status, code, text, violations and advice
     */
    public String describe() {
        StringBuilder out = new StringBuilder().append(status).append(' ').append(code);
        if (!text.isEmpty()) {
            out.append(": ").append(text);
        }
        for (Violation violation : violations) {
            out.append("; ").append(violation.property()).append(' ').append(violation.text());
        }
        return out.append(". ").append(advice).toString();
    }
}
