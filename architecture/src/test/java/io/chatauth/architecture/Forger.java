package io.chatauth.architecture;

import io.chatauth.webhook.WebhookHmac;
import io.chatauth.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Has one genuine webhook and changes it in a single point, so that it is no longer what was signed, or not signed so. */
final class Forger {
    static final String HEADER = "X-Hub-Signature";
    static final String STAMP = "X-Timestamp";
    static final int KINDS = 12;

    private final Random random;
    private final String secret;

    /**
     * How a signature is written.
     *
     * @param algorithm the algorithm
     * @param encoding the encoding
     * @param prefix stands before it
     * @param stamped whether a time stands before the body in what is signed
     */
    record Form(WebhookHmac.Algorithm algorithm, WebhookHmac.Encoding encoding, String prefix, boolean stamped) {}

    /**
     * A genuine webhook.
     *
     * @param path its path
     * @param body its body
     * @param form how it is signed
     * @param stamp the time, in seconds
     */
    record Genuine(String path, byte[] body, Form form, String stamp) {}

    Forger(Random random, String secret) {
        this.random = random;
        this.secret = secret;
    }

    WebhookRequest genuine(Genuine from) {
        return request(from, from.path(), from.body(), List.of(signature(from)), from.stamp());
    }

    String signature(Genuine from) {
        Form form = from.form();
        return form.prefix() + written(form, mac(jca(form), secret.getBytes(StandardCharsets.UTF_8), signed(from)));
    }

    WebhookRequest forged(int kind, Genuine from) {
        String right = signature(from);
        return switch (kind) {
            case 0 -> request(from, from.path(), flipped(from.body()), List.of(right), from.stamp());
            case 1 -> request(from, from.path(), rewritten(from.body()), List.of(right), from.stamp());
            case 2 -> request(from, from.path(), from.body(), List.of(latin(flipped(bytes(right)))), from.stamp());
            case 3 -> request(from, from.path(), from.body(), List.of(otherAlgorithm(from)), from.stamp());
            case 4 -> request(from, from.path(), from.body(), List.of(otherKey(from)), from.stamp());
            case 5 -> request(from, from.path(), from.body(), List.of(otherLength(right)), from.stamp());
            case 6 -> request(from, from.path(), from.body(), List.of(otherEncoding(from, right)), from.stamp());
            case 7 -> request(from, from.path(), from.body(), doubled(right), from.stamp());
            case 8 -> request(from, from.path(), from.body(), List.of(inOtherLetters(right)), from.stamp());
            case 9 -> otherHeader(from, right);
            case 10 -> request(from, otherPath(from.path()), from.body(), List.of(right), from.stamp());
            default ->
                from.form().stamped()
                        ? request(from, from.path(), from.body(), List.of(right), otherStamp(from.stamp()))
                        : request(from, from.path(), from.body(), List.of(pick("", "null", "none", "0", "*")), "");
        };
    }

