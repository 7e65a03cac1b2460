package io.chatauth.internal.key;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a sub-key is for. */
enum Purpose {
    /** Codes that people read and type. */
    CODE,
    /** Tokens of login links. */
    LINK,
    /** Tokens in the payload of a button. */
    ANSWER,
    /** Look-up keys at rest. */
    INDEX,
    /** Sealed payloads. */
    DATA,
    /** The secret part of a webhook's path. */
    PATH,
    /** Tokens of the forms on pages. */
    PAGE,
    /** What tells a key from others of the same id. */
    FINGERPRINT;

    byte[] info() {
        return ("chatauth 1 " + name().toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.US_ASCII);
    }
}
