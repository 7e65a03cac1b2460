package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChallengeState;
import io.chatauth.Started;
import io.chatauth.flow.LoginLink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What previews, scanners and search engines do to links before a person can. */
class CrawlersTest {
    private static final List<Map<String, String>> HURRIES = List.of(
            Map.of(),
            Map.of("Sec-Purpose", "prefetch;prerender"),
            Map.of("Purpose", "prefetch", "X-Moz", "prefetch"),
            Map.of("Sec-Fetch-Mode", "navigate", "Sec-Fetch-User", "?1", "Sec-Fetch-Dest", "document"),
            Map.of("X-HTTP-Method-Override", "POST", "X-Method-Override", "POST", "X-HTTP-Method", "POST"));

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    static List<String> crawlers() throws IOException {
        try (InputStream in = CrawlersTest.class.getResourceAsStream("/io/chatauth/crawlers.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("crawlers")
    void aCrawlerSpendsNoLinkAndThePersonsPressWorksOnce(String agent) {
        for (boolean home : List.of(true, false)) {
            Started started = world.engine.start(LoginLink.to(World.PHONE)
                    .via("plain")
                    .purpose("login")
                    .binding(Browser.BINDING)
                    .build());
            world.receipt(started);
            String path = Browser.path(world);
            for (Map<String, String> hurry : HURRIES) {
                for (Browser crawler : List.of(Browser.home(world), Browser.other(world))) {
                    hurry.forEach(crawler::with);
                    crawler.with("User-Agent", agent);
                    for (String method : List.of("GET", "HEAD", "GET")) {
                        assertEquals(
                                200, crawler.send(method, path, new byte[0]).status());
                        assertEquals(
                                404,
                                crawler.send(method, path + "/", new byte[0]).status());
                    }
                    assertEquals(405, crawler.send("OPTIONS", path, new byte[0]).status());
                }
            }
            assertEquals(ChallengeState.OPEN, state(started));
            assertEquals(0, world.store.find(started.id()).orElseThrow().attempts());

            int first = home
                    ? Browser.home(world).press(path, "yes").status()
                    : Browser.other(world)
                            .type(path, started.number().orElseThrow())
                            .status();
            assertEquals(200, first);
            assertEquals(ChallengeState.APPROVED, state(started));
            assertEquals(410, Browser.home(world).get(path).status());
            world.clock.advance(Duration.ofHours(1));
        }
    }

    @Test
    void thereAreSixtyAndMore() throws IOException {
        assertTrue(crawlers().stream().distinct().count() >= 60);
    }

    private ChallengeState state(Started started) {
        return world.store.find(started.id()).orElseThrow().state();
    }
}
