package io.chatauth.internal.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.chatauth.Receipt;
import io.chatauth.Secret;
import io.chatauth.infobip.InfobipAccount;
import io.chatauth.internal.http.JdkTransport;
import io.chatauth.internal.http.RawServer;
import io.chatauth.internal.http.TestTls;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Sending starts no thread per message, whatever the protocol. */
class ThreadsTest {
    private static final int MESSAGES = 10_000;

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.chatauth");
    private final Set<String> protocols = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void hush() {
        logger.setLevel(Level.INFO);
        ((Logger) LoggerFactory.getLogger("io.undertow")).setLevel(Level.INFO);
        ((Logger) LoggerFactory.getLogger("org.xnio")).setLevel(Level.INFO);
    }

    @AfterEach
    void speakAgain() {
        logger.setLevel(null);
    }

    @Test
    void overPlainHttp() throws Exception {
        try (RawServer server = RawServer.plain(this::answer)) {
            sendAll("http://127.0.0.1:" + server.port());
        }
        assertEquals(Set.of("HTTP/1.1"), protocols);
    }

    @Test
    void overTls() throws Exception {
        try (RawServer server = RawServer.tls(TestTls.context(), this::answer)) {
            sendAll("https://127.0.0.1:" + server.port());
        }
        assertEquals(Set.of("HTTP/1.1"), protocols);
    }

    @Test
    void overHttp2() throws Exception {
        Undertow server = Undertow.builder()
                .addHttpsListener(0, "127.0.0.1", TestTls.context())
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .setIoThreads(2)
                .setHandler(exchange -> {
                    protocols.add(exchange.getProtocol().toString());
                    exchange.getRequestReceiver()
                            .receiveFullBytes(
                                    (done, body) -> done.getResponseSender().send("ok"));
                })
                .build();
        server.start();
        try {
            sendAll("https://127.0.0.1:"
                    + ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort());
        } finally {
            server.stop();
        }
        assertEquals(Set.of("HTTP/2.0"), protocols);
    }

    private void answer(RawServer.Request request, java.net.Socket connection, java.io.OutputStream out)
            throws java.io.IOException {
        protocols.add(request.line().substring(request.line().lastIndexOf(' ') + 1));
        RawServer.write(out, 200, "ok");
    }

    private static void sendAll(String url) throws Exception {
        InfobipAccount account = InfobipAccount.builder()
                .baseUrl(url)
                .apiKey(Secret.of("key"))
                .sslContext(TestTls.context())
                .requestTimeout(Duration.ofMinutes(1))
                .build();
        FakeChannel channel = new FakeChannel(1);
        try (JdkTransport transport = new JdkTransport(account, Clock.systemUTC(), Thread::new);
                Dispatcher dispatcher =
                        new Dispatcher(transport, DispatchSettings.defaults(), Clock.systemUTC(), Thread::new)) {
            send(dispatcher, channel, 2_000);
            long before = startedThreads();
            send(dispatcher, channel, MESSAGES);
            assertEquals(0, startedThreads() - before, "threads started by " + MESSAGES + " messages");
        }
    }

    private static void send(Dispatcher dispatcher, FakeChannel channel, int count) throws InterruptedException {
        Semaphore outstanding = new Semaphore(64);
        AtomicInteger accepted = new AtomicInteger();
        for (int i = 0; i < count; i++) {
            outstanding.acquire();
            dispatcher.submit(dispatcher.reserve(), new FakeShipment(channel, "m" + i, "lane", Instant.MAX) {
                @Override
                public void settled(Receipt receipt) {
                    accepted.addAndGet(receipt.accepted() ? 1 : 0);
                    outstanding.release();
                }
            });
        }
        assertTrue(outstanding.tryAcquire(64, 2, TimeUnit.MINUTES));
        assertEquals(count, accepted.get());
    }

    /** The module of the tests does not read {@code java.management}; reflection does. */
    private static long startedThreads() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        return (long) Class.forName("java.lang.management.ThreadMXBean")
                .getMethod("getTotalStartedThreadCount")
                .invoke(threads);
    }
}
