package io.chatauth.sandbox.internal.registry;

import java.util.Set;

/**
 * The words of a channel for a template's review.
 *
 * @param pending nobody has decided yet
 * @param approved it may be sent
 * @param refused it may not be sent
 * @param all all words, these three among them
 */
public record Review(String pending, String approved, String refused, Set<String> all) {
    /** The words for templates that are declared to the sandbox, where the channel has none. */
    public static final Review DECLARED =
            new Review("PENDING", "APPROVED", "REJECTED", Set.of("PENDING", "APPROVED", "REJECTED"));
}
