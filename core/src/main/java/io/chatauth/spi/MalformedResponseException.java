package io.chatauth.spi;

import io.chatauth.ChatAuthException;
import org.jspecify.annotations.Nullable;

/** What came back can't be read. Decoders throw this and nothing else, whatever bytes they get. */
public final class MalformedResponseException extends ChatAuthException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what can't be read.
     *
     * @param message what was expected and where it went wrong; no content that may be personal
     */
    public MalformedResponseException(String message) {
        this(message, null);
    }

    /**
     * Says what can't be read, and which error of a parser led here.
     *
     * @param message what was expected and where it went wrong; no content that may be personal
     * @param cause the parser's error, if there is one
     */
    public MalformedResponseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
