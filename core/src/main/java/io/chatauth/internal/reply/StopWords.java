package io.chatauth.internal.reply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people write to get no more messages, or to get them again, in the built-in languages together; the English ones are
 * those that phone networks have made usual. A text counts only as a whole, and none of them means yes or no to a question.
 */
public final class StopWords {
    /** What a person wishes. */
    public enum Wish {
        /** No more messages. */
        STOP,
        /** Messages again. */
        RESUME
    }

    private static final int LONGEST = 40;

    private static final List<String> STOP = List.of(
            "stop",
            "stop all",
            "stopall",
            "unsubscribe",
            "cancel",
            "end",
            "quit",
            "opt out",
            "opt-out",
            "optout",
            "stopp",
            "abmelden",
            "abbestellen", // German
            "baja",
            "parar",
            "detener",
            "cancelar suscripción", // Spanish
            "إيقاف",
            "ايقاف",
            "توقف",
            "إلغاء الاشتراك", // Arabic
            "停止",
            "配信停止",
            "解除", // Japanese
            "중지",
            "수신거부",
            "수신 거부", // Korean
            "หยุด",
            "ยกเลิก", // Thai
            "dừng",
            "ngừng",
            "hủy",
            "huỷ"); // Vietnamese

    private static final List<String> RESUME = List.of(
            "start",
            "unstop",
            "resume",
            "subscribe",
            "anmelden",
            "fortsetzen",
            "alta",
            "reanudar",
            "ابدأ",
            "بدء",
            "استئناف",
            "再開",
            "開始",
            "配信再開",
            "시작",
            "재개",
            "수신동의",
            "เริ่ม",
            "bắt đầu",
            "tiếp tục");

    private static final Map<String, Wish> WISHES = new HashMap<>();

    static {
        STOP.forEach(words -> WISHES.put(ReplyWords.canonical(words), Wish.STOP));
        RESUME.forEach(words -> WISHES.put(ReplyWords.canonical(words), Wish.RESUME));
    }

    private StopWords() {}

    /**
     * Reads a text.
     *
     * @param text what the person wrote
     * @return what it means as a whole; empty if it is something else
     */
    public static Optional<Wish> read(String text) {
        return text.length() > LONGEST ? Optional.empty() : Optional.ofNullable(WISHES.get(ReplyWords.canonical(text)));
    }

    /** All texts that are known, in their one form. */
    static Map<String, Wish> all() {
        return Map.copyOf(WISHES);
    }
}
