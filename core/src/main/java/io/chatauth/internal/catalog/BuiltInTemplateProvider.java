package io.chatauth.internal.catalog;

import io.chatauth.spi.TemplateProvider;
import io.chatauth.template.Template;
import java.util.List;

/** Gives the templates that come with ChatAuth. */
public final class BuiltInTemplateProvider implements TemplateProvider {
    /** For the builder. */
    public BuiltInTemplateProvider() {}

    @Override
    public String id() {
        return "built-in";
    }

    @Override
    public List<Template> templates() {
        return BuiltInTemplates.all();
    }
}
