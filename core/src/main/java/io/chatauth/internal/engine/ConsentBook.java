package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.Consent;
import io.chatauth.Tenant;
import io.chatauth.internal.key.TamperedPayloadException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where it is written who agreed and who wants no more. A withdrawal is a mark of its own for each sender and address: it is
 * what is asked before a message goes out, within the write that counts the message, so it costs no round trip. Beside it, each
 * address has a sealed list of what was said to whom, for people. Both are found by keyed indexes.
 */
final class ConsentBook {
    private static final Logger LOG = LoggerFactory.getLogger(ConsentBook.class);
    private static final Duration KEPT = Duration.ofDays(3650);
    private static final int MOST = 24;
    private static final String NOBODY = "-";

    /**
     * What was said to a sender.
     *
     * @param consent what
     * @param tenant whose opt-in or call it was; empty for a word in the chat, which tells all tenants
     */
    record Entry(Consent consent, Optional<Tenant> tenant) {
        boolean of(ChannelId channel, String sender) {
            return consent.channel().equals(channel)
                    && AddressBook.plain(consent.sender()).equals(AddressBook.plain(sender));
        }

        /** The same for another tenant, which learns nothing of a challenge that is not its own. */
        Consent withoutChallenge() {
            return new Consent(
                    consent.channel(),
                    consent.sender(),
                    consent.state(),
                    consent.since(),
                    consent.source(),
                    Optional.empty());
        }
    }

    private final Parts parts;

    ConsentBook(Parts parts) {
        this.parts = parts;
    }

    /** The marks any of which stands against a message. */
    List<String> marks(ChannelId channel, String sender, Address address) {
        List<String> marks = new ArrayList<>(1);
        for (String key : parts.keys()
                .indexUnderAll(
                        "stop",
                        channel.value(),
                        AddressBook.plain(sender),
                        address.kind().name(),
                        address.value())) {
            marks.add("stop:" + key);
        }
        return marks;
    }

    /** Tells whether the person wants no more messages. */
    boolean withdrawn(ChannelId channel, String sender, Address address) {
        return marks(channel, sender, address).stream()
                .anyMatch(mark -> parts.state().get(mark).isPresent());
    }

    /** Writes a withdrawal down, the mark first; tells whether it is news. */
    boolean withdraw(Entry entry, Collection<Address> person) {
        boolean news = false;
        for (Address address : person) {
            List<String> marks =
                    marks(entry.consent().channel(), entry.consent().sender(), address);
            news |= marks.stream().noneMatch(mark -> parts.state().get(mark).isPresent());
            parts.state().put(marks.get(0), entry.consent().source().name(), KEPT);
            enter(address, entry);
        }
        return news;
    }

    /** Writes a consent down, and takes the marks away. */
    void give(Entry entry, Collection<Address> person) {
        for (Address address : person) {
            enter(address, entry);
            marks(entry.consent().channel(), entry.consent().sender(), address)
                    .forEach(mark -> parts.state().remove(mark));
        }
    }

    /** What was said, the newest first. */
    List<Consent> list(Tenant tenant, Address address) {
        List<Entry> all = read(keys(address));
        return all.stream()
                .filter(entry -> entry.tenant()
                        .map(tenant::equals)
                        .orElseGet(() -> all.stream()
                                .noneMatch(other ->
                                        other.tenant().filter(tenant::equals).isPresent()
                                                && other.of(
                                                        entry.consent().channel(),
                                                        entry.consent().sender()))))
                .map(Entry::consent)
                .sorted(Comparator.comparing(Consent::since).reversed())
                .toList();
    }

    private void enter(Address address, Entry entry) {
        List<String> keys = keys(address);
        List<Entry> next = new ArrayList<>(List.of(entry));
        for (Entry old : read(keys)) {
            if (!old.of(entry.consent().channel(), entry.consent().sender())) {
                next.add(old);
            } else if (old.tenant().isPresent() && !old.tenant().equals(entry.tenant())) {
                next.add(new Entry(entry.withoutChallenge(), old.tenant()));
            }
        }
        if (next.size() > MOST) {
            LOG.warn(
                    "What {} said to a sender long ago is not listed any more, there are newer ones", address.masked());
            next.subList(MOST, next.size()).clear();
        }
        keys.stream().skip(1).forEach(old -> parts.state().remove(stateKey(old)));
        parts.state().put(stateKey(keys.get(0)), seal(keys.get(0), next), KEPT);
    }

    private List<Entry> read(List<String> keys) {
        for (String key : keys) {
            Optional<String> sealed = parts.state().get(stateKey(key));
            if (sealed.isPresent()) {
                return open(key, sealed.get());
            }
        }
        return List.of();
    }

    private List<String> keys(Address address) {
        return parts.keys().indexUnderAll("consents", address.kind().name(), address.value());
    }

    private static String stateKey(String key) {
        return "consents:" + key;
    }

    private String seal(String key, List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            Consent consent = entry.consent();
            text.append(consent.state())
                    .append(' ')
                    .append(consent.since().toEpochMilli())
                    .append(' ')
                    .append(consent.source())
                    .append(' ')
                    .append(consent.channel())
                    .append(' ')
                    .append(URLEncoder.encode(consent.sender(), StandardCharsets.UTF_8))
                    .append(' ')
                    .append(consent.challenge().map(ChallengeId::value).orElse(NOBODY))
                    .append(' ')
                    .append(entry.tenant().map(Tenant::value).orElse(""))
                    .append('\n');
        }
        return SealedText.seal(parts.keys(), ChallengeId.of(key), text.toString());
    }

    private List<Entry> open(String key, String sealed) {
        try {
            return SealedText.open(parts.keys(), ChallengeId.of(key), sealed)
                    .lines()
                    .map(ConsentBook::entry)
                    .toList();
        } catch (TamperedPayloadException e) {
            LOG.error("What is known of a consent was changed in the shared state, and is not believed");
            return List.of();
        }
    }

    private static Entry entry(String line) {
        String[] part = line.split(" ", 7);
        return new Entry(
                new Consent(
                        ChannelId.of(part[3]),
                        URLDecoder.decode(part[4], StandardCharsets.UTF_8),
                        Consent.State.valueOf(part[0]),
                        Instant.ofEpochMilli(Long.parseLong(part[1])),
                        Consent.Source.valueOf(part[2]),
                        Optional.of(part[5]).filter(id -> !id.equals(NOBODY)).map(ChallengeId::of)),
                Optional.of(part[6]).filter(name -> !name.isEmpty()).map(Tenant::of));
    }
}
