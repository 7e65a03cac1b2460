package io.chatauth.sandbox.internal.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A registered template. Immutable; its tree is never changed.
 *
 * @param id its id
 * @param sender the sender it belongs to
 * @param name what it is called
 * @param status where it is in its review
 * @param details what was registered, in the channel's shape
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
public record Registered(
        String id,
        String sender,
        String name,
        String status,
        ObjectNode details,
        Instant createdAt,
        Instant updatedAt) {
    Registered with(String newStatus, Instant now) {
        return new Registered(id, sender, name, newStatus, details, createdAt, now);
    }
}
