package io.chatauth.sandbox.internal.server;

/** Looks at every request and its answer before the answer goes out. Called by many threads at once. */
@FunctionalInterface
public interface Inspection {
    /**
     * Looks at an exchange.
     *
     * @param request the request
     * @param reply the answer
     * @param played whether the sandbox made the answer itself, and no fault did
     * @return the answer to give
     * @throws Problem if another answer is to be given
     */
    Reply check(Request request, Reply reply, boolean played);
}
