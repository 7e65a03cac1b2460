package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.internal.key.Keys;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.OpenQuery;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the questions that a person may be answering: theirs, on this channel, from this sender, and no others. */
final class Questions {
    /** Providers round the times of messages down to the second. */
    static final Duration ROUNDING = Duration.ofSeconds(1);

    /** More open challenges than this for one person, and nobody can tell how many of them are questions. */
    private static final int MOST = 50;

    private final Parts parts;
    private final Ledger ledger;

    Questions(Parts parts, Ledger ledger) {
        this.parts = parts;
        this.ledger = ledger;
    }

    /** A challenge, if it is this person's and was asked by this sender on this channel. */
    Optional<ChallengeRecord> find(ChallengeId id, ChannelId channel, String sender, Set<Address> person) {
        return parts.store()
                .find(id)
                .filter(challenge -> challenge.messages().stream()
                        .anyMatch(message -> message.channel().equals(channel)))
                .filter(challenge -> parts.keys().knows(challenge.indexKeyId()))
                .filter(challenge -> person.stream()
                        .anyMatch(address -> challenge
                                .recipientKey()
                                .equals(recipientKey(challenge.indexKeyId(), channel, sender, address))))
                .filter(challenge -> challenge.payload().isEmpty()
                        || ledger.content(challenge).terms().question());
    }

    /**
     * The open questions to a person, two at most: two are as good as many. Of somebody with more open challenges than can be
     * looked at, any two, so that nothing that names no question decides one.
     */
    List<ChallengeRecord> open(ChannelId channel, String sender, Set<Address> person) {
        Map<ChallengeId, ChallengeRecord> found = new LinkedHashMap<>();
        for (Address address : person) {
            for (String keyId : parts.keys().ring().states().keySet()) {
                OpenQuery query = new OpenQuery.ByRecipient(
                        recipientKey(keyId, channel, sender, address),
                        channel,
                        parts.clock().instant());
                List<ChallengeRecord> open = parts.store().findOpen(query, MOST + 1);
                boolean many = open.size() > MOST;
                for (ChallengeRecord challenge : open) {
                    if (found.size() < 2
                            && (many || ledger.content(challenge).terms().question())) {
                        found.put(challenge.id(), challenge);
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** The challenge of a message, by our own id or by the provider's. It may not exist. */
    Optional<ChallengeId> ofMessage(ChannelId channel, String messageId) {
        return MessageIds.challenge(messageId)
                .or(() -> parts.state()
                        .get(MessageIds.mappingKey(channel, messageId))
                        .map(mapping -> ChallengeId.of(mapping.split(" ", 2)[0])));
    }

    private String recipientKey(String keyId, ChannelId channel, String sender, Address address) {
        return recipientKey(parts.keys(), keyId, channel, sender, address);
    }

    /** What a recipient on a channel is found by, for one sender. */
    static String recipientKey(Keys keys, String keyId, ChannelId channel, String sender, Address address) {
        return keys.index(keyId, "recipient", channel.value(), AddressBook.plain(sender), address.value());
    }
}
