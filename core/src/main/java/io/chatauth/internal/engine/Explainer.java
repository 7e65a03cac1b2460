package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import io.chatauth.Language;
import io.chatauth.RequestException;
import io.chatauth.internal.catalog.ResolvedTemplate;
import io.chatauth.spi.Channel;
import io.chatauth.template.Explanation;
import io.chatauth.template.ExplanationTable;
import io.chatauth.template.TemplateRefusedException;
import java.util.Optional;

/** Shows how templates will look, before anything is sent. */
public final class Explainer {
    private final Parts parts;

    public Explainer(Engine engine) {
        this.parts = engine.parts();
    }

    public Explanation explain(ChannelId channelId, String name, Optional<Language> language) {
        Channel channel = parts.channels().apply(channelId);
        ResolvedTemplate template = parts.catalog().resolve(name, language, channelId, channel.capabilities());
        try {
            boolean bound = parts.bindings()
                    .find(channelId, template.template().name(), template.languageCode())
                    .isPresent();
            return Explanation.of(
                            channelId,
                            bound
                                    ? channel.adaptRegistered(channelId, template.template())
                                    : channel.adapt(channelId, template.template()))
                    .withNotes(template.notes());
        } catch (TemplateRefusedException e) {
            return Explanation.refused(channelId, name, e);
        }
    }

    public ExplanationTable explain(String name) {
        parts.catalog().require(name);
        return new ExplanationTable(
                parts.channelIds().stream().map(channel -> row(channel, name)).toList());
    }

    private Explanation row(ChannelId channel, String name) {
        try {
            return explain(channel, name, Optional.empty());
        } catch (RequestException e) {
            return Explanation.refused(channel, name, e);
        }
    }
}
