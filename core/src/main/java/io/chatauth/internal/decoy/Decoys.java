package io.chatauth.internal.decoy;

import io.chatauth.ChallengeId;
import io.chatauth.internal.key.Keys;
import io.chatauth.store.ChallengeRecord;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * Marks decoys, and knows them again. The mark is in the salt: half of it is random, and half a keyed hash of the challenge and
 * the first half. So a stored decoy differs from no other challenge for anyone without the key, needs no column of its own, and
 * is known until it is purged. A challenge that is none has such a salt once in 2<sup>64</sup>.
 */
public final class Decoys {
    private static final int HALF = 8;

    private final Keys keys;

    /**
     * Makes and knows decoys with these keys.
     *
     * @param keys the keys
     */
    public Decoys(Keys keys) {
        this.keys = keys;
    }

    /**
     * Makes the salt of a challenge.
     *
     * @param decoy whether it shall be a decoy
     * @param keyId the key that the challenge's secret is derived with
     * @param challenge the challenge
     * @return 128 bits in base64url; making them takes as long either way
     */
    public String salt(boolean decoy, String keyId, ChallengeId challenge) {
        String random = keys.newSalt();
        byte[] salt = Base64.getUrlDecoder().decode(random);
        byte[] mark = mark(keyId, challenge, salt);
        byte[] marked = Arrays.copyOf(salt, 2 * HALF);
        System.arraycopy(mark, 0, marked, HALF, HALF);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(marked);
        return decoy ? text : random;
    }

    /**
     * Tells whether a challenge is a decoy.
     *
     * @param challenge the challenge
     * @return false also if its key is gone, when nobody can answer it any more
     */
    public boolean is(ChallengeRecord challenge) {
        byte[] salt;
        try {
            salt = Base64.getUrlDecoder().decode(challenge.salt());
        } catch (IllegalArgumentException notOurs) {
            return false;
        }
        return salt.length == 2 * HALF
                && keys.knows(challenge.codeKeyId())
                && MessageDigest.isEqual(
                        Arrays.copyOfRange(salt, HALF, 2 * HALF), mark(challenge.codeKeyId(), challenge.id(), salt));
    }

    private byte[] mark(String keyId, ChallengeId challenge, byte[] salt) {
        String first = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(salt, HALF));
        return Arrays.copyOf(keys.indexBytes(keyId, "decoy", challenge.value(), first), HALF);
    }
}
