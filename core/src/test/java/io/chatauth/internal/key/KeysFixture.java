package io.chatauth.internal.key;

import io.chatauth.ChallengeId;
import io.chatauth.KeyRing;
import io.chatauth.Tenant;
import java.util.Base64;

/** Fixed keys, so that every run sees the same codes. */
final class KeysFixture {
    static final String SALT = "c2FsdHNhbHRzYWx0c2FsdA";

    private KeysFixture() {}

    static Keys keys(String... entries) {
        return new Keys(ring(entries));
    }

    /** Each entry is such as {@code k1:active}; the key is made of the id. */
    static KeyRing ring(String... entries) {
        StringBuilder text = new StringBuilder();
        for (String entry : entries) {
            text.append(text.isEmpty() ? "" : ",").append(entry).append(':').append(material(entry.split(":")[0]));
        }
        return KeyRing.parse(text.toString());
    }

    /** The key {@code k0} is the bytes 0 to 31. */
    static String material(String id) {
        byte[] root = new byte[32];
        for (int i = 0; i < root.length; i++) {
            root[i] = (byte) (i + (id.hashCode() - "k0".hashCode()) * 5);
        }
        return Base64.getEncoder().encodeToString(root);
    }

    static CodeContext context(String keyId) {
        return context(keyId, 0);
    }

    static CodeContext context(String keyId, int generation) {
        return new CodeContext(
                keyId, "login", Tenant.DEFAULT, ChallengeId.of("challenge-1"), "user-é", "", SALT, generation);
    }
}
