package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import io.chatauth.internal.catalog.ResolvedTemplate;
import io.chatauth.spi.Channel;
import io.chatauth.template.AdaptedTemplate;

/**
 * A template here, on one channel.
 *
 * @param channelId the channel's id
 * @param channel the channel
 * @param resolved the template, and the language code to send
 */
public record LocalTemplate(ChannelId channelId, Channel channel, ResolvedTemplate resolved) {
    /** Gives the template as it is registered. */
    public AdaptedTemplate adapted() {
        return channel.adaptRegistered(channelId, resolved.template());
    }

    /** Gives the template's name. */
    public String name() {
        return resolved.template().name();
    }

    @Override
    public String toString() {
        return "template " + resolved.template() + " on " + channelId;
    }
}
