package io.chatauth.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.ApiError;
import io.chatauth.ChatAuthException;
import io.chatauth.CredentialsException;
import io.chatauth.TransportException;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the one token of an account. Whoever finds none fetches it on its own thread; those who come meanwhile wait for the
 * same answer, and while the old token is still good they go on with that. After a refusal nobody asks again for 10 seconds:
 * a wrong password must not become a storm of log-ins.
 */
final class Tokens {
    /** Sends one request, with the given authorization or none; secrets are taken out of an answer that refuses. */
    interface Wire {
        WireResponse send(WireRequest request, @Nullable String authorization, List<String> secrets, Duration limit);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final Duration HOLD_OFF = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final TokenSource source;
    private final Clock clock;
    private final Duration requestTimeout;
    private final Wire wire;
    private final Object lock = new Object();
    private @Nullable Token current;
    private @Nullable CompletableFuture<Optional<Token>> flight;
    private @Nullable CredentialsException refusal;
    private Instant notBefore = Instant.MIN;
    private boolean refused;
    private boolean closed;

    Tokens(TokenSource source, Clock clock, Duration requestTimeout, Wire wire) {
        this.source = source;
        this.clock = clock;
        this.requestTimeout = requestTimeout;
        this.wire = wire;
    }

    /**
     * Gives a token that is good now.
     *
     * @throws CredentialsException if the provider gives none
     * @throws TransportException if it can't be asked in time
     */
    Token get(Deadline deadline) {
        while (true) {
            CompletableFuture<Optional<Token>> joined;
            boolean leads = false;
            synchronized (lock) {
                Instant now = clock.instant();
                Token token = current != null && current.isGood(now) ? current : null;
                if (token != null && (flight != null || !token.isDue(now) || now.isBefore(notBefore))) {
                    token.usedAt(now);
                    return token;
                }
                if (token == null && refusal != null && now.isBefore(notBefore)) {
                    throw refused(refusal.error());
                }
                if (flight == null) {
                    flight = new CompletableFuture<>();
                    leads = true;
                }
                joined = flight;
            }
            Optional<Token> token = leads ? lead(joined, deadline) : follow(joined, deadline);
            if (token.isPresent()) {
                return token.get();
            }
        }
    }

    /**
     * Gives another token in place of a refused one.
     *
     * @return empty if there is nothing better: the refused token was itself fetched after a refusal, just now
     */
    Optional<Token> after(Token token, Deadline deadline) {
        synchronized (lock) {
            if (current == token) {
                if (token.isLastWord(clock.instant(), HOLD_OFF)) {
                    return Optional.empty();
                }
                current = null;
                refused = true;
            }
        }
        LOG.debug("The provider refused the {} that it gave before; another one is asked for", source.what());
        return Optional.of(get(deadline));
    }

    /** What is thrown when a new token is refused too. */
    CredentialsException refusedAgain(WireRequest request, WireResponse response) {
        return new CredentialsException(
                "the request " + Failures.shown(request) + " with an " + source.what(), advised(response));
    }

    void close() {
        Token last;
        synchronized (lock) {
            closed = true;
            last = current;
            current = null;
        }
        if (last != null) {
            end(last);
        }
    }

    private Optional<Token> lead(CompletableFuture<Optional<Token>> own, Deadline deadline) {
        try {
            Token token = fetch(deadline);
            boolean late;
            synchronized (lock) {
                flight = null;
                refusal = null;
                refused = false;
                late = closed;
                current = late ? null : token;
            }
            if (late) {
                end(token);
            }
            own.complete(Optional.of(token));
            return Optional.of(token);
        } catch (CredentialsException | TransportException e) {
            return failed(own, e, deadline);
        } catch (RuntimeException | Error e) {
            synchronized (lock) {
                flight = null;
            }
            own.complete(Optional.empty());
            throw e;
        }
    }

    private Optional<Token> failed(CompletableFuture<Optional<Token>> own, ChatAuthException e, Deadline deadline) {
        Token old;
        synchronized (lock) {
            Instant now = clock.instant();
            flight = null;
            notBefore = now.plus(HOLD_OFF);
            refusal = e instanceof CredentialsException wrong && !wrong.passing() ? wrong : null;
            old = current != null && current.isGood(now) ? current : null;
        }
        if (old != null) {
            LOG.warn("The token is used for the rest of its life: {}", e.getMessage());
            own.complete(Optional.of(old));
            return Optional.of(old);
        }
        if (deadline.isOver() || Thread.currentThread().isInterrupted()) {
            own.complete(Optional.empty());
        } else {
            own.completeExceptionally(e);
        }
        throw e;
    }

    /** Empty if the one who asked gave up before its time: then whoever waited asks. */
    private Optional<Token> follow(CompletableFuture<Optional<Token>> other, Deadline deadline) {
        try {
            return other.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notSent("the wait for it was given up, because ChatAuth is being closed", e);
        } catch (TimeoutException e) {
            throw notSent("it did not come in time; check the network, or allow more time", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CredentialsException wrong) {
                throw refused(wrong.error());
            }
            if (e.getCause() instanceof TransportException broken) {
                throw new TransportException(String.valueOf(broken.getMessage()), false, broken.getCause());
            }
            throw new IllegalStateException(e);
        }
    }

    private Token fetch(Deadline deadline) {
        Instant asked = clock.instant();
        boolean again;
        synchronized (lock) {
            again = refused;
        }
        WireResponse response;
        try {
            response = wire.send(source.request(), null, source.secrets(), deadline.left());
        } catch (TransportException e) {
            throw notSent(String.valueOf(e.getMessage()), e);
        }
        if (response.status() >= 300) {
            throw refused(advised(response));
        }
        Token token = new Token(source, granted(response), asked, again);
        LOG.debug("The provider gave an {}", source.what());
        return token;
    }

    private TokenSource.Granted granted(WireResponse response) {
        Optional<TokenSource.Granted> granted;
        try {
            JsonNode root = ErrorReader.JSON.readTree(response.body());
            granted = root == null ? Optional.empty() : source.read(root);
        } catch (IOException | RuntimeException e) {
            granted = Optional.empty();
        }
        return granted.orElseThrow(() -> refused(new ApiError(
                response.status(),
                "NO_TOKEN",
                "the answer holds no token that can be used",
                List.of(),
                "Check that the base URL is that of Infobip's API")));
    }

    /** A body in no known shape is not told: what is asked here is answered with secrets. */
    private ApiError advised(WireResponse response) {
        ApiError error = ErrorReader.read(response);
        boolean ours = error.status() >= 400 && error.status() < 500 && error.status() != 429;
        return new ApiError(
                error.status(),
                error.code(),
                error.code().startsWith("HTTP_") ? "" : error.text(),
                error.violations(),
                ours ? source.advice() : error.advice());
    }

    private TransportException notSent(String why, Throwable cause) {
        return new TransportException(
                "the request was not sent, because there is no " + source.what() + ": " + why,
                false,
                cause instanceof TransportException ? cause.getCause() : cause);
    }

    private CredentialsException refused(ApiError error) {
        return new CredentialsException("the request for an " + source.what(), error);
    }

    private void end(Token token) {
        source.end().ifPresent(request -> {
            try {
                Duration limit = requestTimeout.compareTo(FAREWELL) < 0 ? requestTimeout : FAREWELL;
                int status = wire.send(request, token.header(), List.of(token.value()), limit)
                        .status();
                LOG.debug("Ended the {}: {}", source.what(), status);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Could not end the {}; it ends by itself when it is not used: {}",
                        source.what(),
                        e.getMessage());
            }
        });
    }
}
