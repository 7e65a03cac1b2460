package io.chatauth.store.jdbc;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.FlowId;
import io.chatauth.MessageStatus;
import io.chatauth.Tenant;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.SealedPayload;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code chatauth_challenge}. Columns are always named, so that a node works beside a newer one whose table has more.
 *
 * @param challenge the challenge
 * @param writer who wrote last
 */
record Stored(ChallengeRecord challenge, long writer) {
    /** What is read, in the order of {@link #read}. */
    static final String COLUMNS = columns("", "");

    private static final String INSERTED = COLUMNS + ", lease_due, step_due, expiry_due, purge_at";

    /**
     * The columns of an update's {@code RETURNING}.
     *
     * @param now the prefix of the row as it is after the update, such as {@code c.}
     * @param before the prefix of the row that still has payload and look-ups
     */
    static String columns(String now, String before) {
        return ("@id, @tenant, @flow, @channel, @state, @created_at, @expires_at, @ended_at, @attempts, @max_attempts,"
                        + " @next_attempt_at, @sends, @max_sends, @next_send_at, @next_step_at, @generation, @salt, @code_key,"
                        + " @index_key, @recipient_key, @subject_key, @purpose_key, #lookups, #payload, #payload_key,"
                        + " @assurance, @handed_out, @messages, @writer")
                .replace("@", now)
                .replace("#", before);
    }

    static Stored read(ResultSet row) throws SQLException {
        String payloadKey = row.getString(25);
        byte[] payload = row.getBytes(24);
        ChallengeRecord challenge = new ChallengeRecord(
                ChallengeId.of(row.getString(1)),
                Tenant.of(row.getString(2)),
                FlowId.of(row.getString(3)),
                ChannelId.of(row.getString(4)),
                ChallengeState.valueOf(row.getString(5)),
                Micros.at(row.getLong(6)),
                Micros.at(row.getLong(7)),
                time(row, 8),
                row.getInt(9),
                row.getInt(10),
                Micros.at(row.getLong(11)),
                row.getInt(12),
                row.getInt(13),
                Micros.at(row.getLong(14)),
                time(row, 15),
                row.getInt(16),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getString(20),
                row.getString(21),
                row.getString(22),
                Json.texts(row.getString(23)),
                payloadKey == null ? Optional.empty() : Optional.of(SealedPayload.of(payloadKey, payload)),
                Optional.ofNullable(row.getString(26)).map(Assurance::valueOf),
                row.getBoolean(27),
                Json.messages(row.getString(28)));
        return new Stored(challenge, row.getLong(29));
    }

    /** This ended challenge with the payload and the look-ups it had before. */
    Stored unerased(Stored before) {
        ChallengeRecord c = challenge;
        return new Stored(
                new ChallengeRecord(
                        c.id(),
                        c.tenant(),
                        c.flow(),
                        c.channel(),
                        c.state(),
                        c.createdAt(),
                        c.expiresAt(),
                        c.endedAt(),
                        c.attempts(),
                        c.maxAttempts(),
                        c.nextAttemptAt(),
                        c.sends(),
                        c.maxSends(),
                        c.nextSendAt(),
                        c.nextStepAt(),
                        c.generation(),
                        c.salt(),
                        c.codeKeyId(),
                        c.indexKeyId(),
                        c.recipientKey(),
                        c.subjectKey(),
                        c.purposeKey(),
                        before.challenge.lookups(),
                        before.challenge.payload(),
                        c.assurance(),
                        c.handedOut(),
                        c.messages()),
                writer);
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Micros.at(micros));
    }

    /**
     * The insertion of a challenge.
     *
     * @param json how the dialect takes a JSON document, such as {@code ?::jsonb}
     */
    static Sql insert(ChallengeRecord challenge, long writer, String json) {
        return Sql.of(
                "INSERT INTO chatauth_challenge (" + INSERTED + ") VALUES (" + "?, ".repeat(27) + json
                        + ", ?, ?, ?, ?, ?)",
                challenge.id().value(),
                challenge.tenant().value(),
                challenge.flow().value(),
                challenge.channel().value(),
                challenge.state().name(),
                Micros.of(challenge.createdAt()),
                Micros.of(challenge.expiresAt()),
                micros(challenge.endedAt()),
                challenge.attempts(),
                challenge.maxAttempts(),
                Micros.of(challenge.nextAttemptAt()),
                challenge.sends(),
                challenge.maxSends(),
                Micros.of(challenge.nextSendAt()),
                micros(challenge.nextStepAt()),
                challenge.generation(),
                challenge.salt(),
                challenge.codeKeyId(),
                challenge.indexKeyId(),
                challenge.recipientKey(),
                challenge.subjectKey(),
                challenge.purposeKey(),
                Json.texts(challenge.lookups()),
                challenge.payload().map(SealedPayload::bytes).orElse(null),
                challenge.payload().map(SealedPayload::keyId).orElse(null),
                challenge.assurance().map(Assurance::name).orElse(null),
                challenge.handedOut(),
                Json.messages(challenge.messages()),
                writer,
                leaseDue(challenge),
                micros(challenge.nextStepAt()),
                Micros.of(challenge.expiresAt()),
                Micros.of(challenge.expiresAt()));
    }

    private static @Nullable Long leaseDue(ChallengeRecord challenge) {
        return challenge.messages().stream()
                .filter(message -> message.status() == MessageStatus.QUEUED)
                .map(MessageRecord::leasedUntil)
                .min(Instant::compareTo)
                .map(Micros::of)
                .orElse(null);
    }

    static @Nullable Long micros(Optional<Instant> time) {
        return time.map(Micros::of).orElse(null);
    }
}
