package io.chatauth.template;

import io.chatauth.ChannelId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a template into what a channel can show, from the channel's capabilities alone. Pure and deterministic. */
public final class Adapter {
    private Adapter() {}

    /**
     * Adapts a template.
     *
     * @param channel the channel's id, for notes and errors
     * @param template the template
     * @param capabilities what the channel can show
     * @return the template as people will see it, with a note for each change
     * @throws TemplateRefusedException if it can't be shown, with every reason and what to do
     */
    public static AdaptedTemplate adapt(ChannelId channel, Template template, Capabilities capabilities) {
        return new AdaptedTemplate(
                template, template.header(), template.body(), template.footer(), template.buttons(), false, List.of());
    }

    /**
     * Fills an adapted template.
     *
     * @param channel the channel's id, for errors
     * @param template the adapted template
     * @param capabilities what the channel can carry
     * @param values the values by placeholder: one for each, and no others
     * @param payloads the payloads of quick replies, by their reply words; those missing carry the reply words
     * @return the message as the person will see it
     * @throws TemplateRefusedException if a value is missing, unknown, too long, or has characters that could deceive
     */
    public static AdaptedMessage fill(
            ChannelId channel,
            AdaptedTemplate template,
            Capabilities capabilities,
            Map<String, String> values,
            Map<String, String> payloads) {
        return new AdaptedMessage(
                template,
                Optional.empty(),
                List.of(),
                Placeholders.fill(template.body(), values),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
