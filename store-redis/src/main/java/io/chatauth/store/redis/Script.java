package io.chatauth.store.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The scripts, each one atomic step in Redis. The text lies in the resource of its name. */
enum Script {
    INSERT(true, true),
    APPLY(true, true),
    FIND(true, false),
    OPEN(true, false),
    CLAIM(true, true),
    PURGE(true, true),
    USES(true, false),
    VALUE(false, true),
    ADD(false, true),
    BACK(false, true),
    COUNT(false, false);

    private final String text;
    private final String sha;
    private final boolean writes;

    Script(boolean ofChallenges, boolean writes) {
        String own = read(name().toLowerCase(Locale.ROOT));
        text = ofChallenges ? read("row") + own : own;
        sha = sha1(text);
        this.writes = writes;
    }

    String text() {
        return text;
    }

    /** What Redis knows a script by. */
    String sha() {
        return sha;
    }

    /** Whether something may be lost that it has done. */
    boolean writes() {
        return writes;
    }

    private static String read(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name + ".lua")) {
            if (in == null) {
                throw new IllegalStateException(
                        "the script " + name + ".lua is not in the jar of chatauth-store-redis");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
