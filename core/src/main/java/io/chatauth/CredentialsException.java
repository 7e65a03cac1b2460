package io.chatauth;

/**
 * The provider gave no session or token for the configured credentials, or refused one that it had just given. The
 * message names the kind of the credentials and what to check; never a secret, never a token.
 */
public final class CredentialsException extends ChatAuthException {
    private static final long serialVersionUID = 1L;

    /** What the provider answered. */
    private final transient ApiError error;

    /**
     * Tells what was asked and what was answered.
     *
     * @param what what was asked, such as {@code opening an IBSSO session}
     * @param error the answer, with advice for this kind of credentials
     */
    public CredentialsException(String what, ApiError error) {
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

    /**
     * Tells whether the provider only was too busy or broken to answer, so that the same may be asked again.
     *
     * @return true for status 429, 500 and above
     */
    public boolean passing() {
        return error.status() == 429 || error.status() >= 500;
    }
}
