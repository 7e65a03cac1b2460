package io.chatauth.internal.engine;

import io.chatauth.ApiError;
import io.chatauth.ApiException;
import io.chatauth.internal.http.ErrorReader;
import io.chatauth.internal.http.Transport;
import io.chatauth.spi.Channel;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.WireResponse;
import java.time.Duration;

/** Carries out a channel's exchanges other than messages, on the caller's thread. */
public final class Errands {
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;

    private final Transport transport;
    private final Duration timeout;

    public Errands(Transport transport, Duration timeout) {
        this.transport = transport;
        this.timeout = timeout;
    }

    /**
     * Sends the request and reads the answer.
     *
     * @param what what is asked, for errors, such as {@code list the templates of whatsapp}
     * @throws ApiException if the provider refuses
     * @throws io.chatauth.TransportException if no answer comes
     * @throws io.chatauth.spi.MalformedResponseException if the answer can't be read
     */
    <T> T run(String what, Channel channel, Exchange<T> exchange) {
        WireResponse response = transport.exchange(exchange.request(), channel.hosts(), timeout);
        if (response.status() < OK || response.status() >= MULTIPLE_CHOICES) {
            ApiError error = channel.decodeError(response).orElseGet(() -> ErrorReader.read(response));
            throw new ApiException(what, error);
        }
        return exchange.decode().apply(response);
    }
}
