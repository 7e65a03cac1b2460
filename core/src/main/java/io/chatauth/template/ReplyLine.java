package io.chatauth.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Says in a text what quick replies say on buttons: {@code Reply Y to confirm, N to refuse}. In languages other than English
 * the labels stay as they are: {@code Odgovor: Y = Potvrdi, N = Odbij}.
 */
final class ReplyLine {
    /** English labels that begin with one of these read well after "to". */
    private static final Set<String> VERBS = Set.of(
            "accept",
            "activate",
            "agree",
            "allow",
            "approve",
            "authorise",
            "authorize",
            "block",
            "cancel",
            "confirm",
            "continue",
            "decline",
            "deny",
            "dispute",
            "join",
            "pay",
            "refuse",
            "reject",
            "report",
            "stop",
            "verify");

    private static final Map<String, String> REPLY = Map.ofEntries(
            Map.entry("ar", "الرد"),
            Map.entry("de", "Antwort"),
            Map.entry("es", "Respuesta"),
            Map.entry("fr", "Réponse"),
            Map.entry("hr", "Odgovor"),
            Map.entry("it", "Risposta"),
            Map.entry("ja", "返信"),
            Map.entry("ko", "답장"),
            Map.entry("pt", "Resposta"),
            Map.entry("th", "ตอบกลับ"),
            Map.entry("vi", "Trả lời"),
            Map.entry("zh", "回复"),
            Map.entry("zh_hk", "回覆"),
            Map.entry("zh_tw", "回覆"));

    private static final String ARABIC_COMMA = "\u060C ";

    private ReplyLine() {}

    /**
     * Writes the line.
     *
     * @param language the template's language
     * @param replies the quick replies, at least one
     * @return one line, with the placeholders of labels and replies
     */
    static String of(String language, List<Button> replies) {
        String code = language.replace('-', '_').toLowerCase(Locale.ROOT);
        String family = code.split("_", 2)[0];
        boolean english = family.equals("en");
        List<String> parts = new ArrayList<>();
        for (Button reply : replies) {
            parts.add(english ? english(reply) : other(reply));
        }
        String line = String.join(family.equals("ar") ? ARABIC_COMMA : ", ", parts);
        if (english) {
            return "Reply " + line;
        }
        String word = REPLY.containsKey(code) ? REPLY.get(code) : REPLY.get(family);
        return word == null ? line : word + ": " + line;
    }

    private static String other(Button reply) {
        return reply.label().equalsIgnoreCase(reply.value()) ? reply.value() : reply.value() + " = " + reply.label();
    }

    private static String english(Button reply) {
        String label = reply.label();
        if (label.equalsIgnoreCase(reply.value())) {
            return reply.value();
        }
        String first = label.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        return VERBS.contains(first)
                ? reply.value() + " to " + first + label.substring(first.length())
                : reply.value() + " for \"" + label + "\"";
    }
}
