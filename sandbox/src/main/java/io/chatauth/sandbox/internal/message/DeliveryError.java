package io.chatauth.sandbox.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Json;

/** The errors of Infobip's registry that the sandbox reports. */
public enum DeliveryError {
    /** Nothing went wrong. */
    NO_ERROR(0, "OK", 0, "No Error", false),
    /** The person does not have the app. */
    EC_UNKNOWN_USER(1, "HANDSET_ERRORS", 7002, "Unknown user", true),
    /** The values don't fit the registered template. */
    EC_INVALID_TEMPLATE_ARGS(2, "USER_ERRORS", 7008, "Invalid template arguments", true),
    /** No usable template of this name and language. */
    EC_INVALID_TEMPLATE(2, "USER_ERRORS", 7009, "Invalid template", true),
    /** Free text to a person who has not written lately. */
    EC_NO_SESSION(2, "USER_ERRORS", 7010, "No session", true),
    /** The account has no such sender. */
    EC_SENDER_NOT_REGISTERED(2, "USER_ERRORS", 7034, "Sender not registered", true);

    private final int groupId;
    private final String groupName;
    private final int id;
    private final String description;
    private final boolean permanent;

    DeliveryError(int groupId, String groupName, int id, String description, boolean permanent) {
        this.groupId = groupId;
        this.groupName = groupName;
        this.id = id;
        this.description = description;
        this.permanent = permanent;
    }

    /**
     * Writes the error object.
     *
     * @return the error as it stands in reports
     */
    public ObjectNode json() {
        return Json.object()
                .put("groupId", groupId)
                .put("groupName", groupName)
                .put("id", id)
                .put("name", name())
                .put("description", description)
                .put("permanent", permanent);
    }
}
