package io.chatauth.internal.discovery;

import io.chatauth.ChannelId;
import io.chatauth.Discovery;
import io.chatauth.UnknownChannelException;
import io.chatauth.internal.text.Nearest;
import io.chatauth.spi.Channel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The channels in use, and a helpful answer for those that are not. Immutable. */
public final class Channels {
    private final NavigableMap<String, Channel> channels;
    private final List<Discovery.Entry> missing;
    private final List<ClassLoader> loaders;
    private final boolean discovering;

    Channels(
            Map<String, Channel> channels,
            List<Discovery.Entry> report,
            List<ClassLoader> loaders,
            boolean discovering) {
        this.channels = new TreeMap<>(channels);
        this.missing = report.stream()
                .filter(entry -> entry.kind() == Discovery.Kind.CHANNEL)
                .filter(entry -> entry.state() == Discovery.State.FAILED || entry.state() == Discovery.State.EXCLUDED)
                .toList();
        this.loaders = List.copyOf(loaders);
        this.discovering = discovering;
    }

    /**
     * Gives a channel.
     *
     * @param id its id
     * @return the channel
     * @throws UnknownChannelException if it is not there
     */
    public Channel get(ChannelId id) {
        Channel channel = channels.get(id.value());
        if (channel == null) {
            throw new UnknownChannelException(id, missing(id));
        }
        return channel;
    }

    /**
     * Looks for a channel.
     *
     * @param id its id
     * @return the channel; empty if it is not there
     */
    public Optional<Channel> find(ChannelId id) {
        return Optional.ofNullable(channels.get(id.value()));
    }

    /**
     * Names the channels in use.
     *
     * @return their ids, sorted
     */
    public NavigableSet<ChannelId> ids() {
        NavigableSet<ChannelId> ids = new TreeSet<>(Comparator.comparing(ChannelId::value));
        channels.keySet().forEach(id -> ids.add(ChannelId.of(id)));
        return ids;
    }

    /**
     * Tells whether a channel is not there because it is not wanted.
     *
     * @param id its id
     * @return true if its provider was excluded
     */
    public boolean excluded(ChannelId id) {
        return in(Discovery.State.EXCLUDED).stream()
                .anyMatch(entry -> entry.id().equals(Optional.of(id.value())));
    }

    /**
     * Says that a channel is not there: what is there, what failed and why, and what to do.
     *
     * @param id the id asked for
     * @return a few sentences
     */
    public String missing(ChannelId id) {
        StringBuilder out =
                new StringBuilder("There is no channel '").append(id).append("'. ");
        out.append(
                channels.isEmpty()
                        ? "No channel is here. "
                        : "Channels that are here: " + String.join(", ", channels.keySet()) + ". ");
        List<Discovery.Entry> failed = in(Discovery.State.FAILED);
        if (!failed.isEmpty()) {
            out.append("Failed: ")
                    .append(failed.stream().map(Discovery.Entry::toString).collect(Collectors.joining(" | ")))
                    .append(". ");
        }
        if (excluded(id)) {
            return out.append("It was excluded: take it out of exclude(…) or chatauth.exclude.")
                    .toString();
        }
        Optional<String> provider = KnownChannels.providerClass(id);
        boolean itselfFailed = failed.stream()
                .anyMatch(entry -> entry.id().equals(Optional.of(id.value()))
                        || (provider.isPresent() && entry.type().equals(provider)));
        if (itselfFailed) {
            return out.append("Mend what failed, or give a provider with channel(…).")
                    .toString();
        }
        if (provider.isEmpty()) {
            TreeSet<String> known = new TreeSet<>(channels.keySet());
            known.addAll(KnownChannels.ids());
            Nearest.to(id.value(), known)
                    .ifPresent(name -> out.append("Did you mean '").append(name).append("'? "));
        }
        return out.append(KnownChannels.advice(id, loaders, discovering)).toString();
    }

    /**
     * Says that there is no channel at all: what failed and why, and what to do.
     *
     * @return one or two sentences
     */
    public String none() {
        List<Discovery.Entry> failed = in(Discovery.State.FAILED);
        Optional<ChannelId> lost = missing.isEmpty() ? KnownChannels.on(loaders) : Optional.empty();
        if (lost.isPresent()) {
            return "there is no channel. " + KnownChannels.advice(lost.get(), loaders, discovering);
        }
        return "there is no channel: add a module such as io.chatauth:chatauth-channel-whatsapp"
                + (discovering ? " to the class path or module path" : " and call discover()")
                + ", or give a provider with channel(…)"
                + (failed.isEmpty()
                        ? ""
                        : failed.stream()
                                .map(Discovery.Entry::toString)
                                .collect(Collectors.joining(" | ", "; failed: ", "")));
    }

    private List<Discovery.Entry> in(Discovery.State state) {
        return missing.stream().filter(entry -> entry.state() == state).toList();
    }
}
