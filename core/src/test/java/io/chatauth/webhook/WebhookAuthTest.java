package io.chatauth.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

class WebhookAuthTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
    private static final Secret KEY = Secret.of("Jefe".repeat(4));
    /** Made with openssl: {@code printf 'what do ya want for nothing?' | openssl dgst -sha256 -hmac JefeJefeJefeJefe}. */
    private static final String SHA_256 = "2ccd85dfc8d18cb5d84fef4b198554699fece6e8692c9147b0da983f5b7bd413";

    private static final String SHA_512 = "91b7fd3bb396e46256dc9781082ddd39410faea58753d32d11653791077317d3"
            + "09013a3457591de5eeebfa6d56a856b93f7958a34fe58a4c5d6e9e57cd9fa27b";
    private static final String SHA_256_BASE64 = "LM2F38jRjLXYT+9LGYVUaZ/s5uhpLJFHsNqYP1t71BM=";
    private static final String STAMPED = "88c5086222e367d11c41d7b53682790e742a63abe8454f629a98471e908629a6";

    private final WebhookHmac hmac = WebhookAuth.hmac("X-Hub-Signature", KEY);

    @Test
    void headerPrefixEncodingAndAlgorithmAreTheAccounts() {
        assertTrue(accepts(hmac, "X-Hub-Signature", SHA_256));
        assertTrue(accepts(hmac, "x-hub-signature", SHA_256), "names of headers have no case");
        assertTrue(accepts(hmac.prefix("sha256="), "X-Hub-Signature", "sha256=" + SHA_256));
        assertTrue(accepts(hmac.encoding(WebhookHmac.Encoding.BASE64), "X-Hub-Signature", SHA_256_BASE64));
        assertTrue(accepts(
                hmac.encoding(WebhookHmac.Encoding.HEX_UPPER),
                "X-Hub-Signature",
                SHA_256.toUpperCase(java.util.Locale.ROOT)));
        assertTrue(accepts(hmac.algorithm(WebhookHmac.Algorithm.SHA_512), "X-Hub-Signature", SHA_512));

        assertFalse(accepts(hmac, "X-Signature", SHA_256));
        assertFalse(accepts(hmac, "X-Hub-Signature", "sha256=" + SHA_256));
        assertFalse(accepts(hmac, "X-Hub-Signature", SHA_512));
        assertFalse(accepts(hmac, "X-Hub-Signature", SHA_256.toUpperCase(java.util.Locale.ROOT)));
        assertFalse(accepts(hmac, "X-Hub-Signature", ""));
    }

    @Test
    void aSignedTimeStampMustBeRecent() {
        WebhookHmac stamped = hmac.base("{timestamp}{body}").timestamp("X-Time", Duration.ofMinutes(5));
        Instant at = Instant.ofEpochMilli(1_700_000_000_000L);
        WebhookRequest request =
                WebhookRequest.of("POST", "/x", Map.of("X-Hub-Signature", STAMPED, "X-Time", "1700000000000"), BODY);

        assertTrue(stamped.accepts(request, at.plusSeconds(300)));
        assertFalse(stamped.accepts(request, at.plusSeconds(301)));
        assertFalse(stamped.accepts(request, at.minusSeconds(301)));
        for (String stamp : List.of("", "-1", "x", "1700000000001", "99999999999999999999")) {
            assertFalse(stamped.accepts(
                    WebhookRequest.of("POST", "/x", Map.of("X-Hub-Signature", STAMPED, "X-Time", stamp), BODY), at));
        }
        assertFalse(
                stamped.accepts(WebhookRequest.of("POST", "/x", Map.of("X-Hub-Signature", SHA_256), BODY), at),
                "no fall back to the body");
    }

    @Test
    void basicAndBearerAreComparedAsAWhole() {
        WebhookAuth basic = WebhookAuth.basic("infobip", Secret.of("pass:word"));
        String right = Base64.getEncoder().encodeToString("infobip:pass:word".getBytes(StandardCharsets.UTF_8));
        WebhookAuth bearer = WebhookAuth.bearer(Secret.of("0123456789abcdef"));

        assertTrue(accepts(basic, "Authorization", "Basic " + right));
        assertTrue(accepts(basic, "Authorization", "basic " + right));
        assertFalse(accepts(basic, "Authorization", "Basic " + right + "="));
        assertFalse(accepts(basic, "Authorization", "Bearer " + right));
        assertTrue(accepts(bearer, "Authorization", "Bearer 0123456789abcdef"));
        assertFalse(accepts(bearer, "Authorization", "Bearer 0123456789abcdeg"));
        assertFalse(accepts(bearer, "Authorization", "Bearer"));
        assertFalse(accepts(bearer, "Authorization", ""));
    }

    @Test
    void aHeaderThatCameTwiceProvesNothing() {
        for (WebhookAuth way : List.of(hmac, WebhookAuth.bearer(Secret.of("0123456789abcdef")))) {
            String name = way == hmac ? "X-Hub-Signature" : "Authorization";
            String value = way == hmac ? SHA_256 : "Bearer 0123456789abcdef";
            WebhookRequest twice =
                    WebhookRequest.received("POST", "/x", Map.of(name, List.of(value, value)), BODY, Optional.empty());
            WebhookRequest inTwoCases = WebhookRequest.received(
                    "POST",
                    "/x",
                    Map.of(name, List.of(value), name.toLowerCase(java.util.Locale.ROOT), List.of(value)),
                    BODY,
                    Optional.empty());

            assertFalse(way.accepts(twice, NOW));
            assertFalse(way.accepts(inTwoCases, NOW));
            assertFalse(accepts(way, name, value + "," + value));
        }
    }

    @Test
    void aPeerIsKnownByTheWholeSubjectOfItsCertificate() {
        WebhookAuth peer = WebhookAuth.peer("CN=hooks.example, O=Example");

        assertTrue(peer.accepts(from("CN=hooks.example,O=Example"), NOW));
        assertFalse(peer.accepts(from("CN=hooks.example"), NOW));
        assertFalse(peer.accepts(from("CN=hooks.example,O=Example,C=GB"), NOW));
        assertFalse(peer.accepts(WebhookRequest.of("POST", "/x", Map.of(), BODY), NOW));
    }

    @Test
    void whatCouldBeGuessedOrCanNeverFitIsRefusedAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> WebhookAuth.hmac("X", Secret.of("short")));
        assertThrows(IllegalArgumentException.class, () -> WebhookAuth.hmac(" ", KEY));
        assertThrows(IllegalArgumentException.class, () -> WebhookAuth.bearer(Secret.of("short")));
        assertThrows(IllegalArgumentException.class, () -> WebhookAuth.basic("a:b", KEY));
        assertThrows(IllegalArgumentException.class, () -> WebhookAuth.peer("hooks.example"));
        for (String base : List.of("", "body", "{body}{body}", "{timestamp}{timestamp}{body}", "{body}{timestamp}")) {
            assertThrows(IllegalArgumentException.class, () -> hmac.base(base), base);
        }
        assertTrue(hmac.base("{timestamp}{body}").incomplete());
        assertTrue(hmac.timestamp("X-Time", Duration.ofMinutes(5)).incomplete());
        assertFalse(hmac.incomplete());
    }

    @Test
    void noSecretStandsInTheText() {
        String text = List.of(hmac, WebhookAuth.bearer(KEY), WebhookAuth.basic("infobip", KEY))
                .toString();

        assertFalse(text.contains("Jefe") || text.contains("infobip"), text);
        assertEquals("[HMAC sha_256 in X-Hub-Signature, Bearer, Basic]", text);
    }

    private static boolean accepts(WebhookAuth way, String header, String value) {
        return way.accepts(WebhookRequest.of("POST", "/x", Map.of(header, value), BODY), NOW);
    }

    private static WebhookRequest from(String subject) {
        return WebhookRequest.received("POST", "/x", Map.of(), BODY, Optional.of(new X500Principal(subject)));
    }
}
