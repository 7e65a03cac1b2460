package io.chatauth.sandbox.internal.server;

/** Answers the requests of one route. Called by many threads at once. */
@FunctionalInterface
public interface Endpoint {
    /**
     * Answers a request.
     *
     * @param request the request
     * @return the answer
     * @throws Problem if the request is refused
     */
    Reply handle(Request request);
}