    private static WebhookRequest request(
            Genuine from, String path, byte[] body, List<String> signatures, String stamp) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put(HEADER, signatures);
        if (from.form().stamped()) {
            headers.put(STAMP, List.of(stamp));
        }
        return WebhookRequest.received("POST", path, headers, body, Optional.empty());
    }

    private byte[] flipped(byte[] bytes) {
        byte[] out = bytes.clone();
        do {
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                out[random.nextInt(out.length)] ^= (byte) (1 << random.nextInt(8));
            }
        } while (Arrays.equals(out, bytes));
        return out;
    }

    /** The same to a reader of JSON, or almost; other bytes. */
    private byte[] rewritten(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return switch (random.nextInt(7)) {
            case 0 -> bytes(" ".repeat(1 + random.nextInt(3)) + text);
            case 1 -> bytes(text + pick("\n", "\r\n", " ", "\u0000"));
            case 2 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 3 -> Arrays.copyOf(body, random.nextInt(body.length));
            case 4 -> bytes(text + text);
            case 5 -> text.getBytes(StandardCharsets.UTF_16);
            default -> {
                int at = 1 + text.indexOf('"', random.nextInt(text.length() / 2));
                yield (text.substring(0, at) + String.format("\\u%04x", (int) text.charAt(at)) + text.substring(at + 1))
                        .getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    private String otherAlgorithm(Genuine from) {
        String name;
        do {
            name = pick("HmacMD5", "HmacSHA1", "HmacSHA224", "HmacSHA256", "HmacSHA384", "HmacSHA512");
        } while (name.equals(jca(from.form())));
        byte[] mac = mac(name, secret.getBytes(StandardCharsets.UTF_8), signed(from));
        int[] lengths = {mac.length, mac.length / 2, 32, 20};
        byte[] cut = Arrays.copyOf(mac, lengths[random.nextInt(lengths.length)]);
        return pick(from.form().prefix(), "sha1=", "sha512=", "md5=", "") + written(from.form(), cut);
    }

    private String otherKey(Genuine from) {
        byte[] key = bytes(secret);
        byte[] other =
                switch (random.nextInt(5)) {
                    case 0 -> flipped(key);
                    case 1 -> Arrays.copyOf(key, key.length - 1);
                    case 2 -> bytes(secret + pick(" ", "\n", "x"));
                    case 3 -> bytes(secret.toUpperCase(Locale.ROOT));
                    default -> Base64.getEncoder().encode(key);
                };
        return from.form().prefix() + written(from.form(), mac(jca(from.form()), other, signed(from)));
    }

    private String otherLength(String right) {
        int cut = random.nextInt(right.length());
        return random.nextBoolean() ? right.substring(0, cut) : right + pick("", "=") + right.substring(cut) + "0";
    }

    private String otherEncoding(Genuine from, String right) {
        byte[] mac = mac(jca(from.form()), secret.getBytes(StandardCharsets.UTF_8), signed(from));
        String prefix = from.form().prefix();
        String other =
                switch (random.nextInt(7)) {
                    case 0 -> prefix + HexFormat.of().formatHex(mac);
                    case 1 -> prefix + HexFormat.of().withUpperCase().formatHex(mac);
                    case 2 -> prefix + Base64.getEncoder().encodeToString(mac);
                    case 3 -> prefix + Base64.getEncoder().withoutPadding().encodeToString(mac);
                    case 4 -> prefix + Base64.getUrlEncoder().encodeToString(mac);
                    case 5 -> prefix + HexFormat.ofDelimiter(":").formatHex(mac);
                    default -> pick("sha256=", "SHA256=", "hmac ", "v1,", "0x", " ", "\t") + written(from.form(), mac);
                };
        return other.equals(right) ? right + "=" : other;
    }

    private List<String> doubled(String right) {
        String other = random.nextBoolean() ? right : latin(flipped(bytes(right)));
        return switch (random.nextInt(4)) {
            case 0 -> List.of(right, other);
            case 1 -> List.of(other, right);
            case 2 -> List.of(right + pick(",", ", ", ";") + other);
            default -> List.of();
        };
    }

    private String inOtherLetters(String right) {
        StringBuilder out = new StringBuilder(right);
        int at = random.nextInt(right.length());
        char c = right.charAt(at);
        boolean wide = c > ' ' && c < 0x7f && random.nextBoolean();
        if (wide) {
            out.setCharAt(at, (char) (c + 0xfee0));
        } else {
            out.insert(at, pick("\u200b", "\u00ad", "\ufeff", "\u0301", " "));
        }
        return out.toString();
    }

    private WebhookRequest otherHeader(Genuine from, String right) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put(
                pick("X-Signature", HEADER + "-256", "X-Infobip-Signature", HEADER + " ", "Authorization"),
                List.of(right));
        headers.put(STAMP, List.of(from.stamp()));
        return WebhookRequest.received("POST", from.path(), headers, from.body(), Optional.empty());
    }

    private String otherPath(String path) {
        StringBuilder token = new StringBuilder();
        int length = 16 + random.nextInt(85);
        while (token.length() < length) {
            token.append("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-".charAt(random.nextInt(64)));
        }
        return pick(
                path + "/" + token,
                path + "/" + token + "/",
                path + "x",
                "/." + path,
                path + "?" + token,
                path + "/%2e%2e" + path,
                path.toUpperCase(Locale.ROOT),
                "/" + path,
                "/nobody");
    }

    private String otherStamp(String stamp) {
        long number = Long.parseLong(stamp);
        return pick(
                Long.toString(number + 1 + random.nextInt(1_000_000)),
                Long.toString(number - 1 - random.nextInt(1_000_000)),
                stamp + "000",
                "",
                "-" + stamp,
                "+" + stamp,
                " " + stamp,
                "99999999999999999999");
    }

    private byte[] signed(Genuine from) {
        if (!from.form().stamped()) {
            return from.body();
        }
        byte[] before = bytes(from.stamp() + ".");
        byte[] all = Arrays.copyOf(before, before.length + from.body().length);
        System.arraycopy(from.body(), 0, all, before.length, from.body().length);
        return all;
    }

    private static String jca(Form form) {
        return "HmacSHA" + form.algorithm().name().substring(4);
    }

    private static String written(Form form, byte[] mac) {
        return form.encoding() == WebhookHmac.Encoding.BASE64
                ? Base64.getEncoder().encodeToString(mac)
                : HexFormat.of().formatHex(mac);
    }

    private static byte[] mac(String name, byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key, name));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String pick(String... all) {
        return all[random.nextInt(all.length)];
    }
}
