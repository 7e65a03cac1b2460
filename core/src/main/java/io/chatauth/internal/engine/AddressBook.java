package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.KnownAddress;
import io.chatauth.KnownAddress.How;
import io.chatauth.internal.key.TamperedPayloadException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which addresses belong to one person, for one business sender of one channel. It is found by a keyed index and sealed; both
 * directions are kept. Safe for use by many threads: of two that write at once one may win, and what is lost is learned again.
 */
public final class AddressBook {
    private static final Logger LOG = LoggerFactory.getLogger(AddressBook.class);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int MOST = 8;

    private final Parts parts;

    AddressBook(Parts parts) {
        this.parts = parts;
    }

    /** Gives the other addresses, those that are proven first, the newest first. */
    public List<KnownAddress> known(ChannelId channel, String sender, Address address) {
        return read(channel, sender, parts.recipients().known(address, channel)).stream()
                .sorted(Comparator.comparing(KnownAddress::how)
                        .thenComparing(KnownAddress::since)
                        .reversed())
                .toList();
    }

    /** Gives the other addresses that are proven: only they may stand for this one. */
    List<Address> proven(ChannelId channel, String sender, Address address) {
        return known(channel, sender, address).stream()
                .filter(known -> known.how() == How.PROVEN)
                .map(KnownAddress::address)
                .toList();
    }

    /**
     * Remembers that two addresses belong to one person, and goes on remembering it if it was known. A proof replaces a claim,
     * and every older proof of another address of the same kind: numbers get new owners.
     *
     * @return whether this is news
     */
    boolean learn(ChannelId channel, String sender, Address person, Address other, How how) {
        Instant now = parts.clock().instant();
        List<KnownAddress> before = read(channel, sender, person);
        Optional<KnownAddress> same = find(before, other);
        How kept = same.filter(known -> known.how() == How.PROVEN).isPresent() ? How.PROVEN : how;
        boolean news = same.isEmpty() || same.get().how() != kept;
        link(
                channel,
                sender,
                person,
                new KnownAddress(other, kept, news ? now : same.get().since()));
        link(
                channel,
                sender,
                other,
                new KnownAddress(person, kept, news ? now : same.get().since()));
        return news;
    }

    /** Forgets a person's other addresses, in both directions; tells whether there was anything. */
    public boolean forget(ChannelId channel, String sender, Address address) {
        Address person = parts.recipients().known(address, channel);
        List<KnownAddress> others = read(channel, sender, person);
        others.forEach(other -> change(channel, sender, other.address(), known -> without(known, person)));
        change(channel, sender, person, known -> List.of());
        return !others.isEmpty();
    }

    private void link(ChannelId channel, String sender, Address from, KnownAddress to) {
        List<KnownAddress> replaced = new ArrayList<>();
        change(channel, sender, from, known -> {
            List<KnownAddress> next = new ArrayList<>(List.of(to));
            for (KnownAddress old : without(known, to.address())) {
                boolean outdated = to.how() == How.PROVEN
                        && old.how() == How.PROVEN
                        && old.address().kind() == to.address().kind();
                (outdated ? replaced : next).add(old);
            }
            return next.size() <= MOST ? next : next.subList(0, MOST);
        });
        replaced.forEach(old -> change(channel, sender, old.address(), known -> without(known, from)));
    }

    private static List<KnownAddress> without(List<KnownAddress> known, Address address) {
        return known.stream().filter(one -> !one.address().equals(address)).toList();
    }

    private static Optional<KnownAddress> find(List<KnownAddress> known, Address address) {
        return known.stream().filter(one -> one.address().equals(address)).findFirst();
    }

    private void change(ChannelId channel, String sender, Address address, UnaryOperator<List<KnownAddress>> change) {
        List<String> keys = keys(channel, sender, address);
        List<KnownAddress> before = read(keys);
        List<KnownAddress> after = change.apply(before);
        keys.stream().skip(1).forEach(old -> parts.state().remove(stateKey(old)));
        if (after.isEmpty()) {
            parts.state().remove(stateKey(keys.get(0)));
        } else {
            parts.state().put(stateKey(keys.get(0)), seal(keys.get(0), after), REMEMBERED);
        }
    }

    private List<KnownAddress> read(ChannelId channel, String sender, Address address) {
        return read(keys(channel, sender, address));
    }

    private List<KnownAddress> read(List<String> keys) {
        for (String key : keys) {
            Optional<String> sealed = parts.state().get(stateKey(key));
            if (sealed.isPresent()) {
                return open(key, sealed.get());
            }
        }
        return List.of();
    }

    /** Under every key of the ring, the active one first. */
    private List<String> keys(ChannelId channel, String sender, Address address) {
        return parts.keys()
                .indexUnderAll(
                        "address",
                        channel.value(),
                        plain(sender),
                        address.kind().name(),
                        address.value());
    }

    private static String stateKey(String key) {
        return "address:" + key;
    }

    /** The look-up key is what the value is bound to: it opens nowhere else. */
    private String seal(String key, List<KnownAddress> known) {
        StringBuilder text = new StringBuilder();
        known.forEach(one -> text.append(one.how())
                .append(' ')
                .append(one.since().getEpochSecond())
                .append(' ')
                .append(one.address().kind())
                .append(' ')
                .append(one.address().value())
                .append('\n'));
        return SealedText.seal(parts.keys(), ChallengeId.of(key), text.toString());
    }

    private List<KnownAddress> open(String key, String sealed) {
        try {
            return SealedText.open(parts.keys(), ChallengeId.of(key), sealed)
                    .lines()
                    .map(line -> line.split(" ", 4))
                    .map(part -> new KnownAddress(
                            new Address(Address.Kind.valueOf(part[2]), part[3]),
                            How.valueOf(part[0]),
                            Instant.ofEpochSecond(Long.parseLong(part[1]))))
                    .toList();
        } catch (TamperedPayloadException e) {
            LOG.error("What is known of an address was changed in the shared state, and is not believed");
            return List.of();
        }
    }

    /** A sender as it is compared: providers write numbers without the plus. */
    static String plain(String sender) {
        String name = sender.strip();
        return name.startsWith("+") ? name.substring(1) : name;
    }
}
