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
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
    private static final int TRUST_THREADS = 4;

    private final InfobipAccount account;
    private final String userAgent = userAgent();
    private final @Nullable String authorization;
    private final @Nullable String proxyAuthorization;
    private final String via;
    private final @Nullable ThreadPoolExecutor trustThreads;
    private volatile @Nullable HttpClient client;

    /**
     * Makes a transport for an account. Nothing is connected yet.
     *
     * @param account the account
     * @param threads makes the threads for trust checks, if the account wants them apart
     * @throws ConfigurationException if a system property lets the client repeat requests by itself
     */
    public JdkTransport(InfobipAccount account, ThreadFactory threads) {
        List<String> problems = JdkRules.problems();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        JdkRules.warning().ifPresent(LOG::warn);
        this.account = account;
        authorization = authorization(account.credentials());
        Optional<InfobipAccount.Proxy> proxy = account.proxy();
        proxyAuthorization = proxy.flatMap(InfobipAccount.Proxy::credentials)
                .map(JdkTransport::authorization)
                .orElse(null);
        via = proxy.map(p -> " through the proxy " + p.host() + ":" + p.port()).orElse("");
        trustThreads = account.blockingTrustManager() || JdkRules.checksRevocation() ? trustThreads(threads) : null;
        client = client(account, trustThreads == null ? Runnable::run : trustThreads);
    }

    @Override
    public WireResponse exchange(WireRequest request, Set<String> channelHosts, Duration timeout) {
        URI uri;
        try {
            Targets.checkHeaders(request);
            if (authorization == null && Targets.isRelative(request)) {
                throw NotRetryable.rule("it goes to the Infobip account, and none is configured");
            }
            uri = Targets.resolve(account.baseUri(), request, channelHosts);
        } catch (NotRetryable e) {
            throw Failures.rule(request, e);
        }
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
                build(request, uri, limit),
                new Failures(uri, direct ? "" : via, account.connectTimeout()),
                limit);
    }

    private WireResponse exchange(HttpClient current, HttpRequest request, Failures failures, Duration limit) {
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
            if (status >= 300 && status < 400) {
                response.body().cancel();
                throw failures.redirect(status);
            }
            byte[] body = response.body().await(end - System.nanoTime());
            return WireResponse.of(status, firstValues(response.headers().map()), body);
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

    private HttpRequest build(WireRequest request, URI uri, Duration limit) {
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
        if (Targets.isRelative(request)) {
            out.setHeader("Authorization", Objects.requireNonNull(authorization, "authorization"));
        }
        if (proxyAuthorization != null && !Hosts.isLoopback(uri.getHost())) {
            out.setHeader("Proxy-Authorization", proxyAuthorization);
        }
        return out.build();
    }

    @Override
    public void close() {
        client = null;
        if (trustThreads != null) {
            trustThreads.shutdown();
        }
    }

    private static HttpClient client(InfobipAccount account, Executor executor) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(account.connectTimeout())
                .executor(executor)
                .proxy(new OutsideOnly(account.proxy().orElse(null)));
        account.sslContext().ifPresent(builder::sslContext);
        return builder.build();
    }

    private static ThreadPoolExecutor trustThreads(ThreadFactory threads) {
        ThreadFactory named = task -> {
            Thread thread = Objects.requireNonNull(threads.newThread(task), "the thread factory gave no thread");
            thread.setName("chatauth-http");
            thread.setDaemon(true);
            return thread;
        };
        return new ThreadPoolExecutor(
                TRUST_THREADS, TRUST_THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named);
    }

    private static @Nullable String authorization(Credentials credentials) {
        if (credentials instanceof Credentials.None) {
            return null;
        }
        if (credentials instanceof Credentials.ApiKey apiKey) {
            return "App " + apiKey.key().reveal();
        }
        Credentials.Basic basic = (Credentials.Basic) credentials;
        byte[] pair = (basic.username() + ":" + basic.password().reveal()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
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

    private static String userAgent() {
        Class<?> self = JdkTransport.class;
        String version = self.getModule().getDescriptor() != null
                ? self.getModule().getDescriptor().rawVersion().orElse("dev")
                : Objects.requireNonNullElse(self.getPackage().getImplementationVersion(), "dev");
        return "ChatAuth/" + version + " (Java " + Runtime.version().feature() + ")";
    }

    /** Sends what leaves this machine through the proxy, if there is one. The JVM's own proxy settings don't count. */
    private static final class OutsideOnly extends ProxySelector {
        private final List<Proxy> outside;

        OutsideOnly(InfobipAccount.@Nullable Proxy proxy) {
            outside = List.of(
                    proxy == null
                            ? Proxy.NO_PROXY
                            : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port())));
        }

        @Override
        public List<Proxy> select(URI uri) {
            return Hosts.isLoopback(uri.getHost()) ? List.of(Proxy.NO_PROXY) : outside;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // the request itself fails, and says so
        }
    }
}
