package io.chatauth.internal.catalog;

import io.chatauth.internal.wording.Wording;
import io.chatauth.internal.wording.Wording.Answer;
import io.chatauth.internal.wording.Wording.Labelled;
import io.chatauth.internal.wording.Wordings;
import io.chatauth.template.Button;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The templates that come with ChatAuth, each in all languages of {@link Wordings}. A provider's template of the same name and
 * language replaces them.
 *
 * <p>A page's address and a number to call are the team's, and no channel lets them vary from message to message: they are
 * part of what is registered. So they are settings, and a template whose setting is missing is not there.
 */
public final class BuiltInTemplates {
    /** The name of the template that carries a code. */
    public static final String VERIFICATION_CODE = "verification_code";

    /** The name of the template that carries a link; its page is a setting. */
    public static final String LOGIN_LINK = "login_link";

    /** The name of the text that a person sends to opt in. */
    public static final String OPT_IN = "opt_in";

    /** The name of the template that thanks for it. */
    public static final String OPT_IN_CONFIRMATION = "opt_in_confirmation";

    /** The name of the template that asks about a payment. */
    public static final String TRANSACTION_CONFIRMATION = "transaction_confirmation";

    /** The name of the template that carries the code for a payment. */
    public static final String TRANSACTION_CODE = "transaction_code";

    /** The name of the template that asks for a call; the number is a setting. */
    public static final String CARD_ACTIVATION = "card_activation";

    private static final Map<String, String> SETTINGS =
            Map.of(LOGIN_LINK, "chatauth.login-page", CARD_ACTIVATION, "chatauth.call-number");

    /** What a reviewer may see, the same in all languages. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "code", "482913",
            "token", "k9Zt0pQ",
            "amount", "EUR 120.00",
            "payee", "Shop Ltd",
            "name", "Ana");

    private BuiltInTemplates() {}

    /**
     * Gives those that need no setting. The first language of a family is its default.
     *
     * @return the templates
     */
    public static List<Template> all() {
        List<Template> all = new ArrayList<>();
        all.addAll(family(VERIFICATION_CODE, (template, words) -> template.category(Category.AUTHENTICATION)
                .body(words.verificationCode().text())
                .button(copy(words.verificationCode()))));
        all.addAll(family(OPT_IN, (template, words) -> template.body(words.optIn())));
        all.addAll(family(OPT_IN_CONFIRMATION, (template, words) -> template.body(words.optInConfirmation())));
        all.addAll(family(TRANSACTION_CONFIRMATION, (template, words) -> template.body(
                        words.transactionConfirmation().text())
                .button(reply(words.transactionConfirmation().yes()))
                .button(reply(words.transactionConfirmation().no()))));
        all.addAll(family(TRANSACTION_CODE, (template, words) -> template.body(
                        words.transactionCode().text())
                .button(copy(words.transactionCode()))));
        return List.copyOf(all);
    }

    /**
     * Gives {@link #LOGIN_LINK}.
     *
     * @param page an https URL that the token is appended to
     * @return the templates
     */
    public static List<Template> loginLink(String page) {
        return family(LOGIN_LINK, (template, words) -> template.body(
                        words.loginLink().text())
                .button(new Button.OpenUrl(words.loginLink().label(), page + "{{token}}")));
    }

    /**
     * Gives {@link #CARD_ACTIVATION}.
     *
     * @param number the number to call, a plus and digits
     * @return the templates
     */
    public static List<Template> cardActivation(String number) {
        return family(CARD_ACTIVATION, (template, words) -> template.body(
                        words.cardActivation().text())
                .button(new Button.CallPhone(words.cardActivation().label(), number)));
    }

    /**
     * Tells which setting a built-in template waits for.
     *
     * @param name the template's name
     * @return the property; empty if the template is always there, or is no built-in one
     */
    static Optional<String> setting(String name) {
        return Optional.ofNullable(SETTINGS.get(name));
    }

    private static List<Template> family(
            String name, BiFunction<Template.Builder, Wording, Template.Builder> parts) {
        List<Template> all = new ArrayList<>();
        for (Wording words : Wordings.ALL) {
            Template.Builder template = parts.apply(Template.named(name).language(words.language()), words);
            if (words.equals(Wordings.ALL.get(0))) {
                template.asDefault();
            }
            for (String placeholder : template.build().placeholders()) {
                template.example(placeholder, EXAMPLES.getOrDefault(placeholder, placeholder));
            }
            all.add(template.build());
        }
        return all;
    }

    private static Button copy(Labelled words) {
        return new Button.CopyCode(words.label(), "code");
    }

    private static Button reply(Answer answer) {
        return new Button.QuickReply(answer.label(), answer.reply());
    }
}
