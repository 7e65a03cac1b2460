package io.chatauth.store.redis;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.FlowId;
import io.chatauth.MessageStatus;
import io.chatauth.Tenant;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.SealedPayload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a challenge. Fields are always named, and what is not known here, which a newer node wrote, is left alone.
 *
 * @param challenge the challenge
 * @param writer who decided something last
 */
record Row(ChallengeRecord challenge, String writer) {
    private static final char SEPARATOR = '\u001f';
    private static final char PRESENT = '=';

    /** Joins texts as the scripts split them. */
    static String join(List<String> parts) {
        StringBuilder joined = new StringBuilder();
        for (String part : parts) {
            if (part.indexOf(SEPARATOR) >= 0) {
                throw new IllegalArgumentException(
                        "an id or key with the control character U+001F can't be stored in Redis");
            }
            joined.append(part).append(SEPARATOR);
        }
        return joined.toString();
    }

    private static List<String> split(String joined) {
        String[] parts = joined.split(String.valueOf(SEPARATOR), -1);
        return List.of(parts).subList(0, parts.length - 1);
    }

    /** What others wrote, such as a provider's text. */
    static String clean(String text) {
        return text.replace(SEPARATOR, '\ufffd');
    }

    static String payload(SealedPayload payload) {
        return Base64.getEncoder().encodeToString(payload.bytes());
    }

    static List<String> failure(Optional<DeliveryFailure> failure) {
        return failure.map(why -> List.of(why.reason().name(), clean(why.code()), clean(why.text())))
                .orElse(List.of("", "", ""));
    }

    static String providerId(Optional<String> id) {
        return id.map(known -> PRESENT + clean(known)).orElse("");
    }

    static String message(MessageRecord message) {
        List<String> parts = new ArrayList<>(List.of(
                message.id(),
                String.valueOf(message.step()),
                String.valueOf(message.send()),
                message.channel().value(),
                message.status().name(),
                Millis.of(message.at())));
        parts.addAll(failure(message.failure()));
        parts.add(providerId(message.providerId()));
        parts.add(clean(message.node()));
        parts.add(Millis.of(message.leasedUntil()));
        return join(parts);
    }

    /** The fields of a new challenge, each followed by its value. */
    static List<String> fields(ChallengeRecord challenge, String writer) {
        List<String> fields = new ArrayList<>(Arrays.asList(
                "id", challenge.id().value(),
                "tenant", challenge.tenant().value(),
                "flow", challenge.flow().value(),
                "channel", challenge.channel().value(),
                "state", challenge.state().name(),
                "createdAt", Millis.of(challenge.createdAt()),
                "expiresAt", Millis.of(challenge.expiresAt()),
                "attempts", String.valueOf(challenge.attempts()),
                "maxAttempts", String.valueOf(challenge.maxAttempts()),
                "nextAttemptAt", Millis.of(challenge.nextAttemptAt()),
                "sends", String.valueOf(challenge.sends()),
                "maxSends", String.valueOf(challenge.maxSends()),
                "nextSendAt", Millis.of(challenge.nextSendAt()),
                "generation", String.valueOf(challenge.generation()),
                "salt", challenge.salt(),
                "codeKey", challenge.codeKeyId(),
                "indexKey", challenge.indexKeyId(),
                "recipient", challenge.recipientKey(),
                "subject", challenge.subjectKey(),
                "purpose", challenge.purposeKey(),
                "lookups", join(challenge.lookups()),
                "handedOut", challenge.handedOut() ? "1" : "0",
                "mn", String.valueOf(challenge.messages().size()),
                "writer", writer));
        challenge.nextStepAt().ifPresent(at -> fields.addAll(List.of("nextStepAt", Millis.of(at))));
        challenge
                .payload()
                .ifPresent(secret -> fields.addAll(List.of("payload", payload(secret), "payloadKey", secret.keyId())));
        challenge.assurance().ifPresent(assurance -> fields.addAll(List.of("assurance", assurance.name())));
        for (int i = 0; i < challenge.messages().size(); i++) {
            fields.addAll(List.of("m" + (i + 1), message(challenge.messages().get(i))));
        }
        return fields;
    }

    /** Reads what a script gave; empty if there is no such challenge. */
    static Optional<Row> read(@Nullable Object flat) {
        Map<String, String> fields = new HashMap<>();
        List<?> list = (List<?>) flat;
        for (int i = 0; list != null && i + 1 < list.size(); i += 2) {
            fields.put(String.valueOf(list.get(i)), String.valueOf(list.get(i + 1)));
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Row(challenge(fields), get(fields, "writer")));
    }

    private static ChallengeRecord challenge(Map<String, String> fields) {
        List<MessageRecord> messages = new ArrayList<>();
        for (int i = 1; i <= number(fields, "mn"); i++) {
            messages.add(message(split(get(fields, "m" + i))));
        }
        return new ChallengeRecord(
                ChallengeId.of(get(fields, "id")),
                Tenant.of(get(fields, "tenant")),
                FlowId.of(get(fields, "flow")),
                ChannelId.of(get(fields, "channel")),
                ChallengeState.valueOf(get(fields, "state")),
                time(fields, "createdAt"),
                time(fields, "expiresAt"),
                Optional.ofNullable(fields.get("endedAt")).map(Millis::at),
                number(fields, "attempts"),
                number(fields, "maxAttempts"),
                time(fields, "nextAttemptAt"),
                number(fields, "sends"),
                number(fields, "maxSends"),
                time(fields, "nextSendAt"),
                Optional.ofNullable(fields.get("nextStepAt")).map(Millis::at),
                number(fields, "generation"),
                get(fields, "salt"),
                get(fields, "codeKey"),
                get(fields, "indexKey"),
                get(fields, "recipient"),
                get(fields, "subject"),
                get(fields, "purpose"),
                split(fields.getOrDefault("lookups", "")),
                Optional.ofNullable(fields.get("payload"))
                        .map(payload -> SealedPayload.of(
                                get(fields, "payloadKey"), Base64.getDecoder().decode(payload))),
                Optional.ofNullable(fields.get("assurance")).map(Assurance::valueOf),
                get(fields, "handedOut").equals("1"),
                messages);
    }

    private static MessageRecord message(List<String> parts) {
        Optional<DeliveryFailure> failure = parts.get(6).isEmpty()
                ? Optional.empty()
                : Optional.of(new DeliveryFailure(FailureReason.valueOf(parts.get(6)), parts.get(7), parts.get(8)));
        String providerId = parts.get(9);
        return new MessageRecord(
                parts.get(0),
                Integer.parseInt(parts.get(1)),
                Integer.parseInt(parts.get(2)),
                ChannelId.of(parts.get(3)),
                MessageStatus.valueOf(parts.get(4)),
                Millis.at(parts.get(5)),
                failure,
                providerId.isEmpty() ? Optional.empty() : Optional.of(providerId.substring(1)),
                parts.get(10),
                Millis.at(parts.get(11)));
    }

    private static Instant time(Map<String, String> fields, String name) {
        return Millis.at(get(fields, name));
    }

    private static int number(Map<String, String> fields, String name) {
        return Integer.parseInt(get(fields, name));
    }

    private static String get(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalStateException("a stored challenge lacks '" + name + "'");
        }
        return value;
    }
}
