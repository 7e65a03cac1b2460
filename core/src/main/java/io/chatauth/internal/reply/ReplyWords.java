package io.chatauth.internal.reply;

import io.chatauth.spi.AnswerContext.Choice;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What people write for yes and no, in the built-in languages together: no word means yes in one of them and no in another.
 * A text counts only as a whole.
 */
public final class ReplyWords {
    private static final int LONGEST = 40;

    private static final List<String> YES = List.of(
            "y yes yep ok okay confirm approve accept", // English
            "j ja bestätigen genehmigen", // German
            "s si sí confirmar aprobar", // Spanish
            "نعم تأكيد موافق أجل", // Arabic
            "はい 承認 承認する", // Japanese
            "예 네 승인", // Korean
            "ใช่ ยืนยัน ตกลง", // Thai
            "c có co vâng"); // Vietnamese

    private static final List<String> NO = List.of(
            "n no nope refuse reject deny decline",
            "nein ablehnen",
            "rechazar",
            "لا رفض",
            "いいえ 拒否 拒否する",
            "아니요 아니오 아니 거절",
            "ไม่ ไม่ใช่ ปฏิเสธ",
            "k không khong");

    private static final Map<String, Choice> CHOICES = new HashMap<>();

    static {
        put(YES, Choice.YES);
        put(NO, Choice.NO);
        CHOICES.put("xác nhận", Choice.YES);
        CHOICES.put("từ chối", Choice.NO);
    }

    private ReplyWords() {}

    private static void put(List<String> lines, Choice choice) {
        lines.stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .forEach(word -> CHOICES.put(canonical(word), choice));
    }

    /** What a whole text means; empty if it is neither yes nor no. */
    public static Optional<Choice> choice(String text) {
        return text.length() > LONGEST ? Optional.empty() : Optional.ofNullable(CHOICES.get(canonical(text)));
    }

    /** Without case, width, marks around it, and invisible characters. */
    static String canonical(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Cf}\\p{Cc}&&[^\\n]]", "")
                .replaceAll("^[\\s\\p{P}\\p{S}]+|[\\s\\p{P}\\p{S}]+$", "")
                .replaceAll("\\s+", " ");
    }
}
