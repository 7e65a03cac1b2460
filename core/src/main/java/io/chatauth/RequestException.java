package io.chatauth;

/**
 * What is wrong with a request, thrown before anything is counted, stored or sent: an address in no known form, a country
 * that is not allowed, a template that is not there, a value without placeholder.
 */
public class RequestException extends ChatAuthException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message what is wrong and what to do; no secret, no full number
     */
    public RequestException(String message) {
        super(message, null);
    }
}
