package io.chatauth.infobip.wire;

import static java.util.Map.entry;

import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Infobip's ids of failures, as far as something can be done about them. */
public final class FailureCodes {
    /** The status REJECTED_DUPLICATE_MESSAGE_ID: the message is there already. */
    static final int DUPLICATE_MESSAGE_ID = 23;

    /** The error EC_DUPLICATE_REQUEST: the same. */
    static final int DUPLICATE_REQUEST = 7280;

    /** Ids of the error object; those of chat channels begin at 7000. */
    private static final Map<Integer, FailureReason> BY_ERROR = Map.ofEntries(
            entry(7002, FailureReason.NOT_ON_CHANNEL),
            entry(7003, FailureReason.BLOCKED),
            entry(7006, FailureReason.INVALID_REQUEST),
            entry(7008, FailureReason.TEMPLATE),
            entry(7009, FailureReason.TEMPLATE),
            entry(7010, FailureReason.WINDOW_CLOSED),
            entry(7016, FailureReason.FLOODING),
            entry(7017, FailureReason.FLOODING),
            entry(7029, FailureReason.IDENTITY_CHANGED),
            entry(7030, FailureReason.TEMPLATE),
            entry(7034, FailureReason.SENDER),
            entry(7051, FailureReason.EXPIRED),
            entry(7102, FailureReason.NOT_ON_CHANNEL),
            entry(7201, FailureReason.NOT_ON_CHANNEL));

    /** Ids of the status object in the groups UNDELIVERABLE and REJECTED. */
    private static final Map<Integer, FailureReason> BY_STATUS = Map.ofEntries(
            entry(6, FailureReason.ACCOUNT),
            entry(8, FailureReason.INVALID_REQUEST),
            entry(10, FailureReason.BLOCKED),
            entry(11, FailureReason.SENDER),
            entry(12, FailureReason.ACCOUNT),
            entry(13, FailureReason.SENDER),
            entry(14, FailureReason.BLOCKED),
            entry(17, FailureReason.ACCOUNT),
            entry(18, FailureReason.ACCOUNT),
            entry(19, FailureReason.ACCOUNT),
            entry(20, FailureReason.FLOODING),
            entry(25, FailureReason.INVALID_REQUEST),
            entry(51, FailureReason.INVALID_REQUEST),
            entry(52, FailureReason.INVALID_REQUEST),
            entry(90, FailureReason.INVALID_REQUEST));

    /** How an error of the API names the same, by id or by name. */
    private static final Set<String> ABOUT_TEMPLATES = Set.of(
            "7008", "EC_INVALID_TEMPLATE_ARGS", "7009", "EC_INVALID_TEMPLATE", "7030", "EC_TEMPLATE_BLOCKED_BY_USER");

    private FailureCodes() {}

    /**
     * Tells whether a failure says that something is wrong with what is known of the template: it is not what was sent (7008),
     * not there or not approved (7009), or blocked (7030).
     *
     * @param failure what the provider told, in a receipt, a report or an error
     * @return true for failures over a template, but not for those that ChatAuth found itself
     */
    public static boolean doubtsTemplate(DeliveryFailure failure) {
        String code = failure.code();
        return failure.reason() == FailureReason.TEMPLATE
                ? !code.isEmpty()
                : ABOUT_TEMPLATES.stream().anyMatch(known -> code.equals(known) || code.startsWith(known + " "));
    }

    static Optional<FailureReason> byError(int id) {
        return Optional.ofNullable(BY_ERROR.get(id));
    }

    static Optional<FailureReason> byStatus(int id) {
        return Optional.ofNullable(BY_STATUS.get(id));
    }
}
