package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.StoreException;
import io.chatauth.template.Capabilities;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When each person last wrote to each sender, for channels on which that opens a window for free messages. */
final class Windows {
    private static final Logger LOG = LoggerFactory.getLogger(Windows.class);

    /** A window counts as closed a little earlier: the message has yet to get there, and clocks differ. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Parts parts;

    Windows(Parts parts) {
        this.parts = parts;
    }

    /**
     * Notes that a person wrote.
     *
     * @param who all addresses of the person
     * @param receivedAt when the provider got it; what is later than now counts as now
     */
    void opened(
            ChannelId channel,
            Capabilities capabilities,
            String sender,
            Collection<Address> who,
            Optional<Instant> receivedAt) {
        if (capabilities.window().isEmpty()) {
            return;
        }
        Instant now = parts.clock().instant();
        Instant at = receivedAt.filter(now::isAfter).orElse(now);
        Duration left = Duration.between(now, at.plus(capabilities.window().get()));
        if (left.isNegative() || left.isZero()) {
            return;
        }
        for (Address address : who) {
            String key = parts.keys().index(parts.keys().activeId(), "window", place(channel, sender, address));
            Optional<Instant> before = parts.state().get(stateKey(key)).map(Windows::read);
            if (before.isEmpty() || before.get().isBefore(at)) {
                parts.state().put(stateKey(key), Long.toString(at.toEpochMilli()), left);
            }
        }
    }

    /** Tells whether the window is open; it is not if nobody can tell. */
    boolean open(ChannelId channel, Capabilities capabilities, String sender, Address to) {
        Optional<Duration> length = capabilities.window();
        if (length.isEmpty()) {
            return false;
        }
        Instant now = parts.clock().instant();
        try {
            return parts.keys().indexUnderAll("window", place(channel, sender, to)).stream()
                    .flatMap(key -> parts.state().get(stateKey(key)).stream())
                    .anyMatch(at -> now.isBefore(read(at).plus(length.get()).minus(MARGIN)));
        } catch (StoreException e) {
            LOG.debug(
                    "Whether the window of {} is open can't be told, so a template goes out: {}",
                    channel,
                    e.getMessage());
            return false;
        }
    }

    /** Forgets a window that the provider says is closed, or that may be another person's. */
    void close(ChannelId channel, String sender, Address to) {
        parts.keys()
                .indexUnderAll("window", place(channel, sender, to))
                .forEach(key -> parts.state().remove(stateKey(key)));
    }

    private static String[] place(ChannelId channel, String sender, Address address) {
        return new String[] {
            channel.value(), AddressBook.plain(sender), address.kind().name(), address.value()
        };
    }

    private static String stateKey(String key) {
        return "window:" + key;
    }

    private static Instant read(String written) {
        return Instant.ofEpochMilli(Long.parseLong(written));
    }
}
