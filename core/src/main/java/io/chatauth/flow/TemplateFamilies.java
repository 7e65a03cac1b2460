package io.chatauth.flow;

import io.chatauth.flow.Wording.Answer;
import io.chatauth.flow.Wording.Labelled;
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
final class TemplateFamilies {
    private static final Map<String, String> SETTINGS = Map.of(
            FlowTemplates.LOGIN_LINK,
            "chatauth.login-page",
            FlowTemplates.TRANSACTION_LINK,
            "chatauth.login-page",
            FlowTemplates.CARD_ACTIVATION,
            "chatauth.call-number");

    /** What a reviewer may see, the same in all languages. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "code", "482913",
            "token", "k9Zt0pQ",
            "amount", "EUR 120.00",
            "payee", "Shop Ltd",
            "name", "Ana",
            "site", "bank.example");

    private TemplateFamilies() {}

    /**
     * Gives those that need no setting. The first language of a family is its default.
     *
     * @return the templates
     */
    static List<Template> all() {
        List<Template> all = new ArrayList<>();
        all.addAll(family(
                FlowTemplates.VERIFICATION_CODE,
                (template, words) -> template.category(Category.AUTHENTICATION)
                        .body(words.verificationCode().text())
                        .button(copy(words.verificationCode()))));
        all.addAll(family(FlowTemplates.OPT_IN, (template, words) -> template.body(words.optIn())));
        all.addAll(family(
                FlowTemplates.OPT_IN_CONFIRMATION, (template, words) -> template.body(words.optInConfirmation())));
        all.addAll(family(
                FlowTemplates.TRANSACTION_CONFIRMATION,
                (template, words) -> template.body(
                                words.transactionConfirmation().text())
                        .button(reply(words.transactionConfirmation().yes()))
                        .button(reply(words.transactionConfirmation().no()))));
        all.addAll(family(
                FlowTemplates.TRANSACTION_CODE,
                (template, words) ->
                        template.body(words.transactionCode().text()).button(copy(words.transactionCode()))));
        all.addAll(family(
                FlowTemplates.TRANSACTION_NUMBER,
                (template, words) -> template.body(words.transactionNumber())
                        .button(reply(words.transactionConfirmation().no()))));
        return List.copyOf(all);
    }

    /**
     * Gives {@link FlowTemplates#LOGIN_LINK}.
     *
     * @param page a URL that the token is appended to
     * @return the templates
     */
    static List<Template> loginLink(String page) {
        return family(
                FlowTemplates.LOGIN_LINK,
                (template, words) -> template.body(words.loginLink().text())
                        .button(new Button.OpenUrl(words.loginLink().label(), page + "{{token}}")));
    }

    /**
     * Gives {@link FlowTemplates#TRANSACTION_LINK}.
     *
     * @param page a URL that the token is appended to
     * @return the templates
     */
    static List<Template> transactionLink(String page) {
        return family(
                FlowTemplates.TRANSACTION_LINK,
                (template, words) -> template.body(words.transactionLink().text())
                        .button(new Button.OpenUrl(words.transactionLink().label(), page + "{{token}}")));
    }

    /**
     * Gives {@link FlowTemplates#CARD_ACTIVATION}.
     *
     * @param number the number to call, a plus and digits
     * @return the templates
     */
    static List<Template> cardActivation(String number) {
        return family(
                FlowTemplates.CARD_ACTIVATION,
                (template, words) -> template.body(words.cardActivation().text())
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

    private static List<Template> family(String name, BiFunction<Template.Builder, Wording, Template.Builder> parts) {
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
