package io.chatauth.internal.http;

import io.chatauth.ConfigurationException;
import io.chatauth.TransportException;
import io.chatauth.infobip.Credentials;
import io.chatauth.infobip.InfobipAccount;
import io.chatauth.internal.net.Hosts;
import io.chatauth.internal.net.JdkRules;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JDK's HTTP client, used by blocking calls only. Its work runs on its selector thread (direct executor): no thread is
 * started per request, and twice as many get through. Only the JDK's own publishers and subscribers, and {@link CappedBody}, run there.
 *
 * <p>No {@link java.net.Authenticator} is set: with one, the client throws away a 401 that has no {@code WWW-Authenticate}
 * header. What a proxy asks for is sent with the first request instead; the client hands it to the proxy only.
 */
public final class JdkTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(JdkTransport.class);
    private static final int MULTIPLE_CHOICES = 300;
    private static final int UNAUTHORIZED = 401;

    private final InfobipAccount account;
    private final String userAgent = Clients.userAgent();
    private final @Nullable String authorization;
    private final List<String> secrets;
    private final @Nullable Tokens tokens;
    private final @Nullable String proxyAuthorization;
    private final String via;
    private final @Nullable ThreadPoolExecutor trustThreads;
    private volatile @Nullable HttpClient client;

    /**
     * Makes a transport for an account. Nothing is connected yet.
     *
     * @param account the account
     * @param clock tells when a token is to be renewed
     * @param threads makes the threads for trust checks, if the account wants them apart
     * @throws ConfigurationException if a system property lets the client repeat requests by itself
     */
    public JdkTransport(InfobipAccount account, Clock clock, ThreadFactory threads) {
        List<String> problems = JdkRules.problems();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        JdkRules.warning().ifPresent(LOG::warn);
        this.account = account;
        Credentials credentials = account.credentials();
        authorization = authorization(credentials);
        secrets = secrets(credentials);
        tokens = TokenSource.of(credentials)
                .map(source -> new Tokens(source, clock, account.requestTimeout(), this::sendToAccount))
                .orElse(null);
        Optional<InfobipAccount.Proxy> proxy = account.proxy();
        proxyAuthorization = proxy.flatMap(InfobipAccount.Proxy::credentials)
                .map(JdkTransport::authorization)
                .orElse(null);
        via = proxy.map(p -> " through the proxy " + p.host() + ":" + p.port()).orElse("");
        trustThreads =
                account.blockingTrustManager() || JdkRules.checksRevocation() ? Clients.trustThreads(threads) : null;
        client = Clients.client(account, trustThreads == null ? Runnable::run : trustThreads);
    }

    @Override
    public WireResponse exchange(WireRequest request, Set<String> channelHosts, Duration timeout) {
        URI uri;
        try {
            Targets.checkHeaders(request);
            if (authorization == null && tokens == null && Targets.isRelative(request)) {
                throw NotRetryable.rule("it goes to the Infobip account, and none is configured");
            }
            uri = Targets.resolve(account.baseUri(), request, channelHosts);
        } catch (NotRetryable e) {
            throw Failures.rule(request, e);
        }
        if (!Targets.isRelative(request)) {
            return send(request, uri, null, List.of(), timeout);
        }
        return tokens == null
                ? send(request, uri, authorization, secrets, timeout)
                : withToken(tokens, request, uri, new Deadline(timeout));
    }

    /** A refused request was not carried out: it is sent once more, with a new token. */
    private WireResponse withToken(Tokens all, WireRequest request, URI uri, Deadline deadline) {
        Token token = all.get(deadline);
        WireResponse response = send(request, uri, token, deadline);
        if (response.status() != UNAUTHORIZED) {
            return response;
        }
        Optional<Token> other = all.after(token, deadline);
        WireResponse last = other.isPresent() ? send(request, uri, other.get(), deadline) : response;
        if (last.status() == UNAUTHORIZED) {
            throw all.refusedAgain(request, last);
        }
        return last;
    }

    private WireResponse send(WireRequest request, URI uri, Token token, Deadline deadline) {
        return send(request, uri, token.header(), List.of(token.value()), deadline.left());
    }

    private WireResponse sendToAccount(
            WireRequest request, @Nullable String header, List<String> hidden, Duration timeout) {
        return send(request, URI.create(account.baseUri() + request.target()), header, hidden, timeout);
    }

    private WireResponse send(
            WireRequest request, URI uri, @Nullable String header, List<String> hidden, Duration timeout) {
        HttpClient current = client;
        if (current == null) {
            throw new TransportException(
                    "the request " + Failures.shown(request) + " was not sent: ChatAuth is closed",
                    false,
                    NotRetryable.answer("closed"));
        }
        Duration limit = timeout.compareTo(account.requestTimeout()) < 0 ? timeout : account.requestTimeout();
        if (limit.isNegative() || limit.isZero()) {
            limit = Duration.ofMillis(1);
        }
        boolean direct = Hosts.isLoopback(uri.getHost());
        return exchange(
                current,
                build(request, uri, header, limit),
                new Failures(uri, direct ? "" : via, account.connectTimeout()),
                hidden,
                limit);
    }

    private WireResponse exchange(
            HttpClient current, HttpRequest request, Failures failures, List<String> hidden, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            HttpResponse<CappedBody> response =
                    current.send(request, head -> new CappedBody(account.maxResponseBytes()));
            int status = response.statusCode();
            if (status == 407 && account.proxy().isPresent()) {
                // the JDK makes this answer up when a tunnel fails, and then it has no body at all
                Optional.ofNullable(response.body()).ifPresent(CappedBody::cancel);
                throw failures.proxyRefused();
            }
            if (status >= MULTIPLE_CHOICES && status < 400) {
                response.body().cancel();
                throw failures.redirect(status);
            }
            byte[] body = response.body().await(end - System.nanoTime());
            return WireResponse.of(
                    status,
                    firstValues(response.headers().map()),
                    status < MULTIPLE_CHOICES ? body : Scrubbing.of(body, hidden));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.interrupted();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof CappedBody.TooLargeException
                    ? failures.tooLarge(account.maxResponseBytes())
                    : failures.of(cause, limit);
        } catch (IOException | TimeoutException e) {
            throw failures.of(e, limit);
        } catch (TransportException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failures.of(e, limit);
        }
    }

    private HttpRequest build(WireRequest request, URI uri, @Nullable String header, Duration limit) {
        HttpRequest.Builder out = HttpRequest.newBuilder(uri)
                .timeout(limit)
                .version(uri.getScheme().equals("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .method(
                        request.method(),
                        request.body().length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(request.body()))
                .header("Accept", "application/json");
        request.headers().forEach(out::setHeader);
        out.setHeader("User-Agent", userAgent);
        if (header != null) {
            out.setHeader("Authorization", header);
        }
        if (proxyAuthorization != null && !Hosts.isLoopback(uri.getHost())) {
            out.setHeader("Proxy-Authorization", proxyAuthorization);
        }
        return out.build();
    }

    @Override
    public void close() {
        if (tokens != null) {
            tokens.close();
        }
        client = null;
        if (trustThreads != null) {
            trustThreads.shutdown();
        }
    }

    /** What always stands in the header; null for none, and for tokens. */
    private static @Nullable String authorization(Credentials credentials) {
        if (credentials instanceof Credentials.ApiKey apiKey) {
            return "App " + apiKey.key().reveal();
        }
        if (credentials instanceof Credentials.Basic basic) {
            byte[] pair = (basic.username() + ":" + basic.password().reveal()).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }
        return null;
    }

    private List<String> secrets(Credentials credentials) {
        if (authorization == null) {
            return List.of();
        }
        String sent = authorization.substring(authorization.indexOf(' ') + 1);
        return credentials instanceof Credentials.Basic basic
                ? List.of(sent, basic.password().reveal())
                : List.of(sent);
    }

    private static Map<String, String> firstValues(Map<String, List<String>> headers) {
        Map<String, String> first = new HashMap<>();
        headers.forEach((name, values) -> {
            if (!values.isEmpty()) {
                first.put(name, values.get(0));
            }
        });
        return first;
    }
}
