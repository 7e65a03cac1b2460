package io.chatauth.internal.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes keys of fixed length for the shared state, whatever providers' names look like. */
final class Digests {
    private Digests() {}

    /** Gives {@code kind:} and 32 hexadecimal digits, which in practice differ for other parts. */
    static String key(String kind, String... parts) {
        return kind + ":" + HexFormat.of().formatHex(digest(parts), 0, 16);
    }

    /** Gives all 64 hexadecimal digits. */
    static String whole(String... parts) {
        return HexFormat.of().formatHex(digest(parts));
    }

    private static byte[] digest(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
