package io.chatauth.internal.engine;

import io.chatauth.ApiError;
import io.chatauth.ApiException;
import io.chatauth.internal.http.ErrorReader;
import io.chatauth.internal.http.Transport;
import io.chatauth.spi.Channel;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.spi.WireResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out a channel's exchanges other than messages, on the caller's thread. */
public final class Errands {
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int MOST_PAGES = 100;

    private final Transport transport;
    private final Duration timeout;
    private final String account;

    public Errands(Transport transport, Duration timeout, String account) {
        this.transport = transport;
        this.timeout = timeout;
        this.account = account;
    }

    /** Names the account whose things are asked for, so that several may share a store. */
    String account() {
        return account;
    }

    /**
     * Sends the request and reads the answer.
     *
     * @param what what is asked, for errors, such as {@code list the templates of whatsapp}
     * @throws ApiException if the provider refuses
     * @throws io.chatauth.CredentialsException if the provider gives no session or token
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

    /**
     * Asks for all pages of a list of templates.
     *
     * @param turn runs before each page is asked for
     * @throws io.chatauth.spi.MalformedResponseException also if the list doesn't end
     */
    List<RegisteredTemplate> runAll(
            String what, Channel channel, TemplateRegistry registry, String sender, Runnable turn) {
        List<RegisteredTemplate> all = new ArrayList<>();
        Optional<Exchange<List<RegisteredTemplate>>> next = Optional.of(registry.list(sender));
        for (int pages = 0; next.isPresent(); pages++) {
            if (pages == MOST_PAGES) {
                throw new MalformedResponseException(
                        "the answer to '" + what + "' goes on after " + MOST_PAGES + " pages", null);
            }
            Exchange<List<RegisteredTemplate>> asked = next.get();
            turn.run();
            next = run(what, channel, new Exchange<>(asked.request(), response -> {
                all.addAll(asked.decode().apply(response));
                return registry.next(sender, response);
            }));
        }
        return all;
    }
}
