package io.chatauth.sandbox.internal.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs webhook bodies: an HMAC over the raw bytes, in a header. Infobip's specs name the algorithms, not the header nor
 * the encoding, so both can be chosen.
 *
 * @param secret the key
 * @param algorithm one of {@link #algorithms()}
 * @param header the header's name
 * @param encoding {@code hex} or {@code base64}
 */
public record Signing(String secret, String algorithm, String header, String encoding) {
    /** The algorithm that is taken where none is named. */
    public static final String DEFAULT_ALGORITHM = "HMAC_SHA_256";

    /** The header that is taken where none is named; integrators report it for some accounts. */
    public static final String DEFAULT_HEADER = "X-Infobip-Signature";

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
     * @return the header's value
     */
    public String sign(byte[] body) {
        try {
            String name = ALGORITHMS.get(algorithm);
            if (name == null) {
                throw new IllegalArgumentException("unknown algorithm " + algorithm);
            }
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), name));
            byte[] signature = mac.doFinal(body);
            return encoding.equals("base64")
                    ? Base64.getEncoder().encodeToString(signature)
                    : HexFormat.of().formatHex(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks " + algorithm, e);
        }
    }

    /**
     * Hides the secret.
     *
     * @return the rest
     */
    @Override
    public String toString() {
        return "Signing[" + algorithm + ", " + header + ", " + encoding + "]";
    }
}
