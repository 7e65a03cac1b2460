package io.chatauth.internal.config;

import io.chatauth.ChannelId;
import io.chatauth.RequestException;
import io.chatauth.SenderRule;
import io.chatauth.Tenant;
import io.chatauth.template.Category;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The senders of each channel. Immutable. */
public final class Senders {
    private static final Comparator<SenderRule> BY_CONDITIONS = Comparator.comparingInt(Senders::weight);

    private final Map<String, List<SenderRule>> rules = new TreeMap<>();

    Senders(Map<String, List<SenderRule>> rules) {
        rules.forEach((channel, list) -> this.rules.put(
                channel, list.stream().sorted(BY_CONDITIONS.reversed()).toList()));
    }

    /**
     * Finds the sender of a message.
     *
     * @param channel the channel
     * @param country the country of the recipient; empty if it is not known
     * @param tenant the tenant
     * @param category the category of the template
     * @return the sender, as the channel names it
     * @throws RequestException if no rule fits
     */
    public String find(ChannelId channel, Optional<String> country, Tenant tenant, Category category) {
        List<SenderRule> all = rules.getOrDefault(channel.value(), List.of());
        for (SenderRule rule : all) {
            if (rule.fits(country, tenant, category)) {
                return rule.sender();
            }
        }
        String message = "The channel '" + channel + "' has no sender for country " + country.orElse("unknown")
                + ", tenant " + tenant + ", category " + lower(category) + ". ";
        String there = all.isEmpty()
                ? "It has none at all. "
                : "It has: " + all.stream().map(SenderRule::toString).collect(Collectors.joining(" | ")) + ". ";
        throw new RequestException(message + there + "Set chatauth.sender." + channel + ", call sender(\"" + channel
                + "\", …), or name a sender in the request.");
    }

    /**
     * Names all senders of a channel, to tell which messages from outside are for us.
     *
     * @param channel the channel
     * @return the senders, each once
     */
    public Set<String> of(ChannelId channel) {
        Set<String> all = new LinkedHashSet<>();
        rules.getOrDefault(channel.value(), List.of()).forEach(rule -> all.add(rule.sender()));
        return all;
    }

    /**
     * Tells whether no channel has a sender.
     *
     * @return true if there are no rules
     */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    private static int weight(SenderRule rule) {
        int tenant = rule.tenant().isPresent() ? 1 : 0;
        int country = rule.country().isPresent() ? 1 : 0;
        int category = rule.category().isPresent() ? 1 : 0;
        return 8 * (tenant + country + category) + 4 * tenant + 2 * country + category;
    }

    private static String lower(Category category) {
        return category.name().toLowerCase(java.util.Locale.ROOT);
    }
}
