package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import io.chatauth.Tenant;
import io.chatauth.template.Category;
import java.util.Optional;

/** Finds the sender of a message from the configured rules. */
@FunctionalInterface
public interface SenderResolver {
    /**
     * Finds the sender.
     *
     * @throws io.chatauth.RequestException if no rule fits; it names channel and country
     */
    String resolve(ChannelId channel, Optional<String> country, Tenant tenant, Category category);
}
