package io.chatauth.sandbox.internal.contract;

import java.util.List;
import java.util.regex.Pattern;

/** Where the documents (version 3.210.0) are wrong themselves: their own examples break them there. */
final class Mistakes {
    private record Mistake(Pattern where, Pattern violation, String why) {}

    private static final List<Mistake> ALL = List.of(
            of(
                    "(POST|PUT) /omni/1/.*|.*omni-failover.*",
                    ".*(whatsApp|line|kakaoChingu)\\b.* is required",
                    "each variant's properties are required of all of them"),
            of(
                    "(GET|PUT) /omni/1/scenarios.*",
                    ".*\\bkey must be of type .*",
                    "keys are 32 hex characters, not numbers"),
            of(
                    "receive-omni-failover-inbound-messages",
                    ".*(is not in the spec|must not be null)",
                    "the variants lack the properties that all have, and null stands for absent"),
            of(
                    "POST /viber/2/messages",
                    "messages\\[\\d+]\\.content\\.language is required",
                    "its own text says that templates for one-time passwords need none"),
            of(
                    "PUT /zalo/2/sender/[^/]+/templates",
                    "(templateName is required|trackingId is required|templateId must be of type .*)",
                    "an edit names the template by its numeric id, and need not repeat its name"));

    private Mistakes() {}

    /** Leaves out what the documents are wrong about. */
    static List<String> without(String where, List<String> violations) {
        return violations.stream()
                .filter(violation -> ALL.stream()
                        .noneMatch(mistake -> mistake.where().matcher(where).matches()
                                && mistake.violation().matcher(violation).matches()))
                .toList();
    }

    /** Lists each mistake: where, what, why. */
    static List<String> list() {
        return ALL.stream()
                .map(one -> one.where() + " | " + one.violation() + " | " + one.why())
                .toList();
    }

    private static Mistake of(String where, String violation, String why) {
        return new Mistake(Pattern.compile(where), Pattern.compile(violation), why);
    }
}
