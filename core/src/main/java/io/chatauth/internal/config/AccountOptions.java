package io.chatauth.internal.config;

import io.chatauth.Secret;
import io.chatauth.infobip.Credentials;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How the Infobip account is reached.
 *
 * @param baseUrl scheme, host and perhaps port; empty if it is missing or wrong, which is a problem
 * @param credentials the credentials, if they are given whole
 * @param allowedHosts the hosts that requests may go to, {@code *.} for any name before; loopback is always allowed
 * @param connectTimeout how long a connection may take to open
 * @param requestTimeout how long one request and its answer may take
 * @param maxResponseBytes the longest answer that is read
 * @param proxy the proxy, if there is one
 * @param blockingTrustManager whether the trust manager may wait
 * @param sslContext the application's own TLS settings, if given
 */
public record AccountOptions(
        Optional<URI> baseUrl,
        Optional<Credentials> credentials,
        List<String> allowedHosts,
        Duration connectTimeout,
        Duration requestTimeout,
        int maxResponseBytes,
        Optional<Proxy> proxy,
        boolean blockingTrustManager,
        Optional<SSLContext> sslContext) {
    /**
     * An HTTP proxy.
     *
     * @param host its host
     * @param port its port
     * @param username the user name it asks for, if any
     * @param password the password it asks for, if any
     */
    public record Proxy(String host, int port, Optional<String> username, Optional<Secret> password) {
        /** Checks that all parts are there. */
        public Proxy {
            Objects.requireNonNull(host, "host");
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(password, "password");
        }
    }

    /** Copies the list. */
    public AccountOptions {
        allowedHosts = List.copyOf(allowedHosts);
    }

    /**
     * Tells whether the account is on this machine, such as the sandbox.
     *
     * @return true if the base URL is given and names a loopback address
     */
    public boolean loopback() {
        return baseUrl.filter(Places::loopback).isPresent();
    }
}
