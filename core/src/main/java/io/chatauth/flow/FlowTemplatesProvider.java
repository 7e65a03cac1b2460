package io.chatauth.flow;

import io.chatauth.spi.TemplateProvider;
import io.chatauth.template.Template;
import java.util.List;

/** Gives the built-in templates that need nothing of the team. */
public final class FlowTemplatesProvider implements TemplateProvider {
    /** For the builder. */
    public FlowTemplatesProvider() {}

    @Override
    public String id() {
        return "built-in";
    }

    @Override
    public List<Template> templates() {
        return FlowTemplates.templates();
    }
}
