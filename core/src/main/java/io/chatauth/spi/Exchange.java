package io.chatauth.spi;

import java.util.Objects;
import java.util.function.Function;

/**
 * A request together with how its 2xx answer is read: what a pure codec gives to the engine, which does the I/O.
 *
 * @param request the request
 * @param decode reads the answer; throws {@link MalformedResponseException} and nothing else
 * @param <T> what the answer says
 */
public record Exchange<T>(WireRequest request, Function<WireResponse, T> decode) {
    /** Checks that both parts are there. */
    public Exchange {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(decode, "decode");
    }
}
