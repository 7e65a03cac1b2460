package io.chatauth.internal.engine;

import io.chatauth.ChallengeId;
import io.chatauth.internal.key.Keys;
import io.chatauth.store.SealedPayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Personal texts in the shared state: sealed, with the key's id before them, and bound to the place where they stand. */
final class SealedText {
    private SealedText() {}

    static String seal(Keys keys, ChallengeId place, String text) {
        SealedPayload sealed = keys.seal(place, text.getBytes(StandardCharsets.UTF_8));
        return sealed.keyId() + " " + Base64.getEncoder().encodeToString(sealed.bytes());
    }

    /** Throws TamperedPayloadException if it was changed or stood elsewhere. */
    static String open(Keys keys, ChallengeId place, String sealed) {
        String[] halves = sealed.split(" ", 2);
        byte[] text =
                keys.open(place, SealedPayload.of(halves[0], Base64.getDecoder().decode(halves[1])));
        return new String(text, StandardCharsets.UTF_8);
    }
}
