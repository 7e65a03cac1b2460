package io.chatauth.webhook;

import io.chatauth.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signature with a shared secret over the raw body, or over a base string that has it. Infobip's specifications name the
 * algorithms, but neither header nor encoding: they are the account's settings. MD5, SHA-1 and SHA-224, which Infobip offers,
 * are not taken. Immutable.
 */
public final class WebhookHmac extends WebhookAuth {
    private static final String BODY = "{body}";
    private static final String TIMESTAMP = "{timestamp}";
    private static final Duration DEFAULT_AGE = Duration.ofMinutes(5);

    /** The hash functions that may be used. */
    public enum Algorithm {
        /** HMAC-SHA-256. */
        SHA_256,
        /** HMAC-SHA-384. */
        SHA_384,
        /** HMAC-SHA-512. */
        SHA_512;

        String jca() {
            return "HmacSHA" + name().substring(4);
        }
    }

    /** How the signature is written. */
    public enum Encoding {
        /** Lower-case hexadecimal digits. */
        HEX,
        /** Upper-case hexadecimal digits. */
        HEX_UPPER,
        /** Base64 with padding (RFC 4648, section 4). */
        BASE64;

        String write(byte[] signature) {
            return switch (this) {
                case HEX -> HexFormat.of().formatHex(signature);
                case HEX_UPPER -> HexFormat.of().withUpperCase().formatHex(signature);
                case BASE64 -> Base64.getEncoder().encodeToString(signature);
            };
        }
    }

    private final String header;
    private final Secret secret;
    private final Algorithm algorithm;
    private final Encoding encoding;
    private final String prefix;
    private final String base;
    private final String timestampHeader;
    private final Duration maxAge;

    private WebhookHmac(
            String header,
            Secret secret,
            Algorithm algorithm,
            Encoding encoding,
            String prefix,
            String base,
            String timestampHeader,
            Duration maxAge) {
        this.header = Objects.requireNonNull(header, "header");
        this.secret = Objects.requireNonNull(secret, "secret");
        this.algorithm = Objects.requireNonNull(algorithm, "algorithm");
        this.encoding = Objects.requireNonNull(encoding, "encoding");
        this.prefix = Objects.requireNonNull(prefix, "prefix");
        this.base = Objects.requireNonNull(base, "base");
        this.timestampHeader = Objects.requireNonNull(timestampHeader, "timestampHeader");
        this.maxAge = Objects.requireNonNull(maxAge, "maxAge");
    }

    static WebhookHmac of(String header, Secret secret) {
        if (header.isBlank()) {
            throw new IllegalArgumentException("the header of the signature is blank");
        }
        requireLength(secret, "HMAC secret");
        return new WebhookHmac(header, secret, Algorithm.SHA_256, Encoding.HEX, "", BODY, "", DEFAULT_AGE);
    }

    /**
     * Sets the hash function.
     *
     * @param value the function
     * @return a way that uses it
     */
    public WebhookHmac algorithm(Algorithm value) {
        return new WebhookHmac(header, secret, value, encoding, prefix, base, timestampHeader, maxAge);
    }

    /**
     * Sets how the signature is written.
     *
     * @param value the encoding
     * @return a way that reads it
     */
    public WebhookHmac encoding(Encoding value) {
        return new WebhookHmac(header, secret, algorithm, value, prefix, base, timestampHeader, maxAge);
    }

    /**
     * Sets what stands before the signature.
     *
     * @param value such as {@code sha256=}
     * @return a way that expects it
     */
    public WebhookHmac prefix(String value) {
        return new WebhookHmac(header, secret, algorithm, encoding, value, base, timestampHeader, maxAge);
    }

    /**
     * Sets what is signed.
     *
     * @param value a text with <code>{body}</code> exactly once, where the raw body goes, and perhaps <code>{timestamp}</code>
     *     once, before it
     * @return a way that signs it
     * @throws IllegalArgumentException if the body does not stand in it once, or a second time stamp does
     */
    public WebhookHmac base(String value) {
        int body = value.indexOf(BODY);
        int time = value.indexOf(TIMESTAMP);
        if (body < 0 || body != value.lastIndexOf(BODY) || time != value.lastIndexOf(TIMESTAMP) || time > body) {
            throw new IllegalArgumentException(
                    "the base string '" + value + "' must have {body} once, and {timestamp} at most once, before it");
        }
        return new WebhookHmac(header, secret, algorithm, encoding, prefix, value, timestampHeader, maxAge);
    }

    /**
     * Names the header with the time stamp that is signed, in milliseconds or seconds since 1970.
     *
     * @param name the header, such as {@code X-Ib-Exchange-Req-Timestamp}
     * @param age how far it may be from now, so that a webhook can't be replayed later
     * @return a way that expects it
     */
    public WebhookHmac timestamp(String name, Duration age) {
        return new WebhookHmac(header, secret, algorithm, encoding, prefix, base, name, age);
    }

    /**
     * Tells whether the base string wants a time stamp but no header is named, or the other way round.
     *
     * @return true if it can never accept anything, or would not sign the time stamp
     */
    public boolean incomplete() {
        return base.contains(TIMESTAMP) == timestampHeader.isBlank();
    }

    @Override
    public boolean accepts(WebhookRequest request, Instant now) {
        List<String> given = request.headers(header);
        if (given.size() != 1 || incomplete()) {
            return false;
        }
        String stamp = "";
        if (!timestampHeader.isBlank()) {
            List<String> stamps = request.headers(timestampHeader);
            if (stamps.size() != 1 || !recent(stamps.get(0), now)) {
                return false;
            }
            stamp = stamps.get(0);
        }
        return same(prefix + encoding.write(mac(stamp, request.body())), given.get(0));
    }

    @Override
    public ProviderSecurity atProvider() {
        return new ProviderSecurity.Signature(header, algorithm.name(), secret);
    }

    private boolean recent(String stamp, Instant now) {
        if (stamp.isEmpty() || stamp.length() > 13 || !stamp.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        try {
            long number = Long.parseLong(stamp);
            Instant at = stamp.length() > 11 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            return Duration.between(at, now).abs().compareTo(maxAge) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private byte[] mac(String stamp, byte[] body) {
        int place = base.indexOf(BODY);
        ByteArrayOutputStream signed = new ByteArrayOutputStream(body.length + base.length() + stamp.length());
        signed.writeBytes(base.substring(0, place).replace(TIMESTAMP, stamp).getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        signed.writeBytes(base.substring(place + BODY.length()).getBytes(StandardCharsets.UTF_8));
        try {
            Mac mac = Mac.getInstance(algorithm.jca());
            mac.init(key());
            return mac.doFinal(signed.toByteArray());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + algorithm.jca(), missing);
        }
    }

    private SecretKeySpec key() {
        return new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), algorithm.jca());
    }

    /**
     * Names the header and the function.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "HMAC " + algorithm.name().toLowerCase(Locale.ROOT) + " in " + header;
    }
}
