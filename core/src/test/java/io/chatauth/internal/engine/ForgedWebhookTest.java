package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.MessageStatus;
import io.chatauth.Proof;
import io.chatauth.Secret;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookAuth;
import io.chatauth.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A forger has one genuine webhook and changes it: nothing that differs from it is accepted. */
class ForgedWebhookTest {
    private static final int MUTANTS = 100_000;
    private static final byte[] BODY =
            "{\"results\":[{\"from\":\"441134960001\",\"messageId\":\"wamid.1\",\"message\":{\"type\":\"TEXT\",\"text\":\"Y\"}}]}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final String BEARER = "Bearer 0123456789abcdef0123456789abcdef";

    private final World world = new World();
    private final ch.qos.logback.classic.Logger log =
            (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Receiver.class);
    private final Random random = new Random(20261123);

    @AfterEach
    void close() {
        log.setLevel(null);
        world.close();
    }

    @Test
    void noneOfAHundredThousandMutatedWebhooksIsAccepted() throws Exception {
        log.setLevel(ch.qos.logback.classic.Level.ERROR);
        world.channel.webhook = List.of(Hooks.reply("in-1", Address.phone(World.PHONE), "Y", Optional.empty()));
        Receiver receiver = new Receiver(
                world.engine, List.of(World.HMAC, WebhookAuth.bearer(Secret.of(BEARER.substring("Bearer ".length())))));
        String signature = Hooks.signature(BODY);
        for (Map<String, String> genuine : List.of(Map.of(Hooks.HEADER, signature), Map.of("Authorization", BEARER))) {
            assertEquals(
                    200,
                    receiver.receive(WebhookRequest.of("POST", "/plain", genuine, BODY))
                            .status());
        }

        // that of the genuine message, which may be heard at any time from now on
        int others = 0;
        int[] kinds = new int[8];
        for (int i = 0; i < MUTANTS; i++) {
            int kind = i % kinds.length;
            WebhookRequest forged = mutant(kind, signature);
            int status = receiver.receive(forged).status();
            int number = i;
            assertTrue(
                    status >= 400 && status < 500,
                    () -> "mutant " + number + " of kind " + kind + " was answered with " + status);
            kinds[kind]++;
            while (world.events.size() > 1_000) {
                others += world.events.remove() instanceof ChatAuthEvent.WebhookRefused ? 0 : 1;
            }
        }
        assertTrue(Arrays.stream(kinds).allMatch(count -> count == MUTANTS / kinds.length));
        others += (int) world.events.stream()
                .filter(event -> !(event instanceof ChatAuthEvent.WebhookRefused))
                .count();
        assertTrue(others <= 1, others + " events are no refusals; the genuine message is one of them");
    }

    @Test
    void noMutatedTokenInAPathLetsAReportIn() {
        log.setLevel(ch.qos.logback.classic.Level.ERROR);
        world.channel.webhook = List.of(new InboundEvent.Report(
                "somebody-elses-0-0", MessageStatus.DELIVERED, Optional.empty(), Optional.empty()));
        String token = world.keys.pathToken("plain");
        assertEquals(200, unsigned("/plain/" + token));
        for (int i = 0; i < Proof.times(MUTANTS, MUTANTS / 10); i++) {
            String forged = otherToken(token);
            int status = unsigned(forged);
            assertTrue(status >= 400 && status < 500, () -> forged + " was answered with " + status);
        }
    }

    private int unsigned(String path) {
        return world.receiver
                .receive(WebhookRequest.of("POST", path, Map.of(), BODY))
                .status();
    }

