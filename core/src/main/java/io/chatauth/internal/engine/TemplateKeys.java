package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.internal.config.Bindings;
import io.chatauth.internal.text.Masking;
import io.chatauth.spi.Channel;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateContent;
import io.chatauth.template.TemplateRefusedException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what a channel calls a template. */
final class TemplateKeys {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateKeys.class);

    private TemplateKeys() {}

    /** Gives what would be registered, if the channel can tell; what can be sent but not registered can't be compared. */
    static Optional<TemplateContent> content(Channel channel, AdaptedTemplate template) {
        try {
            return channel.templateRegistry().flatMap(registry -> registry.content(template));
        } catch (TemplateRefusedException e) {
            LOG.debug("A template can be sent, but not registered", e);
            return Optional.empty();
        }
    }

    /**
     * Gives the bound identifier, else the template's name.
     *
     * @throws TemplateRefusedException if the channel knows templates by identifiers only, and none or none of that form is
     *     bound
     */
    static String of(
            Bindings bindings,
            ChannelId channel,
            Capabilities capabilities,
            Template template,
            String language,
            Address.Kind to) {
        Optional<String> bound = bindings.find(channel, template.name(), language);
        Optional<Pattern> form = capabilities.templateKey(to);
        if (form.isEmpty()) {
            return bound.orElse(template.name());
        }
        return bound.filter(key -> form.get().matcher(key).matches())
                .orElseThrow(() -> new TemplateRefusedException(
                        "template '" + template.name() + "' (" + template.language() + ") on " + channel,
                        List.of(channel + " knows templates by " + capabilities.templateKeyInWords() + ", and "
                                + bound.map(key -> "'" + Masking.clean(key) + "' is bound")
                                        .orElse("none is bound")
                                + "; set chatauth.template." + channel + "." + template.name()
                                + ", or chatauth.template."
                                + channel + "." + template.name() + "." + language
                                + " for this language only, or call bindTemplate(…)")));
    }
}
