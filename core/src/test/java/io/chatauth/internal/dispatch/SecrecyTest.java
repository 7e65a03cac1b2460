package io.chatauth.internal.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.chatauth.Secret;
import io.chatauth.infobip.InfobipAccount;
import io.chatauth.internal.http.JdkTransport;
import io.chatauth.internal.http.RawServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SecrecyTest {
    private static final String KEY = "canary-key-9d3c";
    private static final List<String> CANARIES = List.of(KEY, FakeShipment.CODE, "447700900001", "secret of");

    private static final class Memory extends AppenderBase<ILoggingEvent> {
        final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            String stack =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getFormattedMessage() + stack);
        }
    }

    @Test
    void nothingSecretIsLoggedOrSaidInAReceipt() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("io.chatauth");
        Memory memory = new Memory();
        memory.setContext(logger.getLoggerContext());
        memory.start();
        logger.addAppender(memory);
        logger.setLevel(Level.TRACE);
        FakeChannel channel = new FakeChannel(1);
        channel.unencodable.add("unencodable");
        try (RawServer server = RawServer.plain((request, connection, out) -> {
                    switch (request.body()) {
                        case "echo" -> RawServer.write(out, 400, "no message to +447700900001, thanks");
                        case "denied" -> RawServer.write(out, 401, "{}");
                        case "broken" -> connection.close();
                        case "moved" -> RawServer.write(out, 302, "", "Location: http://127.0.0.1:1/?" + KEY);
                        default -> RawServer.write(out, 200, "garbage");
                    }
                });
                JdkTransport transport = new JdkTransport(
                        InfobipAccount.builder()
                                .baseUrl("http://127.0.0.1:" + server.port())
                                .apiKey(Secret.of(KEY))
                                .build(),
                        Clock.systemUTC(),
                        Thread::new);
                Dispatcher dispatcher = new Dispatcher(
                        transport,
                        DispatchSettings.defaults().withTries(1, Duration.ofMinutes(1)),
                        Clock.systemUTC(),
                        Thread::new)) {
            for (String id : List.of("echo", "denied", "broken", "moved", "garbage", "unencodable")) {
                FakeShipment shipment = new FakeShipment(channel, id, "lane", Instant.MAX);
                dispatcher.submit(dispatcher.reserve(), shipment);
                memory.lines.add(shipment.refused().toString());
                memory.lines.add(shipment.refused().failure().describe());
                memory.lines.add(shipment.message().toString());
            }
        } finally {
            logger.setLevel(null);
            logger.detachAppender(memory);
        }
        assertTrue(memory.lines.size() > 18, "there was something to look at");
        for (String line : memory.lines) {
            for (String canary : CANARIES) {
                assertFalse(line.contains(canary), line);
            }
        }
    }

    /** On two processors it starts a thread per request with any executor; so it is used nowhere. */
    @Test
    void sendAsyncIsUsedNowhere() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(SecrecyTest::callsSendAsync)
                    .toList();
            assertEquals(List.of(), found);
        }
    }

    private static boolean callsSendAsync(Path file) {
        try {
            return Files.readString(file).matches("(?s).*[.:]\\s*sendAsync\\b.*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
