package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.internal.address.SubjectKey;
import io.chatauth.internal.key.Keys;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.OpenQuery;
import java.time.Duration;
import java.time.Instant;
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
                .filter(challenge -> person.stream().anyMatch(address -> is(challenge, channel, sender, address)))
                .filter(challenge -> challenge.payload().isEmpty()
                        || ledger.content(challenge).terms().question());
    }

    /** Whether a challenge was sent to this address by this sender; its keys tell that also when its content is erased. */
    private boolean is(ChallengeRecord challenge, ChannelId channel, String sender, Address address) {
        String keyId = challenge.indexKeyId();
        if (challenge.recipientKey().equals(recipientKey(keyId, challenge.channel(), sender, address))
                && challenge.channel().equals(channel)) {
            return true;
        }
        boolean person = challenge.subjectKey().equals(subjectKey(keyId, channel, sender, address));
        return person
                && !challenge.channel().equals(channel)
                && (challenge.payload().isEmpty() || sentBy(ledger.content(challenge), channel, sender));
    }

    private static boolean sentBy(Content content, ChannelId channel, String sender) {
        return AddressBook.plain(content.on(channel).sender()).equals(AddressBook.plain(sender));
    }

    private String subjectKey(String keyId, ChannelId channel, String sender, Address address) {
        return parts.keys().index(keyId, "subject", SubjectKey.parts(address, channel, sender));
    }

    /**
     * The open questions to a person, two at most: two are as good as many. Of somebody with more open challenges than can be
     * looked at, any two, so that nothing that names no question decides one.
     */
    List<ChallengeRecord> open(ChannelId channel, String sender, Set<Address> person) {
        Map<ChallengeId, ChallengeRecord> found = new LinkedHashMap<>();
        for (Address address : person) {
            for (String keyId : parts.keys().ring().states().keySet()) {
                List<ChallengeRecord> open = parts.store().findOpen(query(keyId, channel, sender, address), MOST + 1);
                boolean many = open.size() > MOST;
                for (ChallengeRecord challenge : open) {
                    if (found.size() < 2 && (many || asked(challenge, channel, sender))) {
                        found.put(challenge.id(), challenge);
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** A number is the same person on all channels of a route; a user id is somebody on its channel only. */
    private OpenQuery query(String keyId, ChannelId channel, String sender, Address address) {
        Instant now = parts.clock().instant();
        return address.kind() == Address.Kind.PHONE
                ? new OpenQuery.BySubject(subjectKey(keyId, channel, sender, address), now)
                : new OpenQuery.ByRecipient(recipientKey(keyId, channel, sender, address), channel, now);
    }

    private boolean asked(ChallengeRecord challenge, ChannelId channel, String sender) {
        if (challenge.messages().stream().noneMatch(message -> message.channel().equals(channel))) {
            return false;
        }
        Content content = ledger.content(challenge);
        return content.terms().question() && sentBy(content, channel, sender);
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
