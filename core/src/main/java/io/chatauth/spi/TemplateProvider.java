package io.chatauth.spi;

import io.chatauth.template.Template;
import java.util.List;

/**
 * Gives templates. Found with {@link java.util.ServiceLoader}, or given to the builder; the same rules as for a
 * {@link ChannelProvider}.
 */
public interface TemplateProvider {
    /**
     * Names the provider.
     *
     * @return 1 to 40 lower-case letters, digits or hyphens, always the same
     */
    String id();

    /**
     * Gives the templates. One of the same name and language as a built-in one replaces it.
     *
     * @return the templates, no two of the same name and language
     */
    List<Template> templates();
}
