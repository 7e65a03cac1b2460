package io.chatauth.internal.dispatch;

import io.chatauth.ApiError;
import io.chatauth.ChatAuthException;
import io.chatauth.CredentialsException;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.Receipt;
import io.chatauth.TransportException;
import io.chatauth.internal.http.NotRetryable;
import java.util.Optional;

/** Says why a message was not taken. No text of a message, no number, no secret. */
final class Refusals {
    private Refusals() {}

    static Receipt refused(Entry entry, FailureReason reason, String text) {
        return new Receipt.Refused(entry.message().id(), new DeliveryFailure(reason, "", text), Optional.empty());
    }

    static Receipt refused(Entry entry, FailureReason reason, ApiError error, String more) {
        StringBuilder text = new StringBuilder("HTTP ").append(error.status());
        if (!error.text().isEmpty()) {
            text.append(", ").append(error.text());
        }
        for (ApiError.Violation violation : error.violations()) {
            text.append("; ").append(violation.property()).append(' ').append(violation.text());
        }
        return new Receipt.Refused(
                entry.message().id(),
                new DeliveryFailure(reason, error.code(), text.append(more).toString()),
                Optional.of(error));
    }

    static Receipt expired(Entry entry, Lane lane) {
        return refused(
                entry, FailureReason.EXPIRED, "its time ran out while it waited for a free request to " + lane.name());
    }

    static Receipt notNeeded(Entry entry) {
        return refused(entry, FailureReason.NOT_NEEDED, "its challenge ended before it was sent");
    }

    static Receipt notEncoded(Entry entry, Lane lane, Throwable failure) {
        return refused(
                entry,
                FailureReason.INVALID_REQUEST,
                "the channel " + lane.name() + " can't encode it: " + shown(failure));
    }

    static Receipt unreadable(Entry entry, Lane lane, Throwable failure) {
        return refused(
                entry,
                FailureReason.PROVIDER,
                "the provider said yes, but the answer to " + lane.name()
                        + " can't be read, so the message may have been" + " taken: " + shown(failure));
    }

    static Receipt forgotten(Entry entry, Lane lane) {
        return refused(
                entry, FailureReason.PROVIDER, "the answer to " + lane.name() + " holds no receipt for this message");
    }

    static Receipt unreachable(Entry entry, TransportException failure, String more) {
        FailureReason reason = NotRetryable.isRule(failure) ? FailureReason.INVALID_REQUEST : FailureReason.UNREACHABLE;
        return refused(entry, reason, failure.getMessage() + more);
    }

    static Receipt locked(Entry entry, FailureReason reason, CredentialsException failure, String more) {
        return new Receipt.Refused(
                entry.message().id(),
                new DeliveryFailure(reason, failure.error().code(), failure.getMessage() + more),
                Optional.of(failure.error()));
    }

    static FailureReason reason(int status) {
        if (status == 401 || status == 403) {
            return FailureReason.CREDENTIALS;
        }
        if (status == 429) {
            return FailureReason.RATE_LIMITED;
        }
        return status >= 500 ? FailureReason.UNREACHABLE : FailureReason.INVALID_REQUEST;
    }

    /** ChatAuth's own errors are made to be shown; of others only the kind is safe, their texts may quote anything. */
    static String shown(Throwable failure) {
        return failure instanceof ChatAuthException && failure.getMessage() != null
                ? failure.getMessage()
                : failure.getClass().getName();
    }
}
