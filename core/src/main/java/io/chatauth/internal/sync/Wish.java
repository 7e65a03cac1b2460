package io.chatauth.internal.sync;

import io.chatauth.ChannelId;
import java.util.List;

/**
 * What is to be brought to the account.
 *
 * @param channels the channels; empty for all that need approved templates
 * @param names the templates' names; empty for all
 * @param languages the templates' languages; empty for all
 * @param createOnly whether what is registered stays as it is
 */
public record Wish(List<ChannelId> channels, List<String> names, List<String> languages, boolean createOnly) {
    public Wish {
        channels = List.copyOf(channels);
        names = List.copyOf(names);
        languages = List.copyOf(languages);
    }
}
