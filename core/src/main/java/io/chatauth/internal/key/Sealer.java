package io.chatauth.internal.key;

import io.chatauth.ChallengeId;
import io.chatauth.store.SealedPayload;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals payloads with AES-256-GCM. The bytes are a version, the random 96-bit nonce, and the ciphertext with its 128-bit tag.
 *
 * <p>Every challenge has a key of its own, derived from the data sub-key, so the bound of NIST SP 800-38D (2^32 random nonces
 * for one key) is out of reach however long a root lives. Version, key id and challenge id are associated data.
 */
final class Sealer {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST = 1 + NONCE + TAG_BITS / 8;
    private static final String ALGORITHM = "AES/GCM/NoPadding";

    private final RandomBytes random;
    /** Looked for once: to ask all providers again costs as much as to encrypt. */
    private final Provider provider;

    private final Spare<Cipher> spare = new Spare<>();

    Sealer(RandomBytes random) {
        this.random = random;
        try {
            provider = Cipher.getInstance(ALGORITHM).getProvider();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no AES-256-GCM", missing);
        }
    }

    SealedPayload seal(RootKey key, ChallengeId challenge, byte[] payload) {
        byte[] nonce = random.next(NONCE);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, challenge, nonce);
            ByteBuffer out = ByteBuffer.allocate(SHORTEST + payload.length);
            out.put(VERSION).put(nonce);
            cipher.doFinal(ByteBuffer.wrap(payload), out);
            spare.keep(cipher);
            return SealedPayload.of(key.id(), out.array());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java can't encrypt with AES-256-GCM", missing);
        }
    }

    byte[] open(RootKey key, ChallengeId challenge, byte[] sealed) {
        if (sealed.length < SHORTEST) {
            throw new TamperedPayloadException(
                    challenge, key.id(), "it has " + sealed.length + " bytes, at least " + SHORTEST + " are needed");
        }
        if (sealed[0] != VERSION) {
            throw new TamperedPayloadException(
                    challenge, key.id(), "its version is " + sealed[0] + ", this ChatAuth reads version " + VERSION);
        }
        byte[] nonce = new byte[NONCE];
        System.arraycopy(sealed, 1, nonce, 0, NONCE);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, challenge, nonce);
            byte[] payload = cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
            spare.keep(cipher);
            return payload;
        } catch (AEADBadTagException changed) {
            throw new TamperedPayloadException(
                    challenge, key.id(), "its bytes were changed, or it belongs to another challenge or key");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java can't decrypt with AES-256-GCM", missing);
        }
    }

    private Cipher cipher(int mode, RootKey key, ChallengeId challenge, byte[] nonce) throws GeneralSecurityException {
        byte[] bound = Parts.encode("payload " + VERSION, key.id(), challenge.value());
        SecretKeySpec own = new SecretKeySpec(key.subKey(Purpose.DATA).mac(bound), "AES");
        Cipher kept = spare.take();
        Cipher cipher = kept == null ? Cipher.getInstance(ALGORITHM, provider) : kept;
        cipher.init(mode, own, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
