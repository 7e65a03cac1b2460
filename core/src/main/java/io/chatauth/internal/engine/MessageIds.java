package io.chatauth.internal.engine;

import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.internal.text.Names;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** How a message id leads to its challenge: by its own form, or by a mapping in the shared state. */
final class MessageIds {
    private static final int MOST_DIGITS = 3;

    private MessageIds() {}

    /** The challenge of an id in our own form; it may not exist. */
    static Optional<ChallengeId> challenge(String messageId) {
        int end = beforeNumber(messageId, beforeNumber(messageId, messageId.length()));
        String challenge = messageId.substring(0, Math.max(0, end));
        return Names.isId(challenge) ? Optional.of(ChallengeId.of(challenge)) : Optional.empty();
    }

    static boolean carriesChallenge(String messageId, ChallengeId challenge) {
        int end = beforeNumber(messageId, beforeNumber(messageId, messageId.length()));
        return end == challenge.value().length() && messageId.startsWith(challenge.value());
    }

    /** Where the hyphen stands before the 1 to 3 digits that end at a place; -1 if that is not what is there. */
    private static int beforeNumber(String text, int end) {
        int at = end - 1;
        while (at >= 0 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at--;
        }
        int digits = end - 1 - at;
        return at >= 0 && text.charAt(at) == '-' && digits >= 1 && digits <= MOST_DIGITS ? at : -1;
    }

    /** Where a report waits whose message is not known yet. */
    static String earlyKey(ChannelId channel, String id) {
        return "early-" + mappingKey(channel, id);
    }

    /** A key of fixed length, whatever the provider's ids look like. */
    static String mappingKey(ChannelId channel, String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return "message:" + channel + ":" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
