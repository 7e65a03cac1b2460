package io.chatauth;

import io.chatauth.internal.config.Inputs;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The methods of {@link ChatAuthBuilder} that say who asks and how the account is reached.
 *
 * @param <B> the builder
 */
abstract class AccountSettings<B extends AccountSettings<B>> {
    final Inputs inputs = new Inputs();

    AccountSettings() {}

    abstract B self();

    /**
     * Sets the base URL of the Infobip account, {@code chatauth.base-url}.
     *
     * @param url such as {@code https://xxxxx.api.infobip.com}; https may be left out
     * @return this builder
     */
    public B baseUrl(String url) {
        return set("base-url", url);
    }

    /**
     * Sets the API key of the Infobip account, {@code chatauth.api-key}.
     *
     * @param key the key
     * @return this builder
     */
    public B apiKey(Secret key) {
        return set("api-key", key.reveal());
    }

    /**
     * Sets user name and password of the account, for accounts without API key: {@code chatauth.username} and
     * {@code chatauth.password}.
     *
     * @param username the user name
     * @param password the password
     * @return this builder
     */
    public B credentials(String username, Secret password) {
        set("username", username);
        return set("password", password.reveal());
    }

    /**
     * Opens a session with user name and password, sent as {@code Authorization: IBSSO …}: {@code chatauth.session.username}
     * and {@code chatauth.session.password}. It is opened with the first request, opened again when it is refused, and ended
     * when ChatAuth is closed.
     *
     * @param username the user name
     * @param password the password
     * @return this builder
     */
    public B session(String username, Secret password) {
        set("session.username", username);
        return set("session.password", password.reveal());
    }

    /**
     * Sets how long a session is trusted without use, {@code chatauth.session.idle}. Infobip ends a session after a time of
     * inactivity; after this time a new one is opened without trying the old one.
     *
     * @param idle 1 minute to 1 day; 30 minutes without it
     * @return this builder
     */
    public B sessionIdle(Duration idle) {
        return set("session.idle", idle.toString());
    }

    /**
     * Sets an OAuth 2 client, {@code chatauth.oauth2.client-id} and {@code chatauth.oauth2.client-secret}. Its token is
     * fetched with the first request and renewed before it expires.
     *
     * @param clientId the client id
     * @param clientSecret the client secret
     * @return this builder
     */
    public B oauth2(String clientId, Secret clientSecret) {
        set("oauth2.client-id", clientId);
        return set("oauth2.client-secret", clientSecret.reveal());
    }

    /**
     * Sets the hosts that the base URL may name, {@code chatauth.allowed-hosts}. This machine is always allowed.
     *
     * @param hosts host names, {@code *.example.com} for any name before; without it, those of Infobip
     * @return this builder
     */
    public B allowedHosts(String... hosts) {
        return set("allowed-hosts", join(hosts));
    }

    /**
     * Sets how long a connection may take to open, {@code chatauth.connect-timeout}.
     *
     * @param timeout 100 ms to 1 minute; 2 seconds without it
     * @return this builder
     */
    public B connectTimeout(Duration timeout) {
        return set("connect-timeout", timeout.toString());
    }

    /**
     * Sets how long one request and its answer may take, {@code chatauth.request-timeout}.
     *
     * @param timeout 100 ms to 5 minutes; 10 seconds without it
     * @return this builder
     */
    public B requestTimeout(Duration timeout) {
        return set("request-timeout", timeout.toString());
    }

    /**
     * Sets the longest answer that is read, {@code chatauth.max-response-bytes}.
     *
     * @param bytes 1024 to 67108864; 1048576 without it
     * @return this builder
     */
    public B maxResponseBytes(int bytes) {
        return set("max-response-bytes", Integer.toString(bytes));
    }

    /**
     * Sends requests through an HTTP proxy, {@code chatauth.proxy.host} and {@code chatauth.proxy.port}.
     *
     * @param host its host
     * @param port its port
     * @return this builder
     */
    public B proxy(String host, int port) {
        set("proxy.host", host);
        return set("proxy.port", Integer.toString(port));
    }

    /**
     * Sets what the proxy asks for, {@code chatauth.proxy.username} and {@code chatauth.proxy.password}.
     *
     * @param username the user name
     * @param password the password
     * @return this builder
     */
    public B proxyCredentials(String username, Secret password) {
        set("proxy.username", username);
        return set("proxy.password", password.reveal());
    }

    /**
     * Says whether the trust manager of the given TLS context may wait, for example for a revocation list. Handshakes then
     * get threads of their own. {@code chatauth.blocking-trust-manager}.
     *
     * @param blocking whether it may; false without it
     * @return this builder
     */
    public B blockingTrustManager(boolean blocking) {
        return set("blocking-trust-manager", Boolean.toString(blocking));
    }

    B set(String name, String value) {
        inputs.method(name, value);
        return self();
    }

    static String join(String... parts) {
        return Arrays.stream(parts).map(Objects::requireNonNull).collect(Collectors.joining(","));
    }
}
