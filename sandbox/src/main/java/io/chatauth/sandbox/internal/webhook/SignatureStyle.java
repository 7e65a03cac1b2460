package io.chatauth.sandbox.internal.webhook;

import org.jspecify.annotations.Nullable;

/**
 * How a signature travels. Infobip's specs name the algorithms only, so the rest can be chosen.
 *
 * @param header the header's name
 * @param encoding {@code hex} or {@code base64}
 * @param prefix what stands before the signature, may be empty
 * @param timestampHeader the header of the time in milliseconds, which is then signed before the body; or null
 */
public record SignatureStyle(
        String header,
        String encoding,
        String prefix,
        @Nullable String timestampHeader) {
    /** What is taken where nothing is chosen; integrators report this header for some accounts. */
    public static final SignatureStyle DEFAULT = new SignatureStyle("X-Infobip-Signature", "hex", "", null);
}
