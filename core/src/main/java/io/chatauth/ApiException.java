package io.chatauth;

/** The provider refused a request that a caller waits for, such as the creation of a template. */
public final class ApiException extends ChatAuthException {
    private static final long serialVersionUID = 1L;

    /** What the provider answered. */
    private final transient ApiError error;

    /**
     * Tells what was asked and what was answered.
     *
     * @param what what was asked, such as {@code create template 'x' on whatsapp}
     * @param error the answer
     */
    public ApiException(String what, ApiError error) {
        super(what + " was refused: " + error.describe(), null);
        this.error = error;
    }

    /**
     * Gives the provider's answer.
     *
     * @return the error
     */
    public ApiError error() {
        return error;
    }
}
