package io.chatauth.fuzz;

import io.chatauth.ChannelId;
import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.ChatAuthException;
import io.chatauth.KeyRing;
import io.chatauth.Secret;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.Options;
import io.chatauth.webhook.WebhookAuth;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** What the targets share. */
final class Bench {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final KeyRing RING = KeyRing.builder()
            .key("k1", KeyRing.State.ACTIVE, Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))
            .build();

    /** What an input may cost, in time of a processor: a busy machine makes others wait, and fails nothing. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** How long it may take by the clock, whatever it waits for. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Bench() {}

    /** What is done with an input. */
    interface Deed {
        void run();
    }

    /** Does it: what is refused is refused with a type of ours, and soon. */
    static void survive(Deed deed) {
        long start = System.nanoTime();
        long used = THREADS.getCurrentThreadCpuTime();
        try {
            deed.run();
        } catch (ChatAuthException refused) {
            if (String.valueOf(refused.getMessage()).isBlank()) {
                throw new AssertionError("nothing is said", refused);
            }
        }
        check(THREADS.getCurrentThreadCpuTime() - used <= LONGEST.toNanos(), "it cost over " + LONGEST);
        check(System.nanoTime() - start <= LONGEST_WAIT.toNanos(), "it took over " + LONGEST_WAIT);
    }

    static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    /** All channels, in the order of their ids. */
    static List<Channel> channels() {
        List<Channel> all = new ArrayList<>();
        providers().forEach(provider -> all.add(provider.create(new ChannelContext(Options.none()))));
        return all;
    }

    static List<ChannelId> ids() {
        return providers().stream().map(ChannelProvider::id).toList();
    }

    private static List<ChannelProvider> providers() {
        List<ChannelProvider> all = new ArrayList<>();
        ServiceLoader.load(ChannelProvider.class).forEach(all::add);
        all.removeIf(provider -> !provider.getClass().getName().startsWith("io.chatauth.channel."));
        all.sort(Comparator.comparing(provider -> provider.id().value()));
        return all;
    }

    static ChatAuthBuilder chatAuth() {
        return ChatAuth.builder()
                .baseUrl("http://127.0.0.1:9")
                .apiKey(Secret.of("key"))
                .discover()
                .sender("whatsapp", "447860099299")
                .sender("viber", "MyBank")
                .sender("line", "@mybank")
                .sender("kakao", "@mybank")
                .sender("zalo", "579745863508352884")
                // With a webhook nobody is asked for reports, so nothing is connected to.
                .webhookUrl(URI.create("https://bank.example/chatauth"))
                .loginPage(URI.create("https://bank.example/chatauth/_page"))
                .webhookAuth(WebhookAuth.hmac("X-Hub-Signature", Secret.of(SECRET))
                        .prefix("sha256=")
                        .base("{timestamp}.{body}")
                        .timestamp("X-Timestamp", Duration.ofMinutes(5)))
                .keys(RING);
    }
}
