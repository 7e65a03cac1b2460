package io.chatauth.internal.engine;

import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.MessageStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * A report that came before its message's own id was known here.
 *
 * @param status the reported status
 * @param failure why, if it failed
 */
record EarlyReport(MessageStatus status, Optional<DeliveryFailure> failure) {
    /** How long it waits: longer than a request may take. */
    static final Duration WAITS = Duration.ofMinutes(2);

    private static final int LONGEST_TEXT = 1_000;

    String write() {
        String text = failure.map(why -> why.reason() + "\n" + oneLine(why.code()) + "\n" + oneLine(why.text()))
                .orElse("");
        return status + "\n" + text;
    }

    static EarlyReport read(String written) {
        String[] lines = written.split("\n", -1);
        MessageStatus status = MessageStatus.valueOf(lines[0]);
        return new EarlyReport(
                status,
                lines.length == 4
                        ? Optional.of(new DeliveryFailure(FailureReason.valueOf(lines[1]), lines[2], lines[3]))
                        : Optional.empty());
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\R", " ");
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
    }
}
