package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.PERSON;
import static io.chatauth.sandbox.SandboxClient.SEND;
import static io.chatauth.sandbox.SandboxClient.batch;
import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's files and what it is fed with; that it looks right, eyes have to judge. */
class PhonesTest extends SandboxTestBase {
    private static final Pattern REFERENCE =
            Pattern.compile("(?:src|href)=\"([^\"]*)\"|url\\(\"([^\"]*)\"\\)|from \"([^\"]*)\"");

    @Test
    void thePageAllowsNothingFromElsewhereAndNothingInline() throws Exception {
        HttpResponse<String> page = file("/");
        assertEquals(200, page.statusCode());
        assertTrue(
                page.headers().firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'self';"));
        assertEquals(
                "nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertFalse(Pattern.compile("<script(?![^>]*src=)|<style|\\son\\w+=|style=")
                .matcher(page.body())
                .find());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/_sandbox/ui/phones.css",
                "/_sandbox/ui/phones.js",
                "/_sandbox/ui/messages.js",
                "/_sandbox/ui/apps.css",
                "/_sandbox/ui/apps.js",
                "/_sandbox/ui/chat.js",
                "/_sandbox/ui/cards.js",
                "/_sandbox/ui/text.js",
                "/_sandbox/ui/templates.js"
            })
    void everyFileThatIsNamedIsThere(String path) throws Exception {
        HttpResponse<String> named = file(path);
        assertEquals(200, named.statusCode());
        assertFalse(named.body().contains("innerHTML"));
        Matcher matcher = REFERENCE.matcher(named.body());
        while (matcher.find()) {
            String reference = matcher.group(1) != null
                    ? matcher.group(1)
                    : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            URI target = sandbox.baseUri().resolve(path).resolve(reference);
            assertEquals(sandbox.baseUri().getAuthority(), target.getAuthority());
            assertEquals(200, file(target.getPath()).statusCode(), reference);
        }
    }

    @Test
    void otherFilesAreNotThere() throws Exception {
        assertEquals(404, file("/_sandbox/ui/nothing.js").statusCode());
        assertEquals(404, file("/_sandbox/ui/..%2fPhonesPage.class").statusCode());
    }

    @Test
    void everyChangeIsToldToOpenPages() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.baseUri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /_sandbox/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader events =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            awaitLine(events, "data:hello");
            client.post(SEND, batch(message("any", "en")));
            awaitLine(events, "data:changed");
        }
    }

    @Test
    void aPhoneHasBothSidesOfTheConversation() {
        client.approved(CARD_ACTIVATION);
        client.post(SEND, batch(message("card_activation", "en_GB", "Ana").put("messageId", "auth-1")));
        client.post(
                "/_sandbox/reply",
                json("{'channel':'WHATSAPP','from':'" + PERSON + "','text':'Y','inReplyTo':'auth-1'}"));

        JsonNode phones = client.get("/_sandbox/phones").body();
        assertEquals(1, phones.size());
        assertEquals(PERSON, phones.at("/0/person").asText());
        assertEquals("SEEN", phones.at("/0/messages/0/status").asText());
        assertFalse(phones.at("/0/messages/1/toPerson").asBoolean());
        assertEquals("auth-1", phones.at("/0/messages/1/replyTo").asText());
    }

    private static void awaitLine(BufferedReader reader, String wanted) throws IOException {
        String line = reader.readLine();
        while (line != null && !line.equals(wanted)) {
            line = reader.readLine();
        }
        assertEquals(wanted, line);
    }

    private HttpResponse<String> file(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(sandbox.baseUri().resolve(path)).build(), BodyHandlers.ofString());
    }
}
