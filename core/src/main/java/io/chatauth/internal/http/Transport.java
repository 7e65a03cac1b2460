package io.chatauth.internal.http;

import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import java.time.Duration;
import java.util.Set;

/** Carries one request and brings its answer back. Safe for use by many threads. */
public interface Transport extends AutoCloseable {
    /**
     * Sends a request and waits for the answer, whatever its status.
     *
     * @param request the request; a relative target goes to the account, with its credentials
     * @param channelHosts the hosts that an absolute target may name, lower case; credentials of the account never go there
     * @param timeout how long this may take; the account's request time-out applies too
     * @return the answer; never a redirect
     * @throws io.chatauth.TransportException if no answer came, or it must not be read, or the request breaks a rule;
     *     {@link NotRetryable#marks} tells whether trying again can help
     * @throws io.chatauth.CredentialsException if the provider gives no token for the account, or refuses a new one
     */
    WireResponse exchange(WireRequest request, Set<String> channelHosts, Duration timeout);

    /** Ends the transport: later requests fail, without having left. */
    @Override
    void close();
}
