package io.chatauth.internal.key;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts as the bytes of a MAC: each as UTF-8 after its length in four bytes, so no two lists of texts give the same bytes. */
final class Parts {
    private Parts() {}

    /**
     * Encodes texts.
     *
     * @param parts the texts, in order
     * @return the bytes
     * @throws IllegalArgumentException if a text has half a surrogate pair, which UTF-8 can't tell from another
     */
    static byte[] encode(List<String> parts) {
        ByteBuffer[] encoded = new ByteBuffer[parts.size()];
        int size = 0;
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = utf8(parts.get(i));
            size += Integer.BYTES + encoded[i].remaining();
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        for (ByteBuffer part : encoded) {
            out.putInt(part.remaining()).put(part);
        }
        return out.array();
    }

    private static ByteBuffer utf8(String part) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(part));
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException(
                    "a text has half a surrogate pair: it is not well-formed Unicode", malformed);
        }
    }
}
