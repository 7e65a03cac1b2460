package io.chatauth.internal.http;

import io.chatauth.TransportException;
import io.chatauth.internal.text.Masking;
import io.chatauth.spi.WireRequest;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Says what happened to a request: host, failure, after how long, what to check. Never a header, a body or a query. */
final class Failures {
    private final URI uri;
    private final String via;
    private final Duration connectTimeout;
    private final long begun = System.nanoTime();

    Failures(URI uri, String via, Duration connectTimeout) {
        this.uri = uri;
        this.via = via;
        this.connectTimeout = connectTimeout;
    }

    static TransportException rule(WireRequest request, NotRetryable rule) {
        return new TransportException(
                "the request " + shown(request) + " was not sent: " + rule.getMessage()
                        + ". Correct the channel that made it",
                false,
                rule);
    }

    static String shown(WireRequest request) {
        return Masking.clean(request.toString());
    }

    TransportException of(Throwable failure, Duration timeout) {
        if (failure instanceof HttpConnectTimeoutException) {
            return notSent(
                    "no connection to " + host() + " within " + seconds(shorter(connectTimeout, timeout))
                            + ": check the network, the firewall and the proxy",
                    failure);
        }
        if (failure instanceof HttpTimeoutException || failure instanceof java.util.concurrent.TimeoutException) {
            return maybeSent(
                    host() + " gave no whole answer within " + seconds(timeout)
                            + ": the request may or may not have been carried out; check the network, or allow more"
                            + " time by chatauth.request-timeout",
                    failure);
        }
        if (has(failure, UnresolvedAddressException.class) || has(failure, UnknownHostException.class)) {
            return notSent(
                    "the name of " + host() + " is not known to the name server: check the base URL and the DNS"
                            + after(),
                    failure);
        }
        if (has(failure, CertificateException.class)) {
            return notSent(
                    "the certificate of " + host()
                            + " is not trusted: check the trust store, the clock of this machine,"
                            + " and that no one stands between" + after(),
                    failure);
        }
        if (failure instanceof ConnectException) {
            return notSent(
                    host() + " refused the connection: check host and port of the base URL, the firewall and the proxy"
                            + after(),
                    failure);
        }
        if (failure instanceof SSLHandshakeException) {
            return notSent(
                    "TLS with " + host() + " could not be set up: check that it speaks TLS 1.2 or 1.3" + after(),
                    failure);
        }
        if (Optional.ofNullable(failure.getMessage()).orElse("").startsWith("Tunnel failed")) {
            return notSent("the connection to " + host() + " was not made: the proxy refused it" + after(), failure);
        }
        String kind = failure instanceof SSLException
                ? "TLS failed"
                : failure.getClass().getSimpleName();
        return maybeSent(
                "the connection to " + host() + " broke (" + kind
                        + "): the request may or may not have been carried out" + after(),
                failure);
    }

    TransportException tooLarge(int limit) {
        return maybeSent(
                host() + " answered with more than " + limit + " bytes: the answer was not read; check the base URL, or"
                        + " allow more by maxResponseBytes" + after(),
                NotRetryable.answer("answer too large"));
    }

    TransportException redirect(int status) {
        return maybeSent(
                host() + " answered with a redirect (" + status
                        + "), and ChatAuth takes its credentials nowhere else: correct the base URL" + after(),
                NotRetryable.answer("redirect"));
    }

    TransportException proxyRefused() {
        return notSent(
                "the connection to " + host() + " was not made: the proxy asks for other credentials (407); check"
                        + " chatauth.proxy.username and -password" + after(),
                NotRetryable.answer("proxy authentication"));
    }

    TransportException interrupted() {
        return maybeSent(
                "the request to " + host() + " was given up, because ChatAuth is being closed" + after(), null);
    }

    private static TransportException notSent(String message, Throwable cause) {
        return new TransportException(message, false, cause);
    }

    private static TransportException maybeSent(String message, @Nullable Throwable cause) {
        return new TransportException(message, true, cause);
    }

    private String host() {
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + via;
    }

    private String after() {
        return " (after " + (System.nanoTime() - begun) / 1_000_000 + " ms)";
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
