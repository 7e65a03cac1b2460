package io.chatauth.internal.discovery;

import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.TemplateProvider;
import io.chatauth.template.Template;
import java.util.List;
import java.util.Set;

/**
 * What the application wants to be found.
 *
 * @param sources where to look, in order; empty if discovery is off
 * @param channels given to the builder
 * @param flows given to the builder
 * @param templates given to the builder
 * @param ownTemplates single templates given to the builder
 * @param excluded ids or class names of what must not be found
 * @param builtIn what ChatAuth brings itself
 */
public record Wish(
        List<ProviderSource> sources,
        List<ChannelProvider> channels,
        List<AuthFlowProvider> flows,
        List<TemplateProvider> templates,
        List<Template> ownTemplates,
        Set<String> excluded,
        BuiltIn builtIn) {
    /** Copies the lists. */
    public Wish {
        sources = List.copyOf(sources);
        channels = List.copyOf(channels);
        flows = List.copyOf(flows);
        templates = List.copyOf(templates);
        ownTemplates = List.copyOf(ownTemplates);
        excluded = Set.copyOf(excluded);
    }

    /**
     * What ChatAuth brings itself.
     *
     * @param flows the built-in flows; nothing discovered may take their ids
     * @param templates the built-in templates, which any provider may replace one by one
     */
    public record BuiltIn(List<AuthFlowProvider> flows, List<TemplateProvider> templates) {
        /** Nothing. */
        public static final BuiltIn NONE = new BuiltIn(List.of(), List.of());

        /** Copies the lists. */
        public BuiltIn {
            flows = List.copyOf(flows);
            templates = List.copyOf(templates);
        }
    }
}
