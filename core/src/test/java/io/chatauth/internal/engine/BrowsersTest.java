package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChallengeState;
import io.chatauth.Started;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Real browsers over real HTTP: they run scripts and follow links, and spend nothing until somebody presses. */
class BrowsersTest {
    private final World world = new World();
    private final PageServer server = new PageServer(world);

    @AfterEach
    void close() {
        server.close();
        world.close();
    }

    private ChallengeState state(Started started) {
        return world.store.find(started.id()).orElseThrow().state();
    }

    private static WebClient browser() {
        WebClient client = new WebClient();
        client.getOptions().setJavaScriptEnabled(true);
        client.getOptions().setCssEnabled(true);
        client.getOptions().setThrowExceptionOnScriptError(false);
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        client.getOptions().setDownloadImages(true);
        return client;
    }

    /** A scanner that even has the cookie, and a person who then presses. */
    @Test
    void aBrowserThatRunsScriptsSpendsNoLinkAndThePersonsPressWorksOnce() throws IOException {
        Started started = server.start();
        String link = server.link(started);
        try (WebClient client = browser()) {
            client.getCookieManager().addCookie(new Cookie("localhost", "__Host-chatauth", Browser.BINDING));
            HtmlPage scan = client.getPage(server.url("/scan"));
            client.waitForBackgroundJavaScript(500);
            assertEquals("scanned", scan.getTitleText());
            HtmlPage opened = ((HtmlAnchor) scan.getElementById("a")).click();
            for (DomElement element : opened.getDomElementDescendants()) {
                if (!(element instanceof HtmlButton)) {
                    element.focus();
                    element.mouseOver();
                    element.click();
                }
            }
            opened.refresh();
            assertEquals(ChallengeState.OPEN, state(started));
            assertEquals(0, world.store.find(started.id()).orElseThrow().attempts());

            HtmlPage page = client.getPage(link + "?utm_source=chat&fbclid=1");
            HtmlPage done = page.<HtmlButton>getFirstByXPath("//button").click();

            assertEquals("You are signed in", done.getTitleText());
            assertEquals(ChallengeState.APPROVED, state(started));
            assertEquals("This link is over", client.<HtmlPage>getPage(link).getTitleText());
        }
    }

    @Test
    void anotherBrowserTypesTheDigits() throws IOException {
        Started started = server.start();
        String link = server.link(started);
        try (WebClient client = browser()) {
            HtmlPage page = client.getPage(link);
            HtmlInput digits = page.getHtmlElementById("digits");
            assertTrue(page.getElementsByTagName("label")
                    .get(0)
                    .getAttribute("for")
                    .equals("digits"));
            digits.type(started.number().orElseThrow());
            HtmlPage done = page.<HtmlButton>getFirstByXPath("//button").click();

            assertEquals("You are signed in", done.getTitleText());
            assertEquals(ChallengeState.APPROVED, state(started));
        }
    }

    @Test
    void aHeadHasTheHeadersAndNoBody() throws Exception {
        String link = server.link(server.start());
        HttpResponse<String> head = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(link))
                                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals("no-store", head.headers().firstValue("cache-control").orElseThrow());
    }

    /** Debian's Chromium, where CHROMIUM_PROGRAM says where it is. */
    @Test
    @EnabledIfEnvironmentVariable(named = "CHROMIUM_PROGRAM", matches = ".+")
    void chromiumSpendsNoLink(@TempDir Path folder) throws Exception {
        Started started = server.start();
        String link = server.link(started);

        String page = chromium(folder, link);
        String scan = chromium(folder, server.url("/scan"));

        assertTrue(page.contains("id=\"digits\""), page);
        assertTrue(scan.contains("<title>scanned</title>"), scan);
        assertEquals(ChallengeState.OPEN, state(started));
        assertEquals(0, world.store.find(started.id()).orElseThrow().attempts());
        String path = Browser.path(world);
        assertEquals(
                200,
                Browser.other(world).type(path, started.number().orElseThrow()).status());
        assertTrue(chromium(folder, link).contains("This link is over"));
    }

    private static String chromium(Path folder, String url) throws Exception {
        assertTrue(InetAddress.getByName(URI.create(url).getHost()).isLoopbackAddress());
        Path dom = folder.resolve("dom.html");
        Process process = new ProcessBuilder(List.of(
                        System.getenv("CHROMIUM_PROGRAM"),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--virtual-time-budget=5000",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        url))
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "Chromium did not end");
            return Files.readString(dom, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
