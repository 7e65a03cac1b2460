package io.chatauth.internal.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** All phrases in one language. */
final class Words {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar");

    private static final int LONGEST_HEADER = 200;

    /** One for each language; the first is the one to fall back to. */
    static final List<Words> ALL = List.of(
            InEnglish.WORDS,
            InGerman.WORDS,
            InSpanish.WORDS,
            InKorean.WORDS,
            InJapanese.WORDS,
            InThai.WORDS,
            InVietnamese.WORDS,
            InArabic.WORDS);

    private final String language;
    private final Map<Phrase, String> texts;

    private Words(String language, Map<Phrase, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    static Words of(String language, Map<Phrase, String> texts) {
        if (texts.size() != Phrase.values().length) {
            throw new IllegalStateException("the pages' words in '" + language + "' are not complete");
        }
        return new Words(language, new EnumMap<>(texts));
    }

    /**
     * Chooses a language: that of the challenge, else the first of what the browser prefers, else English.
     *
     * @param wished the code that the challenge was wished in
     * @param accepted the browser's {@code Accept-Language} (RFC 9110, section 12.5.4)
     */
    static Words choose(Optional<String> wished, Optional<String> accepted) {
        return wished.flatMap(Words::find)
                .or(() -> accepted.flatMap(Words::preferred))
                .orElse(ALL.get(0));
    }

    private static Optional<Words> preferred(String header) {
        if (header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> find(range.getRange()))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IllegalArgumentException | IndexOutOfBoundsException otherForm) {
            // The JDK's parser throws the second for a header such as ";".
            return Optional.empty();
        }
    }

    private static Optional<Words> find(String code) {
        String family = code.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return ALL.stream().filter(words -> words.language.equals(family)).findFirst();
    }

    String language() {
        return language;
    }

    boolean rightToLeft() {
        return RIGHT_TO_LEFT.contains(language);
    }

    String say(Phrase phrase) {
        return Objects.requireNonNull(texts.get(phrase));
    }

    /** Names a place, kept apart from the script around it (Unicode's isolates). */
    String say(Phrase phrase, String site) {
        return say(phrase).replace("{site}", "\u2068" + site + "\u2069");
    }
}
