package io.chatauth.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes secrets out of an answer that repeats them, before anything of it is read or told. */
final class Scrubbing {
    /** Shorter ones may stand in any text by chance. */
    private static final int SHORTEST = 6;

    private Scrubbing() {}

    static byte[] of(byte[] body, List<String> secrets) {
        String said = new String(body, StandardCharsets.ISO_8859_1);
        String clean = said;
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST) {
                byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
                clean = clean.replace(new String(bytes, StandardCharsets.ISO_8859_1), "(hidden)");
            }
        }
        return clean.equals(said) ? body : clean.getBytes(StandardCharsets.ISO_8859_1);
    }
}
