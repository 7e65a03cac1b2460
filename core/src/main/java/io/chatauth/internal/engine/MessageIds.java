package io.chatauth.internal.engine;

import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a message id leads to its challenge: by its own form, or by a mapping in the shared state. */
final class MessageIds {
    private static final Pattern OWN_FORM = Pattern.compile("([A-Za-z0-9_-]{1,100})-[0-9]{1,3}-[0-9]{1,3}");

    private MessageIds() {}

    /** The challenge of an id in our own form; it may not exist. */
    static Optional<ChallengeId> challenge(String messageId) {
        Matcher matcher = OWN_FORM.matcher(messageId);
        return matcher.matches() ? Optional.of(ChallengeId.of(matcher.group(1))) : Optional.empty();
    }

    static boolean carriesChallenge(String messageId, ChallengeId challenge) {
        return challenge(messageId).filter(challenge::equals).isPresent();
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
