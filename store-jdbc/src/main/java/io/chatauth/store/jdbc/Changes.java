package io.chatauth.store.jdbc;

import io.chatauth.ChallengeState;
import io.chatauth.MessageStatus;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.SealedPayload;
import io.chatauth.store.Transition;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of every transition in SQL; {@link io.chatauth.store.Transitions} is the same in Java. What decides a challenge
 * also leaves the mark of its writer; reports and leases don't, for they would wipe it out.
 */
final class Changes {
    private static final String OPEN = "state = 'OPEN'";

    private Changes() {}

    static Change of(Transition transition, long writer, Dialect dialect) {
        if (transition instanceof Transition.CountAttempt count) {
            return count(count, writer);
        } else if (transition instanceof Transition.Answer answer) {
            return answer(answer, writer);
        } else if (transition instanceof Transition.HandOut) {
            return new Change(
                    Sql.of("handed_out = ?, writer = ?", true, writer),
                    Sql.of("state = 'APPROVED' AND handed_out = ?", false),
                    false);
        } else if (transition instanceof Transition.Cancel cancel) {
            return end(ChallengeState.CANCELLED, cancel.at(), null, false, writer, answerable(cancel.at()));
        } else if (transition instanceof Transition.Expire expire) {
            Sql due = Sql.of(OPEN + " AND expires_at <= ?", Micros.of(expire.at()));
            return end(ChallengeState.EXPIRED, expire.at(), null, false, writer, due);
        } else if (transition instanceof Transition.Send send) {
            return send(send, writer, dialect);
        } else if (transition instanceof Transition.NextStep next) {
            Long at = Stored.micros(next.nextStepAt());
            return new Change(
                    Sql.of("next_step_at = ?, step_due = ?, writer = ?", at, at, writer), Sql.of(OPEN), false);
        } else if (transition instanceof Transition.MessageUpdate update) {
            return update(update, dialect);
        } else if (transition instanceof Transition.Lease lease) {
            return lease(lease, dialect);
        }
        return rekey((Transition.Rekey) transition, writer);
    }

    private static Sql answerable(Instant at) {
        return Sql.of(OPEN + " AND expires_at > ?", Micros.of(at));
    }

    private static Change count(Transition.CountAttempt count, long writer) {
        return new Change(
                Sql.of(
                        "attempts = attempts + 1,"
                                + " next_attempt_at = CASE WHEN attempts + 1 >= ? THEN ? ELSE next_attempt_at END, writer = ?",
                        count.freeAttempts(),
                        Micros.of(count.at().plus(count.gap())),
                        writer),
                answerable(count.at())
                        .add(" AND attempts < max_attempts AND next_attempt_at <= ? AND ", Micros.of(count.at()))
                        .add(Sql.in("code_key", count.keyIds())),
                false);
    }

    private static Change answer(Transition.Answer answer, long writer) {
        boolean approved = answer.to() == ChallengeState.APPROVED;
        Sql where = answerable(answer.at()).add(" AND generation = ?", answer.generation());
        if (answer.to() == ChallengeState.EXHAUSTED) {
            where.add(" AND attempts >= max_attempts");
        }
        return end(
                answer.to(),
                answer.at(),
                approved ? answer.assurance().name() : null,
                approved && answer.handedOut(),
                writer,
                where);
    }

    private static Change end(
            ChallengeState state, Instant at, @Nullable String assurance, boolean handedOut, long writer, Sql where) {
        Sql sets = Sql.of(
                "state = ?, ended_at = ?, purge_at = ?, assurance = ?, handed_out = ?, writer = ?, lookups = '[]',"
                        + " payload = NULL, payload_key = NULL, lease_due = NULL, step_due = NULL, expiry_due = NULL",
                state.name(),
                Micros.of(at),
                Micros.of(at),
                assurance,
                handedOut,
                writer);
        return new Change(sets, where, true);
    }

    private static Change send(Transition.Send send, long writer, Dialect dialect) {
        MessageRecord message = send.message();
        String key = Json.key(message.id());
        Sql sets = dialect.addMessage(key, Json.message(message))
                .add(
                        ", sends = sends + 1, next_send_at = ?, next_step_at = ?, step_due = ?, generation = generation + ?,"
                                + " writer = ?",
                        Micros.of(send.nextSendAt()),
                        Stored.micros(send.nextStepAt()),
                        Stored.micros(send.nextStepAt()),
                        send.newGeneration() ? 1 : 0,
                        writer);
        if (message.status() == MessageStatus.QUEUED) {
            long until = Micros.of(message.leasedUntil());
            sets.add(", lease_due = CASE WHEN lease_due < ? THEN lease_due ELSE ? END", until, until);
        }
        return new Change(
                sets,
                answerable(send.at())
                        .add(" AND sends < max_sends AND ")
                        .add(
                                message.send() == 0
                                        ? dialect.beginsStep(message.step())
                                        : Sql.of("next_send_at <= ?", Micros.of(send.at())))
                        .add(" AND ")
                        .add(dialect.field(key, "status"))
                        .add(" IS NULL"),
                false);
    }

    private static Change update(Transition.MessageUpdate update, Dialect dialect) {
        String key = Json.key(update.messageId());
        String patch = Json.status(
                update.status(),
                Micros.of(update.at()),
                update.status() == MessageStatus.FAILED ? update.failure() : Optional.empty(),
                update.providerId());
        Sql where = dialect.field(key, "status").add(" IN (");
        String[] before = Arrays.stream(MessageStatus.values())
                .filter(status -> status.mayBecome(update.status()))
                .map(status -> "'" + status + "'")
                .toArray(String[]::new);
        return new Change(
                dialect.reported(key, patch),
                before.length == 0 ? Sql.of("1 = 0") : where.add(String.join(", ", before) + ")"),
                false);
    }

    private static Change lease(Transition.Lease lease, Dialect dialect) {
        String key = Json.key(lease.messageId());
        return new Change(
                dialect.leased(key, Json.lease(lease.node(), Micros.of(lease.until()))),
                Sql.of(OPEN + " AND ")
                        .add(dialect.field(key, "status"))
                        .add(" = 'QUEUED' AND (")
                        .add(dialect.field(key, "node"))
                        .add(" = ? OR ", Json.clean(lease.node()))
                        .add(dialect.number(key, "leasedUntil"))
                        .add(" <= ?)", Micros.of(lease.at())),
                false);
    }

    private static Change rekey(Transition.Rekey rekey, long writer) {
        SealedPayload payload = rekey.payload();
        return new Change(
                Sql.of(
                        "recipient_key = ?, subject_key = ?, purpose_key = ?, lookups = ?, index_key = ?, payload = ?,"
                                + " payload_key = ?, writer = ?",
                        rekey.recipientKey(),
                        rekey.subjectKey(),
                        rekey.purposeKey(),
                        Json.texts(rekey.lookups()),
                        rekey.indexKeyId(),
                        payload.bytes(),
                        payload.keyId(),
                        writer),
                Sql.of(OPEN),
                false);
    }
}
