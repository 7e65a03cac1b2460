package io.chatauth.internal.engine;

import io.chatauth.internal.key.Keys;
import io.chatauth.template.AdaptedMessage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person was shown, in a form that can be kept: a keyed digest, because amounts, payees and codes are few enough to be
 * guessed from a plain one.
 */
final class ShownText {
    private ShownText() {}

    static String digest(Keys keys, String keyId, AdaptedMessage shown) {
        return digest(
                keys,
                keyId,
                Stream.of(shown.header().stream(), Stream.of(shown.body()), shown.footer().stream())
                        .flatMap(part -> part)
                        .collect(Collectors.joining("\n")));
    }

    static String digest(Keys keys, String keyId, String text) {
        return keys.index(keyId, "shown", text);
    }
}
