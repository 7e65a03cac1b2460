package io.chatauth.testkit;

import io.chatauth.template.Button;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import java.util.List;
import java.util.Random;

/**
 * Makes templates of all sorts, good and bad, from numbers: the same template for the same number. For properties that hold
 * for every template.
 */
public final class TemplateCorpus {
    private static final List<String> LANGUAGES =
            List.of("en", "en_GB", "de", "es", "ko", "ja", "th", "vi", "ar", "he", "zh_TW", "pt-BR", "xx");
    private static final List<String> WORDS = List.of(
            "Hello {{name}},",
            "{{code}} is your code.",
            "{{amount}} to {{payee}}",
            "Your card is ready.",
            "인증번호는 {{code}}입니다.",
            "金額：{{amount}}",
            "รหัสของคุณคือ {{code}}",
            "رمزكم هو {{code}} لدفع {{amount}}",
            "\uD83D\uDD10 *bold* _it_ ~x~ <b>&amp;</b> \\ \"q\" {x}",
            "e\u0301 \uD840\uDC0B",
            "Open https://www.example.com/a/{{token}} now",
            "https://{{host}}/x",
            "https://www.example.com/fixed?a=1&b=2",
            "line one\nline two\n\nline four");
    private static final List<String> LABELS = List.of(
            "Go",
            "Contact us",
            "Yes, it was me",
            "No",
            "コードをコピー",
            "คัดลอก",
            "نعم",
            "For {{name}}",
            "A label of much more than a few words");
    private static final List<String> NAMES = List.of("corpus_template", "corpus", "corpus-2", "Corpus Template!");
    private static final int LONGEST_TEXT = 12;
    private static final int MOST_BUTTONS = 7;

    private final Random random;

    private TemplateCorpus(long number) {
        random = new Random(number);
    }

    /**
     * Makes a template.
     *
     * @param number any number
     * @return always the same template for the number
     */
    public static Template template(long number) {
        return new TemplateCorpus(number).make();
    }

    private Template make() {
        Template.Builder template = Template.named(often() ? NAMES.get(0) : any(NAMES))
                .language(often() ? "en" : any(LANGUAGES))
                .category(random.nextInt(3) == 0 ? Category.AUTHENTICATION : Category.UTILITY)
                .body(body());
        if (random.nextInt(3) == 0) {
            template.header(any(WORDS));
        }
        if (random.nextInt(3) == 0) {
            template.footer(any(WORDS));
        }
        for (int i = often() ? random.nextInt(3) : random.nextInt(MOST_BUTTONS); i > 0; i--) {
            template.button(button(i));
        }
        return template.build();
    }

    private String body() {
        if (random.nextInt(20) == 0) {
            return "All work and no play. ".repeat(random.nextInt(300) + 1);
        }
        StringBuilder body = new StringBuilder(any(WORDS));
        for (int i = random.nextInt(often() ? 3 : LONGEST_TEXT); i > 0; i--) {
            body.append(random.nextBoolean() ? " " : "\n").append(any(WORDS));
        }
        return body.toString();
    }

    private Button button(int number) {
        String label = any(LABELS);
        return switch (random.nextInt(6)) {
            case 0 -> new Button.CallPhone(label, "+44113496" + (1000 + random.nextInt(9000)));
            case 1 -> new Button.OpenUrl(label, "https://www.example.com/a/{{token}}");
            case 2 ->
                new Button.OpenUrl(
                        label,
                        any(List.of(
                                "https://www.example.com/",
                                "https://{{host}}/",
                                "https://www.example.com/{{name}}/b?c={{token}}",
                                "https://www.example.com/" + "long/".repeat(random.nextInt(500)))));
            case 3 -> new Button.CopyCode(label, "code");
            default -> new Button.QuickReply(label, random.nextInt(8) == 0 ? "Y" : "R" + number);
        };
    }

    private boolean often() {
        return random.nextInt(4) != 0;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
