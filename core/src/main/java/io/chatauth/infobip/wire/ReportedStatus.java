package io.chatauth.infobip.wire;

import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.MessageStatus;
import io.chatauth.internal.text.Masking;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Infobip's {@code status} and {@code error} objects say about a message, in ChatAuth's words.
 *
 * <p>The group decides, by its name or else by its id; ids within a group only refine it, and one that nobody knows changes
 * nothing. Source: Infobip's registry of response status and error codes.
 *
 * @param status how far the message got
 * @param failure why, if it is {@link MessageStatus#FAILED}
 */
public record ReportedStatus(MessageStatus status, Optional<DeliveryFailure> failure) {
    private static final int PENDING_WAITING_DELIVERY = 3;
    private static final int PENDING_ENROUTE = 7;
    private static final int DELIVERED_TO_OPERATOR = 2;
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{6,}");

    /** Checks that both parts are there. */
    public ReportedStatus {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(failure, "failure");
    }

    /**
     * Reads the {@code status} and {@code error} of an answer or report.
     *
     * <p>PENDING is ACCEPTED, or SENT once the next instance has it (ids 3 and 7). DELIVERED_TO_OPERATOR (id 2) is SENT: the
     * device does not have it. A refusal as duplicate (status 23, error 7280) is ACCEPTED: the message is there already, and
     * ChatAuth itself repeats an id only when it did not hear the first answer.
     *
     * @param item what has a field {@code status}, and possibly {@code error}
     * @return the status; empty if there is none, or one of an unknown group
     */
    public static Optional<ReportedStatus> read(JsonObject item) {
        Optional<JsonObject> found = item.object("status");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        JsonObject status = found.get();
        int id = status.number("id").orElse(-1);
        return switch (group(status)) {
            case "ACCEPTED" -> reached(MessageStatus.ACCEPTED);
            case "PENDING" ->
                reached(
                        id == PENDING_WAITING_DELIVERY || id == PENDING_ENROUTE
                                ? MessageStatus.SENT
                                : MessageStatus.ACCEPTED);
            case "DELIVERED" -> reached(id == DELIVERED_TO_OPERATOR ? MessageStatus.SENT : MessageStatus.DELIVERED);
            case "EXPIRED" -> failed(FailureReason.EXPIRED, status, item.object("error"));
            case "UNDELIVERABLE", "REJECTED" ->
                failed(FailureCodes.byStatus(id).orElse(FailureReason.PROVIDER), status, item.object("error"));
            default -> Optional.empty();
        };
    }

    private static String group(JsonObject status) {
        String name = status.text("groupName").orElse("");
        return switch (name) {
            case "OK" -> "ACCEPTED";
            case "ACCEPTED", "PENDING", "UNDELIVERABLE", "DELIVERED", "EXPIRED", "REJECTED" -> name;
            default ->
                switch (status.number("groupId").orElse(-1)) {
                    case 0 -> "ACCEPTED";
                    case 1 -> "PENDING";
                    case 2 -> "UNDELIVERABLE";
                    case 3 -> "DELIVERED";
                    case 4 -> "EXPIRED";
                    case 5 -> "REJECTED";
                    default -> "";
                };
        };
    }

    private static Optional<ReportedStatus> reached(MessageStatus status) {
        return Optional.of(new ReportedStatus(status, Optional.empty()));
    }

    private static Optional<ReportedStatus> failed(
            FailureReason byStatus, JsonObject status, Optional<JsonObject> error) {
        int statusId = status.number("id").orElse(-1);
        int errorId = error.map(object -> object.number("id").orElse(0)).orElse(0);
        if (statusId == FailureCodes.DUPLICATE_MESSAGE_ID || errorId == FailureCodes.DUPLICATE_REQUEST) {
            return reached(MessageStatus.ACCEPTED);
        }
        JsonObject telling = errorId == 0 ? status : error.orElse(status);
        String code =
                (telling.text("id").orElse("") + " " + telling.text("name").orElse("")).strip();
        String text = telling.text("description").orElse("");
        return Optional.of(new ReportedStatus(
                MessageStatus.FAILED,
                Optional.of(new DeliveryFailure(
                        FailureCodes.byError(errorId).orElse(byStatus), harmless(code), harmless(text)))));
    }

    private static String harmless(String text) {
        return Masking.clean(NUMBER.matcher(text).replaceAll(found -> Masking.number(found.group())));
    }
}
