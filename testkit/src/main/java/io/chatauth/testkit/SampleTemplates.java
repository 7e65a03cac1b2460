package io.chatauth.testkit;

import io.chatauth.flow.FlowTemplates;
import io.chatauth.template.Button;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Templates for tests: those that the built-in flows use, and those that ask a channel for too much. */
public final class SampleTemplates {
    private static final String NUMBER = "+441134960999";

    private SampleTemplates() {}

    /**
     * A code to copy.
     *
     * @return an authentication template with the placeholder {@code code}
     */
    public static Template code() {
        return Template.named("sample_code")
                .category(Category.AUTHENTICATION)
                .body("{{code}} is your verification code.")
                .button(new Button.CopyCode("Copy code", "code"))
                .example("code", "123456")
                .build();
    }

    /**
     * A link to open.
     *
     * @return a utility template with the placeholder {@code token} at the end of a button's URL
     */
    public static Template link() {
        return Template.named("sample_link")
                .body("Use the link below to log on to your account. It works once, for ten minutes.")
                .button(new Button.OpenUrl("Log on", "https://login.example.com/a/{{token}}"))
                .example("token", "abc")
                .build();
    }

    /**
     * A question with two answers.
     *
     * @return a utility template with the placeholders {@code amount} and {@code payee}
     */
    public static Template question() {
        return Template.named("sample_question")
                .header("Please confirm")
                .body("Did you send {{amount}} to {{payee}} just now?")
                .footer("Example Bank")
                .button(new Button.QuickReply("Yes", "Y"))
                .button(new Button.QuickReply("No", "N"))
                .example("amount", "GBP 1.00")
                .example("payee", "Jane Doe")
                .build();
    }

    /**
     * Instructions with a number to call.
     *
     * @return a utility template with the placeholder {@code name}
     */
    public static Template call() {
        return Template.named("sample_call")
                .body("Hello {{name}}, your new card is ready. Call us to activate it.")
                .button(new Button.CallPhone("Contact us", NUMBER))
                .example("name", "Jane")
                .build();
    }

    /**
     * Plain words.
     *
     * @return a utility template without placeholders or buttons
     */
    public static Template plain() {
        return Template.named("sample_plain").body("Your card was activated.").build();
    }

    /**
     * What the built-in flows send, in English: the use cases.
     *
     * @return the templates of {@link FlowTemplates}, those that need a page or a number among them
     */
    public static List<Template> useCases() {
        List<Template> all = new ArrayList<>(FlowTemplates.templates());
        all.addAll(FlowTemplates.loginLink(URI.create("https://login.example.com/l")));
        all.addAll(FlowTemplates.transactionLink(URI.create("https://login.example.com/l")));
        all.addAll(FlowTemplates.cardActivation(NUMBER));
        all.removeIf(
                template -> !template.language().equals("en") || template.name().equals(FlowTemplates.OPT_IN));
        return all;
    }

    /**
     * All of them, and harder ones: every part at once, many placeholders, long texts and labels, too many buttons, other
     * scripts, a name that few channels allow. A channel shows each or refuses it with reasons.
     *
     * @return the templates, each with a name of its own
     */
    public static List<Template> all() {
        List<Template> all = new ArrayList<>(List.of(code(), link(), question(), call(), plain()));
        all.add(Template.named("sample_code_only")
                .category(Category.AUTHENTICATION)
                .body("{{code}}")
                .build());
        all.add(Template.named("sample_code_for_payment")
                .body("{{code}} confirms {{amount}} to {{payee}}. Never tell it to anybody.")
                .build());
        all.add(everything());
        all.add(manyPlaceholders());
        all.add(Template.named("sample_long")
                .body("All work and no play. ".repeat(400))
                .build());
        all.add(Template.named("sample_long_label")
                .body("Shall we go on?")
                .button(new Button.QuickReply(
                        "Yes, please go on with it ".repeat(8).strip(), "Y"))
                .build());
        all.add(manyButtons());
        all.add(Template.named("sample_korean")
                .language("ko")
                .body("\uc778\uc99d\ubc88\ud638\ub294 {{code}} \uc785\ub2c8\ub2e4.")
                .build());
        all.add(Template.named("sample_arabic")
                .language("ar")
                .body("{{code}} \u0647\u0648 \u0631\u0645\u0632 \u0627\u0644\u062a\u062d\u0642\u0642")
                .build());
        all.add(Template.named("sample_emoji")
                .body("\ud83d\udd10 *{{code}}* _is_ your ~code~ \"here\" \\ {braces} <b>&amp;</b>")
                .build());
        all.add(Template.named("Sample name, with: spaces")
                .body("Hello {{name}}")
                .build());
        return all;
    }

    private static Template everything() {
        return Template.named("sample_everything")
                .header("For {{name}}")
                .body("{{amount}} to {{payee}}, code {{code}}")
                .footer("Example Bank")
                .button(new Button.QuickReply("Yes", "Y"))
                .button(new Button.CopyCode("Copy", "code"))
                .button(new Button.OpenUrl("More", "https://www.example.com/more/{{token}}"))
                .button(new Button.CallPhone("Call", NUMBER))
                .build();
    }

    private static Template manyPlaceholders() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 15; i++) {
            body.append("word ").append(i).append(": {{word_").append(i).append("}}; ");
        }
        return Template.named("sample_many_words")
                .body(body.append("end").toString())
                .build();
    }

    private static Template manyButtons() {
        Template.Builder template = Template.named("sample_many_buttons").body("Which one?");
        for (int i = 0; i < 12; i++) {
            template.button(new Button.QuickReply("Number " + i, "N" + i));
        }
        return template.build();
    }
}
