package io.chatauth.testkit;

import io.chatauth.spi.TemplateProvider;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import java.util.List;

/** Gives a family that shows the contract at work. */
public final class SampleTemplateProvider implements TemplateProvider {
    /** For the service loader. */
    public SampleTemplateProvider() {}

    @Override
    public String id() {
        return "sample";
    }

    @Override
    public List<Template> templates() {
        return List.of(
                family("en", "Hello {{name}}, is it you?", "Yes").asDefault().build(),
                family("fr", "Bonjour {{name}}, est-ce vous ?", "Oui").build());
    }

    /** One language of the family. */
    static Template.Builder family(String language, String body, String yes) {
        return Template.named("sample_family")
                .language(language)
                .body(body)
                .button(new Button.QuickReply(yes, "1"))
                .example("name", "Ana");
    }
}
