package io.chatauth.internal.key;

import java.nio.charset.StandardCharsets;

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
    static byte[] encode(String... parts) {
        byte[][] encoded = new byte[parts.length][];
        int size = 0;
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = utf8(parts[i]);
            size += Integer.BYTES + encoded[i].length;
        }
        byte[] out = new byte[size];
        int at = 0;
        for (byte[] part : encoded) {
            out[at++] = (byte) (part.length >>> 24);
            out[at++] = (byte) (part.length >>> 16);
            out[at++] = (byte) (part.length >>> 8);
            out[at++] = (byte) part.length;
            System.arraycopy(part, 0, out, at, part.length);
            at += part.length;
        }
        return out;
    }

    private static byte[] utf8(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c >= Character.MIN_SURROGATE && Character.isSurrogate(c)) {
                i++;
                if (i == part.length() || !Character.isSurrogatePair(c, part.charAt(i))) {
                    throw new IllegalArgumentException(
                            "a text has half a surrogate pair: it is not well-formed Unicode");
                }
            }
        }
        return part.getBytes(StandardCharsets.UTF_8);
    }
}
