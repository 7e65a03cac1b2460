package io.chatauth.internal.http;

import io.chatauth.infobip.InfobipAccount;
import io.chatauth.internal.net.Hosts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes the JDK's HTTP client as an account wants it. */
final class Clients {
    private static final int TRUST_THREADS = 4;

    private Clients() {}

    static HttpClient client(InfobipAccount account, Executor executor) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(account.connectTimeout())
                .executor(executor)
                .proxy(new OutsideOnly(account.proxy().orElse(null)));
        account.sslContext().ifPresent(builder::sslContext);
        return builder.build();
    }

    static ThreadPoolExecutor trustThreads(ThreadFactory threads) {
        ThreadFactory named = task -> {
            Thread thread = Objects.requireNonNull(threads.newThread(task), "the thread factory gave no thread");
            thread.setName("chatauth-http");
            thread.setDaemon(true);
            return thread;
        };
        return new ThreadPoolExecutor(
                TRUST_THREADS, TRUST_THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named);
    }

    static String userAgent() {
        Class<?> self = Clients.class;
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
