package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChatAuth;
import io.chatauth.KeyRing;
import io.chatauth.Secret;
import io.chatauth.architecture.Forger.Form;
import io.chatauth.architecture.Forger.Genuine;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.testkit.MovableClock;
import io.chatauth.webhook.WebhookAuth;
import io.chatauth.webhook.WebhookHmac;
import io.chatauth.webhook.WebhookHmac.Algorithm;
import io.chatauth.webhook.WebhookHmac.Encoding;
import io.chatauth.webhook.WebhookRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real webhooks of every channel, changed in one point each: none is taken in. */
class ForgedWebhooksTest {
    private static final Path HOUSE = Path.of(System.getProperty("basedir", "."), "..");
    private static final int FULL = 1_000_000;
    private static final int PART = 100_000;
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final List<Form> FORMS = List.of(
            new Form(Algorithm.SHA_256, Encoding.HEX, "sha256=", false),
            new Form(Algorithm.SHA_512, Encoding.BASE64, "", false),
            new Form(Algorithm.SHA_256, Encoding.HEX, "", true));

    private final Random random = new Random(20261123);
    private final Forger forger = new Forger(random, SECRET);
    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void noneOfTheMutatedWebhooksIsAccepted() throws IOException {
        int forgeries = Boolean.getBoolean("chatauth.proof") ? FULL : PART;
        int each = forgeries / FORMS.size() + 1;
        for (Form form : FORMS) {
            List<Genuine> genuine = genuine(form);
            try (ChatAuth chatAuth = chatAuth(form)) {
                for (Genuine one : genuine) {
                    assertEquals(
                            200,
                            chatAuth.webhooks().receive(forger.genuine(one)).status(),
                            () -> "the genuine webhook at " + one.path());
                }
            }
            taken.set(0);
            try (ChatAuth chatAuth = chatAuth(form)) {
                for (int i = 0; i < each; i++) {
                    int kind = i % Forger.KINDS;
                    Genuine from = genuine.get(random.nextInt(genuine.size()));
                    WebhookRequest forged = forger.forged(kind, from);
                    int status = chatAuth.webhooks().receive(forged).status();
                    assertTrue(
                            status >= 400 && status < 500,
                            () -> "a forgery of kind " + kind + " of " + from.form() + " at " + forged.path()
                                    + " was answered with " + status);
                }
            }
            assertEquals(0, taken.get(), "something was taken in");
        }
    }

    private ChatAuth chatAuth(Form form) {
        WebhookHmac hmac = WebhookAuth.hmac(Forger.HEADER, Secret.of(SECRET))
                .algorithm(form.algorithm())
                .encoding(form.encoding())
                .prefix(form.prefix());
        return ChatAuth.builder()
                .baseUrl("http://127.0.0.1:9")
                .apiKey(Secret.of("key"))
                .discover()
                .sender("whatsapp", "447860099299")
                .sender("viber", "MyBank")
                .sender("line", "@mybank")
                .sender("kakao", "@mybank")
                .sender("zalo", "579745863508352884")
                .keys(KeyRing.builder()
                        .key("k1", KeyRing.State.ACTIVE, Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))
                        .build())
                .clock(MovableClock.at(NOW))
                .webhookAuth(
                        form.stamped()
                                ? hmac.base("{timestamp}.{body}").timestamp(Forger.STAMP, Duration.ofMinutes(5))
                                : hmac)
                .listener(event -> {
                    if (!(event instanceof ChatAuthEvent.WebhookRefused)) {
                        taken.incrementAndGet();
                    }
                })
                .build();
    }

    private static List<Genuine> genuine(Form form) throws IOException {
        List<Genuine> all = new ArrayList<>();
        for (String channel : List.of("whatsapp", "viber", "line", "kakao", "zalo")) {
            Path golden = HOUSE.resolve("channel-" + channel + "/src/test/resources/golden");
            try (Stream<Path> files = Files.list(golden)) {
                for (Path file : files.filter(
                                path -> path.getFileName().toString().startsWith("webhook-"))
                        .sorted()
                        .toList()) {
                    all.add(new Genuine(
                            "/" + channel, Files.readAllBytes(file), form, Long.toString(NOW.getEpochSecond())));
                }
            }
        }
        assertTrue(all.size() >= 10, () -> "only " + all.size() + " webhooks were found");
        return all;
    }
}