    private String otherToken(String token) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
        StringBuilder changed = new StringBuilder(token);
        int at = random.nextInt(token.length());
        switch (random.nextInt(6)) {
            case 0 -> changed.setLength(at);
            case 1 -> changed.append(letters.charAt(random.nextInt(letters.length())));
            case 2 -> changed.insert(at, pick("%41", "=", "/", ".", "\u200b"));
            case 3 -> changed.append(token);
            case 4 -> changed.replace(0, token.length(), world.keys.pathToken(pick("other", "omni", "PLAIN", "")));
            default -> {
                char other;
                do {
                    other = letters.charAt(random.nextInt(letters.length()));
                } while (other == token.charAt(at));
                changed.setCharAt(at, other);
            }
        }
        return "/plain/" + changed;
    }

    private WebhookRequest mutant(int kind, String signature) throws Exception {
        return switch (kind) {
            case 0 -> request(changed(BODY), List.of(signature));
            case 1 -> request(BODY, List.of(text(changed(signature.getBytes(StandardCharsets.ISO_8859_1)))));
            case 2 -> request(BODY, List.of(otherAlgorithm()));
            case 3 -> request(BODY, List.of(otherLength(signature)));
            case 4 -> request(BODY, List.of(otherEncoding(signature)));
            case 5 -> request(BODY, doubled(signature));
            case 6 -> otherPlace(signature);
            default -> bearer();
        };
    }

    private byte[] changed(byte[] bytes) {
        byte[] out = bytes.clone();
        do {
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                out[random.nextInt(out.length)] ^= (byte) (1 << random.nextInt(8));
            }
        } while (Arrays.equals(out, bytes));
        return out;
    }

    private String otherAlgorithm() throws Exception {
        String name = pick("HmacMD5", "HmacSHA1", "HmacSHA224", "HmacSHA384", "HmacSHA512", "HmacSHA256");
        byte[] key = World.WEBHOOK_SECRET.reveal().getBytes(StandardCharsets.UTF_8);
        if (name.equals("HmacSHA256")) {
            key = changed(key);
        }
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key, name));
        String prefix = pick("sha256=", "sha1=", "sha512=", "md5=", "");
        return prefix + HexFormat.of().formatHex(mac.doFinal(BODY));
    }

    private String otherLength(String signature) {
        int cut = random.nextInt(signature.length());
        return random.nextBoolean()
                ? signature.substring(0, cut)
                : signature + signature.substring(cut) + pick("", " ", "0", "\u0000", ",");
    }

    private String otherEncoding(String signature) {
        String hex = signature.substring("sha256=".length());
        byte[] mac = HexFormat.of().parseHex(hex);
        return switch (random.nextInt(7)) {
            case 0 -> "sha256=" + hex.toUpperCase(Locale.ROOT);
            case 1 -> "sha256=" + Base64.getEncoder().encodeToString(mac);
            case 2 -> Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
            case 3 -> hex;
            case 4 -> "SHA256=" + hex;
            case 5 -> signature.replace('0', '\uff10').replace('1', '\uff11').replace('a', '\u0430') + " ";
            default -> pick(" ", "\t", "0x") + signature;
        };
    }

    private List<String> doubled(String signature) {
        String other =
                random.nextBoolean() ? signature : text(changed(signature.getBytes(StandardCharsets.ISO_8859_1)));
        return switch (random.nextInt(3)) {
            case 0 -> List.of(signature, other);
            case 1 -> List.of(other, signature);
            default -> List.of(signature + pick(",", ", ", ";") + other);
        };
    }

    /** The right value in another header, or at another path. */
    private WebhookRequest otherPlace(String signature) {
        if (random.nextBoolean()) {
            String header =
                    pick("X-Signature", "X-Hub-Signature-256", "X-Infobip-Signature", "Signature", "Authorization");
            return WebhookRequest.of("POST", "/plain", Map.of(header, signature), BODY);
        }
        return WebhookRequest.of(
                "POST",
                pick("/other", "/plain/", "/plain//", "/plain/0123456789abcdefghijkl", "/../plain", "/plain?x=1") + "x",
                Map.of(Hooks.HEADER, signature),
                BODY);
    }

    private WebhookRequest bearer() {
        String value = text(changed(BEARER.substring(7).getBytes(StandardCharsets.ISO_8859_1)));
        assertNotEquals(BEARER.substring(7), value);
        return WebhookRequest.of(
                "POST", "/plain", Map.of("Authorization", pick("Bearer ", "Basic ", "bearer ", "") + value), BODY);
    }

    private static WebhookRequest request(byte[] body, List<String> signatures) {
        return WebhookRequest.received("POST", "/plain", Map.of(Hooks.HEADER, signatures), body, Optional.empty());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
