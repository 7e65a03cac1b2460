package io.chatauth;

import io.chatauth.internal.text.Masking;
import java.util.Collection;

/**
 * A challenge needs a key that this node does not have, or that is retired and makes no codes any more. That is an operator's
 * error: it costs no attempt and is never a wrong code.
 */
public final class UnknownKeyException extends ChatAuthException {
    private static final long serialVersionUID = 1L;

    /** The id asked for. */
    private final String keyId;

    private UnknownKeyException(String keyId, String message) {
        super(message, null);
        this.keyId = keyId;
    }

    /**
     * Says that a key is not in the ring.
     *
     * @param keyId the id asked for
     * @param known the ids that are there
     * @return the exception
     */
    public static UnknownKeyException unknown(String keyId, Collection<String> known) {
        return new UnknownKeyException(
                keyId,
                "the key '" + Masking.clean(keyId) + "' is not in the key ring, which has " + known
                        + "; put it back as verify-only or retired until no row needs it");
    }

    /**
     * Says that a key is retired.
     *
     * @param keyId the id asked for
     * @return the exception
     */
    public static UnknownKeyException retired(String keyId) {
        return new UnknownKeyException(
                keyId,
                "the key '" + keyId + "' is retired and makes no codes or tokens; make it verify-only until the last"
                        + " challenge it made has expired");
    }

    /**
     * Says that a key was declared compromised.
     *
     * @param keyId the id asked for
     * @return the exception
     */
    public static UnknownKeyException compromised(String keyId) {
        return new UnknownKeyException(
                keyId,
                "the key '" + keyId
                        + "' was declared compromised and makes no codes or tokens any more; give this node a"
                        + " ring with another active key, with keys().reload(…)");
    }

    /**
     * Gives the id asked for.
     *
     * @return the key id, as the row has it
     */
    public String keyId() {
        return keyId;
    }
}
