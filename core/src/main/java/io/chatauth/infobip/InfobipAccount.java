package io.chatauth.infobip;

import io.chatauth.ConfigurationException;
import io.chatauth.Secret;
import io.chatauth.internal.net.Hosts;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One account at Infobip: its base URL, its credentials, and how it is reached. Immutable and safe for use by many
 * threads; {@link #toString()} shows the host only.
 */
public final class InfobipAccount {
    private final Builder data;
    private final URI baseUri;
    private final Credentials credentials;

    private InfobipAccount(Builder data, URI baseUri, Credentials credentials) {
        this.data = data;
        this.baseUri = baseUri;
        this.credentials = credentials;
    }

    /**
     * Begins an account.
     *
     * @return a builder; base URL and credentials must be set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gives the base URL.
     *
     * @return scheme, host and perhaps a port, without a path
     */
    public URI baseUri() {
        return baseUri;
    }

    /**
     * Gives the host of the base URL.
     *
     * @return the name in lower case, IPv6 in brackets
     */
    public String host() {
        return baseUri.getHost();
    }

    /**
     * Tells whether the account is a sandbox on this machine.
     *
     * @return true if the base URL names {@code localhost}, {@code 127.0.0.0/8} or {@code ::1}
     */
    public boolean isLoopback() {
        return Hosts.isLoopback(host());
    }

    /**
     * Gives the credentials.
     *
     * @return an API key, user name and password, a session or an OAuth 2 client
     */
    public Credentials credentials() {
        return credentials;
    }

    /**
     * Gives the time a connection may take.
     *
     * @return 2 s unless set
     */
    public Duration connectTimeout() {
        return data.connectTimeout;
    }

    /**
     * Gives the time a request may take, connection and answer included.
     *
     * @return 10 s unless set
     */
    public Duration requestTimeout() {
        return data.requestTimeout;
    }

    /**
     * Gives the proxy. Requests to this machine don't use it.
     *
     * @return the proxy; empty for a direct connection
     */
    public Optional<Proxy> proxy() {
        return Optional.ofNullable(data.proxy());
    }

    /**
     * Gives the TLS context.
     *
     * @return the context; empty for the platform's own
     */
    public Optional<SSLContext> sslContext() {
        return Optional.ofNullable(data.sslContext);
    }

    /**
     * Tells whether trust checks get threads of their own.
     *
     * @return false unless set
     */
    public boolean blockingTrustManager() {
        return data.blockingTrustManager;
    }

    /**
     * Gives the longest answer that is read.
     *
     * @return bytes, 1 MiB unless set
     */
    public int maxResponseBytes() {
        return data.maxResponseBytes;
    }

    /**
     * Says the host.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "InfobipAccount[" + host() + "]";
    }

    /**
     * An HTTP proxy.
     *
     * @param host its name or address
     * @param port its port
     * @param credentials user name and password, if it asks for them
     */
    public record Proxy(String host, int port, Optional<Credentials.Basic> credentials) {
        /** Checks that all parts are there. */
        public Proxy {
            Objects.requireNonNull(host, "host");
            Objects.requireNonNull(credentials, "credentials");
        }
    }

    /** Builds an {@link InfobipAccount}. Nothing is checked before {@link #problems()}. Not safe for use by many threads. */
    public static final class Builder {
        @Nullable
        String baseUrl;

        @Nullable
        Credentials credentials;

        Duration connectTimeout = Duration.ofSeconds(2);
        Duration requestTimeout = Duration.ofSeconds(10);

        @Nullable
        String proxyHost;

        int proxyPort;
        Credentials.@Nullable Basic proxyCredentials;

        @Nullable
        SSLContext sslContext;

        boolean blockingTrustManager;
        int maxResponseBytes = 1 << 20;
        final Set<String> allowedHosts;

        private Builder() {
            allowedHosts = new HashSet<>();
        }

        private Builder(Builder other) {
            baseUrl = other.baseUrl;
            credentials = other.credentials;
            connectTimeout = other.connectTimeout;
            requestTimeout = other.requestTimeout;
            proxyHost = other.proxyHost;
            proxyPort = other.proxyPort;
            proxyCredentials = other.proxyCredentials;
            sslContext = other.sslContext;
            blockingTrustManager = other.blockingTrustManager;
            maxResponseBytes = other.maxResponseBytes;
            allowedHosts = Set.copyOf(other.allowedHosts);
        }

        /**
         * Sets the base URL of the account.
         *
         * @param url with or without {@code https://} and trailing slash, such as {@code abc123.api.infobip.com}; plain
         *     {@code http://} is for this machine only
         * @return this builder
         */
        public Builder baseUrl(String url) {
            baseUrl = Objects.requireNonNull(url, "url");
            return this;
        }

        /**
         * Sets the credentials.
         *
         * @param value an API key, user name and password, a session or an OAuth 2 client
         * @return this builder
         */
        public Builder credentials(Credentials value) {
            credentials = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Sets an API key as credentials.
         *
         * @param key the key
         * @return this builder
         */
        public Builder apiKey(Secret key) {
            return credentials(new Credentials.ApiKey(key));
        }

        /**
         * Says that there is no account, because every channel goes to a host of its own. Time-outs and proxy still count.
         *
         * @return this builder
         */
        public Builder noAccount() {
            return baseUrl("https://api.infobip.com").credentials(new Credentials.None());
        }

        /**
         * Sets the time a connection may take.
         *
         * @param timeout 1 ms to 5 min
         * @return this builder
         */
        public Builder connectTimeout(Duration timeout) {
            connectTimeout = Objects.requireNonNull(timeout, "timeout");
            return this;
        }

        /**
         * Sets the time a request may take, connection and answer included.
         *
         * @param timeout 1 ms to 5 min
         * @return this builder
         */
        public Builder requestTimeout(Duration timeout) {
            requestTimeout = Objects.requireNonNull(timeout, "timeout");
            return this;
        }

        /**
         * Sets an HTTP proxy for all requests that leave this machine.
         *
         * @param host its name or address
         * @param port its port, 1 to 65535
         * @return this builder
         */
        public Builder proxy(String host, int port) {
            proxyHost = Objects.requireNonNull(host, "host");
            proxyPort = port;
            return this;
        }

        /**
         * Sets what the proxy asks for, sent to it as {@code Proxy-Authorization: Basic …}. For https the JDK lets that
         * pass only if the system property {@code jdk.http.auth.tunneling.disabledSchemes} does not name Basic, as it
         * does by default; otherwise {@code build()} says so.
         *
         * @param username the user name
         * @param password the password
         * @return this builder
         */
        public Builder proxyCredentials(String username, Secret password) {
            proxyCredentials = new Credentials.Basic(username, password);
            return this;
        }

        /**
         * Sets the TLS context, for a private certificate authority or a client certificate.
         *
         * @param context the context
         * @return this builder
         */
        public Builder sslContext(SSLContext context) {
            sslContext = Objects.requireNonNull(context, "context");
            return this;
        }

        /**
         * Gives trust checks threads of their own. Needed only for a trust manager that waits for something, such as a
         * revocation service: without it the wait would hold up all requests. Costs throughput. Where
         * {@code com.sun.net.ssl.checkRevocation} is set it is so in any case.
         *
         * @param blocking true for such a trust manager
         * @return this builder
         */
        public Builder blockingTrustManager(boolean blocking) {
            blockingTrustManager = blocking;
            return this;
        }

        /**
         * Sets the longest answer that is read; a longer one fails the request.
         *
         * @param bytes 1024 to 64 Mi
         * @return this builder
         */
        public Builder maxResponseBytes(int bytes) {
            maxResponseBytes = bytes;
            return this;
        }

        /**
         * Allows a base URL outside of {@code api.infobip.com}, such as a gateway of one's own. The credentials go there.
         *
         * @param host the exact name, without port
         * @return this builder
         */
        public Builder allowHost(String host) {
            allowedHosts.add(host.toLowerCase(Locale.ROOT));
            return this;
        }

        /**
         * Checks everything that is set.
         *
         * @return one sentence for each problem, without secrets; empty if {@link #build()} will work
         */
        public List<String> problems() {
            List<String> problems = new ArrayList<>();
            URI uri = BaseUrl.parse(baseUrl, allowedHosts, problems);
            AccountRules.check(this, uri, problems);
            return List.copyOf(problems);
        }

        /**
         * Makes the account.
         *
         * @return the account
         * @throws ConfigurationException if there are {@link #problems()}; it holds all of them
         */
        public InfobipAccount build() {
            List<String> problems = problems();
            Builder copy = new Builder(this);
            URI uri = BaseUrl.parse(copy.baseUrl, copy.allowedHosts, new ArrayList<>());
            if (!problems.isEmpty() || uri == null || copy.credentials == null) {
                throw new ConfigurationException(problems);
            }
            return new InfobipAccount(copy, uri, copy.credentials);
        }

        @Nullable
        Proxy proxy() {
            return proxyHost == null ? null : new Proxy(proxyHost, proxyPort, Optional.ofNullable(proxyCredentials));
        }

        /**
         * Says that this is a builder, and nothing of what it holds.
         *
         * @return a text that is safe to log
         */
        @Override
        public String toString() {
            return "InfobipAccount.Builder";
        }
    }
}
