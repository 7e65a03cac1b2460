package io.chatauth.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StubServerTest {
    private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");

    private StubServer stub;
    private Socket socket;

    @BeforeEach
    void start() throws IOException {
        stub = StubServer.open(Duration.ofMillis(1));
        Thread serving = new Thread(stub, "stub");
        serving.setDaemon(true);
        serving.start();
        socket = new Socket(InetAddress.getLoopbackAddress(), stub.port());
        socket.setSoTimeout(20_000);
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
        stub.close();
    }

    @Test
    void everyMessageOfABatchIsAnsweredWithItsId() throws IOException {
        send(post("{\"messages\":[" + message("a-1", "441") + "," + message("\\u00fc\\\"2", "442")
                + "],\"bulkId\":\"b\"}"));
        String answer = answer();
        assertTrue(answer.startsWith("HTTP/1.1 200 OK"), answer);
        assertTrue(
                answer.contains(
                        "{\"to\":\"441\",\"messageCount\":1,\"messageId\":\"a-1\",\"status\":{\"groupId\":1,\"groupName\":\"PENDING\""),
                answer);
        assertTrue(answer.contains("\"to\":\"442\",\"messageCount\":1,\"messageId\":\"ü\\\"2\""), answer);
        StubStats stats = StubStats.of(URI.create("http://127.0.0.1:" + stub.port()));
        assertEquals(1, stats.requests());
        assertEquals(2, stats.messages());
    }

    @Test
    void requestsThatArriveTogetherOrInPiecesAreAnsweredInOrder() throws IOException {
        String both = post("{\"messages\":[" + message("m-1", "441") + "]}")
                + post("{\"messages\":[" + message("m-2", "442") + "]}");
        int cut = both.lastIndexOf("m-2");
        send(both.substring(0, cut));
        assertTrue(answer().contains("m-1"));
        send(both.substring(cut));
        assertTrue(answer().contains("m-2"));
    }

    @Test
    void aLargeBatchArrivesWhole() throws IOException {
        StringBuilder messages = new StringBuilder(message("m-0", "441"));
        for (int i = 1; i < 1000; i++) {
            messages.append(',').append(message("m-" + i, "441"));
        }
        send(post("{\"messages\":[" + messages + "]}"));
        String answer = answer();
        assertEquals(
                1000, Pattern.compile("\"messageId\"").matcher(answer).results().count());
    }

    @Test
    void aBodyThatIsNotWhatTheEndpointTakesIsRefused() throws IOException {
        send(post("{\"messages\":[{\"from\":\"44\",\"content\":{}}]}"));
        String missing = answer();
        assertTrue(missing.startsWith("HTTP/1.1 400 Bad Request"), missing);
        assertTrue(missing.contains("messages.to: must not be blank"), missing);
        send(post("{\"messages\":[]}"));
        assertTrue(answer().startsWith("HTTP/1.1 400"));
        send(post("{\"messages\":["));
        assertTrue(answer().startsWith("HTTP/1.1 400"));
    }

    @Test
    void withoutCredentialsOrAtAnotherPathNothingIsTaken() throws IOException {
        String body = "{\"messages\":[" + message("m-1", "441") + "]}";
        send(post(body).replace("Authorization: App x\r\n", ""));
        assertTrue(answer().startsWith("HTTP/1.1 401"));
        send(post(body).replace(StubServer.PATH, "/sms/3/messages"));
        assertTrue(answer().startsWith("HTTP/1.1 404"));
    }

    private static String message(String id, String to) {
        return "{\"from\":\"44\",\"to\":\"" + to + "\",\"messageId\":\"" + id
                + "\",\"content\":{\"templateName\":\"t\",\"templateData\":{\"body\":{\"placeholders\":[\"x\"]}},\"language\":\"en\"}}";
    }

    private static String post(String body) {
        return "POST " + StubServer.PATH + " HTTP/1.1\r\nHost: x\r\nAuthorization: App x\r\ncontent-length: "
                + body.getBytes(UTF_8).length + "\r\n\r\n" + body;
    }

    private void send(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    private String answer() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the stub hung up after: " + head);
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        assertTrue(length.find(), head::toString);
        return head + new String(in.readNBytes(Integer.parseInt(length.group(1))), UTF_8);
    }
}
