package io.chatauth.sandbox.internal.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs webhook bodies: an HMAC over the raw bytes, in a header.
 *
 * @param secret the key
 * @param algorithm one of {@link #algorithms()}
 * @param style how the signature travels
 */
public record Signing(String secret, String algorithm, SignatureStyle style) {
    /** The algorithm that is taken where none is named. */
    public static final String DEFAULT_ALGORITHM = "HMAC_SHA_256";

    private static final Map<String, String> ALGORITHMS = Map.of(
            "HMAC_MD5", "HmacMD5",
            "HMAC_SHA_1", "HmacSHA1",
            "HMAC_SHA_224", "HmacSHA224",
            "HMAC_SHA_256", "HmacSHA256",
            "HMAC_SHA_384", "HmacSHA384",
            "HMAC_SHA_512", "HmacSHA512");

    /**
     * Lists the algorithms of Infobip's subscription security.
     *
     * @return their names
     */
    public static Set<String> algorithms() {
        return new TreeSet<>(ALGORITHMS.keySet());
    }

    /**
     * Signs a body.
     *
     * @param body the raw bytes
     * @param now the time of the post
     * @return the headers to send: the signature, and the time if it is signed
     */
    public Map<String, String> headers(byte[] body, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        byte[] stamp = new byte[0];
        if (style.timestampHeader() != null) {
            String millis = Long.toString(now.toEpochMilli());
            headers.put(style.timestampHeader(), millis);
            stamp = millis.getBytes(StandardCharsets.US_ASCII);
        }
        headers.put(style.header(), style.prefix() + encoded(mac(stamp, body)));
        return headers;
    }

    private byte[] mac(byte[] stamp, byte[] body) {
        try {
            String name = ALGORITHMS.get(algorithm);
            if (name == null) {
                throw new IllegalArgumentException("unknown algorithm " + algorithm);
            }
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), name));
            mac.update(stamp);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks " + algorithm, e);
        }
    }

    private String encoded(byte[] signature) {
        return style.encoding().equals("base64")
                ? Base64.getEncoder().encodeToString(signature)
                : HexFormat.of().formatHex(signature);
    }

    /**
     * Hides the secret.
     *
     * @return the rest
     */
    @Override
    public String toString() {
        return "Signing[" + algorithm + ", " + style + "]";
    }
}
