package io.chatauth.internal.http;

import static io.chatauth.internal.http.LoginServer.LONG;
import static io.chatauth.internal.http.LoginServer.PASSWORD;
import static io.chatauth.internal.http.LoginServer.TOKEN;
import static io.chatauth.internal.http.LoginServer.oauth2;
import static io.chatauth.internal.http.LoginServer.refuse;
import static io.chatauth.internal.http.LoginServer.send;
import static io.chatauth.internal.http.LoginServer.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.chatauth.CredentialsException;
import io.chatauth.Secret;
import io.chatauth.TransportException;
import io.chatauth.infobip.Credentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class LoginTest {
    private static final Duration MILLI = Duration.ofMillis(1);

    @Test
    void aSessionIsOpenedWithTheFirstRequestKeptAndEndedAtTheClose() {
        try (LoginServer server = new LoginServer()) {
            JdkTransport transport = server.transport(session());
            assertEquals(List.of(), server.lines(), "nothing is asked before the first request");

            assertEquals(200, send(transport).status());
            assertEquals(200, send(transport).status());
            transport.close();
            transport.close();

            assertEquals(
                    List.of(
                            "POST /auth/1/session HTTP/1.1",
                            "POST /x HTTP/1.1",
                            "POST /x HTTP/1.1",
                            "DELETE /auth/1/session HTTP/1.1"),
                    server.lines());
            assertNull(server.requests().get(0).headers().get("authorization"));
            assertEquals("application/json", server.requests().get(0).headers().get("content-type"));
            assertEquals(
                    "IBSSO " + TOKEN + "1", server.requests().get(1).headers().get("authorization"));
            assertEquals(
                    "IBSSO " + TOKEN + "1", server.requests().get(3).headers().get("authorization"));
            assertEquals(java.util.Set.of(), server.valid);
        }
    }

    @Test
    void closingWithoutASessionAsksNothing() {
        try (LoginServer server = new LoginServer()) {
            server.transport(session()).close();
            server.transport(oauth2()).close();
            assertEquals(List.of(), server.lines());
        }
    }

    @Test
    void aSessionThatCantBeEndedDoesNotDisturbTheClose() {
        try (LoginServer server = new LoginServer()) {
            JdkTransport transport = server.transport(session());
            send(transport);
            server.stop();
            transport.close();
            assertThrows(TransportException.class, () -> send(transport));
        }
    }

    @Test
    void aSessionLivesOnWithEveryUseAndIsOpenedAnewWhenItWasIdle() {
        try (LoginServer server = new LoginServer();
                JdkTransport transport = server.transport(session())) {
            for (int i = 0; i < 4; i++) {
                send(transport);
                server.clock.advance(Duration.ofMinutes(30).minus(MILLI));
            }
            assertEquals(1, server.logins.get());
            send(transport);
            server.clock.advance(Duration.ofMinutes(30));
            send(transport);
            assertEquals(2, server.logins.get());
        }
    }

    @Test
    void aRefusedRequestIsSentOnceMoreWithANewSession() {
        try (LoginServer server = new LoginServer();
                JdkTransport transport = server.transport(session())) {
            send(transport);
            server.valid.clear();
            assertEquals(200, send(transport).status());
            assertEquals(2, server.logins.get());
        }
    }

    @ParameterizedTest
    @CsvSource({"3600, 3539999, 1", "3600, 3540000, 2", "100, 89999, 1", "100, 90000, 2", "0.5, 0, 0", "10, 9000, 2"})
    void aTokenIsRenewedBeforeItExpires(String lifetime, long millis, int logins) {
        try (LoginServer server = new LoginServer();
                JdkTransport transport = server.transport(oauth2())) {
            server.expiresIn = lifetime;
            if (logins == 0) {
                CredentialsException e = assertThrows(CredentialsException.class, () -> send(transport));
                assertEquals(
                        "the request for an OAuth2 token was refused: 200 NO_TOKEN: the answer holds no token that can"
                                + " be used. Check that the base URL is that of Infobip's API",
                        e.getMessage());
                return;
            }
            send(transport);
            server.clock.advance(Duration.ofMillis(millis));
            assertEquals(200, send(transport).status());
            assertEquals(logins, server.logins.get());
            assertEquals(
                    "Bearer " + TOKEN + logins,
                    server.requests()
                            .get(server.requests().size() - 1)
                            .headers()
                            .get("authorization"));
        }
    }

    @Test
    void aTokenWithoutLifetimeIsKeptUntilItIsRefused() {
        try (LoginServer server = new LoginServer();
                JdkTransport transport = server.transport(oauth2())) {
            server.expiresIn = "null";
            send(transport);
            server.clock.advance(Duration.ofDays(400));
            send(transport);
            assertEquals(1, server.logins.get());
        }
    }

    @Test
    void whenARenewalFailsTheOldTokenIsUsedToItsEndAndNotAMillisecondLonger() {
        try (LoginServer server = new LoginServer();
                JdkTransport transport = server.transport(oauth2())) {
            send(transport);
            server.trick = (request, out) -> {
                boolean login = request.line().contains("oauth2");
                if (login) {
                    refuse(out, 503, "busy");
                }
                return login;
            };
            server.clock.advance(Duration.ofSeconds(3540));
            assertEquals(200, send(transport).status());
            assertEquals(200, send(transport).status());
            assertEquals(
                    4,
                    server.lines().stream().filter("POST /x HTTP/1.1"::equals).count() + 1);
            assertEquals(2, logins(server), "one renewal is tried, not one for each request");
            server.clock.advance(Duration.ofSeconds(60).minus(MILLI));
            assertEquals(200, send(transport).status());
            server.clock.advance(MILLI);
            CredentialsException e = assertThrows(CredentialsException.class, () -> send(transport));
            assertTrue(e.passing());
        }
    }

    private static long logins(LoginServer server) {
        return server.lines().stream().filter(line -> line.contains("/auth/1/")).count();
    }

    @Test
    void sixtyFourThreadsFetchOneToken() throws Exception {
        CountDownLatch started = new CountDownLatch(64);
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try (LoginServer server = new LoginServer();
                JdkTransport transport = server.transport(oauth2())) {
            server.trick = (request, out) -> {
                started.await();
                return false;
            };
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                all.add(threads.submit(() -> {
                    started.countDown();
                    return send(transport).status();
                }));
            }
            for (Future<Integer> one : all) {
                assertEquals(200, one.get());
            }
            assertEquals(1, server.logins.get());
            server.valid.clear();
            CountDownLatch together = new CountDownLatch(64);
            all.clear();
            for (int i = 0; i < 64; i++) {
                all.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    return send(transport).status();
                }));
            }
            for (Future<Integer> one : all) {
                assertEquals(200, one.get());
            }
            assertEquals(2, server.logins.get(), "64 refused requests fetch one token as well");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRenewalStartsNoThread() throws ReflectiveOperationException {
        try (LoginServer server = new LoginServer();
                JdkTransport transport = server.transport(oauth2())) {
            send(transport);
            long before = startedThreads();
            for (int i = 0; i < 100; i++) {
                server.clock.advance(Duration.ofHours(1));
                send(transport);
            }
            assertEquals(101, server.logins.get());
            assertEquals(0, startedThreads() - before);
        }
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

    @Test
    void whoWaitsForOneThatGaveUpAsksItself() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (LoginServer server = new LoginServer();
                JdkTransport transport = server.transport(session())) {
            server.trick = (request, out) -> {
                if (asked.getCount() > 0) {
                    asked.countDown();
                    never.await();
                }
                return false;
            };
            Future<?> hasty = threads.submit(() -> send(transport, Duration.ofMillis(300)));
            asked.await();
            Future<Integer> patient = threads.submit(() -> send(transport).status());
            Throwable e = assertThrows(Exception.class, hasty::get).getCause();
            assertTrue(
                    e.getMessage()
                            .startsWith("the request was not sent, because there is no IBSSO session: 127.0.0.1:"),
                    e.getMessage());
            assertFalse(((TransportException) e).maybeSent());
            assertEquals(200, patient.get());
        } finally {
            never.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void aRefusedLoginSaysWhatToCheckAndIsNotRepeatedAtOnce() {
        try (LoginServer server = new LoginServer();
                JdkTransport transport = server.transport(Credentials.Session.of("user", Secret.of("canary-wrong")))) {
            for (int i = 0; i < 5; i++) {
                CredentialsException e = assertThrows(CredentialsException.class, () -> send(transport));
                assertEquals(
                        "the request for an IBSSO session was refused: 401 UNAUTHORIZED: Invalid login details. Check"
                                + " user name and password of the session (chatauth.session.username,"
                                + " chatauth.session.password), and that they belong to this base URL",
                        e.getMessage());
                assertFalse(e.passing());
            }
            assertEquals(1, logins(server));
            server.clock.advance(Duration.ofSeconds(10));
            assertThrows(CredentialsException.class, () -> send(transport));
            assertEquals(2, logins(server));
        }
    }

    @Test
    void aNewTokenThatIsRefusedTooIsAnErrorAndNoStorm() {
        try (LoginServer server = new LoginServer();
                JdkTransport transport = server.transport(oauth2())) {
            server.trick = (request, out) -> {
                boolean resource = request.line().contains("/x");
                if (resource) {
                    refuse(out, 401, "Invalid " + request.headers().get("authorization"));
                }
                return resource;
            };
            for (int i = 0; i < 5; i++) {
                CredentialsException e = assertThrows(CredentialsException.class, () -> send(transport));
                assertEquals(
                        "the request POST /x with an OAuth2 token was refused: 401 UNAUTHORIZED: Invalid Bearer (hidden)."
                                + " Check id and secret of the OAuth2 client (chatauth.oauth2.client-id,"
                                + " chatauth.oauth2.client-secret), and that they belong to this base URL",
                        e.getMessage());
            }
            assertEquals(2, server.logins.get());
            server.clock.advance(Duration.ofSeconds(10));
            assertThrows(CredentialsException.class, () -> send(transport));
            assertEquals(3, server.logins.get());
        }
    }

    @Test
    void noTokenAndNoPasswordIsToldAnywhere() {
        List<String> told = new CopyOnWriteArrayList<>();
        Logger logger = (Logger) LoggerFactory.getLogger("io.chatauth");
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                told.add(event.getFormattedMessage());
            }
        };
        appender.start();
        logger.setLevel(Level.TRACE);
        logger.addAppender(appender);
        try {
            for (Credentials credentials : List.of(session(), oauth2())) {
                told.add(credentials.toString());
                tell(credentials, told);
            }
        } finally {
            logger.detachAppender(appender);
            logger.setLevel(null);
        }
        assertTrue(told.size() > 20, "there was something to look at: " + told.size());
        for (String line : told) {
            assertFalse(line.contains("canary"), line);
        }
    }

    /** Every way to fail, each with an answer that repeats what was sent. */
    private static void tell(Credentials credentials, List<String> told) {
        for (int status : new int[] {200, 302, 400, 401, 403, 429, 500}) {
            try (LoginServer server = new LoginServer();
                    JdkTransport transport = server.transport(credentials)) {
                send(transport);
                server.valid.clear();
                server.trick = (request, out) -> {
                    RawServer.write(
                            out,
                            status,
                            PASSWORD + request.headers() + "\u0000{",
                            "Location: /" + TOKEN,
                            "X: " + TOKEN);
                    return true;
                };
                try {
                    send(transport);
                } catch (CredentialsException | TransportException e) {
                    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                        told.add(cause.toString());
                    }
                }
                server.trick = (request, out) -> {
                    boolean login = request.line().contains("/auth/");
                    if (login) {
                        RawServer.write(out, status, "{\"token\":\"" + PASSWORD + "\",\"access_token\":\"a b" + TOKEN);
                    }
                    return login;
                };
                server.clock.advance(Duration.ofHours(2));
                try {
                    send(transport, LONG);
                } catch (CredentialsException | TransportException e) {
                    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                        told.add(cause.toString());
                    }
                }
            }
        }
    }
}
