package io.chatauth.channel.line.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What differs with the language: where a line begins, and fixed words. LINE itself is told no language. */
final class LineLanguages {
    /** Languages that are usually written in a script of the next set. Source: Unicode CLDR, likely subtags. */
    private static final Set<String> RIGHT_TO_LEFT = Set.of(
            "ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo", "pnb", "prs",
            "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi");

    /** Scripts that run from right to left, by their ISO 15924 codes. */
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa");

    private static final Map<String, String> NEW_MESSAGE = Map.of(
            "ar", "لديك رسالة جديدة",
            "en", "You have a new message",
            "id", "Anda memiliki pesan baru",
            "ja", "新しいメッセージがあります",
            "ko", "새 메시지가 있습니다",
            "th", "คุณมีข้อความใหม่",
            "vi", "Bạn có tin nhắn mới",
            "zh", "您有一条新消息",
            "zh_hk", "您有一則新訊息",
            "zh_tw", "您有一則新訊息");

    private static final int SCRIPT = 4;

    private LineLanguages() {}

    /** Tells whether a language is written from right to left; a script in its code decides, as in {@code az_Arab}. */
    static boolean rightToLeft(String code) {
        List<String> parts = List.of(normal(code).split("_"));
        return parts.stream()
                .skip(1)
                .filter(part -> part.length() == SCRIPT && part.chars().allMatch(Character::isLetter))
                .findFirst()
                .map(RIGHT_TO_LEFT_SCRIPTS::contains)
                .orElseGet(() -> RIGHT_TO_LEFT.contains(parts.get(0)));
    }

    /** Says that there is a new message, in the language, or in English. */
    static String newMessage(String code) {
        String normal = normal(code);
        String exact = NEW_MESSAGE.get(normal);
        if (exact != null) {
            return exact;
        }
        String family = NEW_MESSAGE.get(normal.split("_", 2)[0]);
        return family == null ? "You have a new message" : family;
    }

    private static String normal(String code) {
        return code.replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
