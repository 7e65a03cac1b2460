package io.chatauth.sandbox.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Json;

/** The message statuses of Infobip's registry that the sandbox gives. */
public enum Status {
    /** Accepted, as some channels answer. */
    PENDING_ACCEPTED(1, "PENDING", 26, "Message sent to next instance"),
    /** Accepted, on its way. */
    PENDING_ENROUTE(1, "PENDING", 7, "Message sent to next instance"),
    /** On the phone. */
    DELIVERED_TO_HANDSET(3, "DELIVERED", 5, "Message delivered to handset"),
    /** It will never be on the phone; the error says why. */
    UNDELIVERABLE_NOT_DELIVERED(2, "UNDELIVERABLE", 9, "Message sent not delivered"),
    /** Refused within a batch whose other messages were accepted. */
    REJECTED_VALIDATION_FAILED(5, "REJECTED", 90, "Message failed validation");

    private final int groupId;
    private final String groupName;
    private final int id;
    private final String description;

    Status(int groupId, String groupName, int id, String description) {
        this.groupId = groupId;
        this.groupName = groupName;
        this.id = id;
        this.description = description;
    }

    /**
     * Tells the group.
     *
     * @return for instance {@code DELIVERED}
     */
    public String groupName() {
        return groupName;
    }

    /**
     * Writes the status object.
     *
     * @return the status as it stands in answers and reports
     */
    public ObjectNode json() {
        return Json.object()
                .put("groupId", groupId)
                .put("groupName", groupName)
                .put("id", id)
                .put("name", name())
                .put("description", description);
    }
}
