package io.chatauth.internal.catalog;

import io.chatauth.template.Button;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import java.util.List;

/** The templates that come with ChatAuth. A provider's template of the same name and language replaces them. */
public final class BuiltInTemplates {
    /** The name of the template that carries a code. */
    public static final String VERIFICATION_CODE = "verification_code";

    private record Words(String language, String body, String copyLabel) {}

    private static final List<Words> VERIFICATION_CODE_WORDS =
            List.of(new Words("en", "{{code}} is your verification code.", "Copy code"));

    private BuiltInTemplates() {}

    /**
     * Gives them all. The first language of a family is its default.
     *
     * @return the templates
     */
    public static List<Template> all() {
        return VERIFICATION_CODE_WORDS.stream()
                .map(BuiltInTemplates::verificationCode)
                .toList();
    }

    private static Template verificationCode(Words words) {
        Template.Builder builder = Template.named(VERIFICATION_CODE)
                .language(words.language)
                .category(Category.AUTHENTICATION)
                .body(words.body)
                .button(new Button.CopyCode(words.copyLabel, "code"))
                .example("code", "482913");
        return words.equals(VERIFICATION_CODE_WORDS.get(0))
                ? builder.asDefault().build()
                : builder.build();
    }
}
