package io.chatauth.internal.dispatch;

import io.chatauth.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the messages that a 400 means, by the index in the paths of its violations. */
final class Violations {
    private static final Pattern INDEX = Pattern.compile(
            "^(?:messages|destinations)\\[([0-9]{1,6})](?:\\.destinations\\[([0-9]{1,6})])?(?:\\..*|$)");

    private Violations() {}

    /**
     * Gives the errors by index. Empty if no violation names a message of the batch, or one names a destination that is not
     * its message's first: then messages and batch don't correspond, and an innocent one would pay.
     */
    static Map<Integer, ApiError> byIndex(ApiError error, int size) {
        Map<Integer, List<ApiError.Violation>> found = new TreeMap<>();
        for (ApiError.Violation violation : error.violations()) {
            Matcher matcher = INDEX.matcher(violation.property());
            if (!matcher.matches()) {
                continue;
            }
            int index = Integer.parseInt(matcher.group(1));
            if (index >= size || (matcher.group(2) != null && Integer.parseInt(matcher.group(2)) > 0)) {
                return Map.of();
            }
            found.computeIfAbsent(index, i -> new ArrayList<>()).add(violation);
        }
        Map<Integer, ApiError> errors = new TreeMap<>();
        found.forEach((index, violations) -> errors.put(
                index, new ApiError(error.status(), error.code(), error.text(), violations, error.advice())));
        return errors;
    }
}
