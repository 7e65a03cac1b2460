package io.chatauth.flow;

import java.util.List;

/** The words of the built-in templates in all languages there are. */
final class Wordings {
    /** One for each language; the first is the one to fall back to. */
    static final List<Wording> ALL = List.of(
            English.WORDS,
            German.WORDS,
            Spanish.WORDS,
            Korean.WORDS,
            Japanese.WORDS,
            Thai.WORDS,
            Vietnamese.WORDS,
            Arabic.WORDS);

    private Wordings() {}
}
