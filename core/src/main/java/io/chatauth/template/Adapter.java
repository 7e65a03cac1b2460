package io.chatauth.template;

import io.chatauth.ChannelId;
import java.util.Map;

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
        return new Adaptation(channel, template, capabilities).run();
    }

    /**
     * Fills an adapted template. Values go in once: one that looks like a placeholder stays as it is. No value is ever cut,
     * and none stands in an error.
     *
     * @param channel the channel's id, for errors
     * @param template the adapted template
     * @param capabilities what the channel can carry
     * @param values the values by placeholder: one for each, and no others
     * @param payloads the payloads of quick replies, by their reply words; those missing carry the reply words
     * @return the message as the person will see it
     * @throws TemplateRefusedException if a value is missing, unknown, blank, too long, or has characters that could
     *     deceive, or if the filled message is too long; with every reason
     */
    public static AdaptedMessage fill(
            ChannelId channel,
            AdaptedTemplate template,
            Capabilities capabilities,
            Map<String, String> values,
            Map<String, String> payloads) {
        return filler(channel, template, capabilities).fill(values, payloads);
    }

    /**
     * Reads an adapted template that will be filled many times.
     *
     * @param channel the channel's id, for errors
     * @param template the adapted template
     * @param capabilities what the channel can carry
     * @return the template, ready to be filled
     */
    public static Filler filler(ChannelId channel, AdaptedTemplate template, Capabilities capabilities) {
        return new Filler(channel, template, capabilities);
    }
}
