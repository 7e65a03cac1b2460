package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.Consent;
import io.chatauth.Consent.Source;
import io.chatauth.Consent.State;
import io.chatauth.ConsentWithdrawnException;
import io.chatauth.Tenant;
import io.chatauth.event.ChatAuthEvent.ConsentGiven;
import io.chatauth.event.ChatAuthEvent.ConsentWithdrawn;
import io.chatauth.internal.reply.StopWords;
import io.chatauth.internal.reply.StopWords.Wish;
import io.chatauth.spi.Channel;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.Transition;
import io.chatauth.webhook.InboundEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes in what people and the application say about getting messages, and does what follows from it. */
public final class ConsentDesk {
    private static final int MOST = 100;

    /** The form of an address does not depend on its channel; only errors name it. */
    private static final ChannelId ANY = ChannelId.of("any");

    private final Parts parts;
    private final Ledger ledger;
    private final Postbox postbox;
    private final AddressBook addresses;
    private final ConsentBook book;

    ConsentDesk(Parts parts, Ledger ledger, Postbox postbox, AddressBook addresses, ConsentBook book) {
        this.parts = parts;
        this.ledger = ledger;
        this.postbox = postbox;
        this.addresses = addresses;
        this.book = book;
    }

    public List<Consent> list(Tenant tenant, Address address) {
        return book.list(tenant, parts.recipients().known(address, ANY));
    }

    public void withdraw(Tenant tenant, ChannelId channel, String sender, Address address) {
        withdraw(Optional.of(tenant), channel, sender, person(channel, sender, address), Source.APPLICATION);
    }

    public void restore(Tenant tenant, ChannelId channel, String sender, Address address) {
        give(
                Optional.of(tenant),
                channel,
                sender,
                person(channel, sender, address),
                Source.APPLICATION,
                Optional.empty());
    }

    /**
     * Reads a text that wishes no more messages, or messages again.
     *
     * @param person all proven addresses of the person, the one that wrote first
     * @return whether it was one, so that it is nothing else
     */
    boolean heard(ChannelId channel, InboundEvent.Reply reply, Set<Address> person) {
        boolean bound = reply.payload().flatMap(AnswerToken::challenge).isPresent();
        Optional<Wish> wish = bound ? Optional.empty() : reply.text().flatMap(StopWords::read);
        if (wish.isEmpty()) {
            keepTogether(channel, reply.to(), person);
            return false;
        }
        if (wish.get() == Wish.STOP) {
            withdraw(Optional.empty(), channel, reply.to(), person, Source.WORD);
            return true;
        }
        boolean withdrawn = person.stream().anyMatch(address -> book.withdrawn(channel, reply.to(), address));
        if (withdrawn) {
            give(Optional.empty(), channel, reply.to(), person, Source.WORD, Optional.empty());
        }
        return withdrawn;
    }

    /** Writes down that a person agreed, as the session that started confirmed. */
    void optedIn(ChallengeRecord challenge, String sender, Address address) {
        give(
                Optional.of(challenge.tenant()),
                challenge.channel(),
                sender,
                person(challenge.channel(), sender, address),
                Source.OPT_IN,
                Optional.of(challenge.id()));
    }

    /** Throws if the person wants no more messages. */
    void require(ChannelId channel, String sender, Address to) {
        if (book.withdrawn(channel, sender, to)) {
            throw new ConsentWithdrawnException(channel, sender);
        }
    }

    /** What one address of a person said holds for those that are learned later. */
    private void keepTogether(ChannelId channel, String sender, Set<Address> person) {
        if (person.size() > 1) {
            List<Address> withdrawn = person.stream()
                    .filter(address -> book.withdrawn(channel, sender, address))
                    .toList();
            if (!withdrawn.isEmpty() && withdrawn.size() < person.size()) {
                withdraw(Optional.empty(), channel, sender, person, Source.WORD);
            }
        }
    }

    private void withdraw(
            Optional<Tenant> tenant, ChannelId channel, String sender, Set<Address> person, Source source) {
        Instant now = parts.clock().instant();
        Consent said = new Consent(channel, sender, State.WITHDRAWN, now, source, Optional.empty());
        boolean news = book.withdraw(new ConsentBook.Entry(said, tenant), person);
        endNotices(channel, sender, person, now);
        if (news) {
            Address first = person.iterator().next();
            parts.events().tell(new ConsentWithdrawn(now, tenant, channel, sender, first.masked(), source));
        }
    }

    private void give(
            Optional<Tenant> tenant,
            ChannelId channel,
            String sender,
            Set<Address> person,
            Source source,
            Optional<ChallengeId> challenge) {
        Instant now = parts.clock().instant();
        Consent said = new Consent(channel, sender, State.GIVEN, now, source, challenge);
        book.give(new ConsentBook.Entry(said, tenant), person);
        Address first = person.iterator().next();
        parts.events().tell(new ConsentGiven(now, tenant, channel, sender, first.masked(), source, challenge));
    }

    /** What only informs has no sense any more; what is asked may still be answered, and sends nothing. */
    private void endNotices(ChannelId channel, String sender, Collection<Address> person, Instant now) {
        for (Address address : person) {
            for (String keyId : parts.keys().ring().states().keySet()) {
                String key = Questions.recipientKey(parts.keys(), keyId, channel, sender, address);
                for (ChallengeRecord challenge :
                        parts.store().findOpen(new OpenQuery.ByRecipient(key, channel, now), MOST)) {
                    postbox.forget(challenge);
                    if (ledger.content(challenge).informs()) {
                        ledger.end(challenge.id(), new Transition.Cancel(now), now);
                    }
                }
            }
        }
    }

    private Set<Address> person(ChannelId channel, String sender, Address address) {
        Channel unused = parts.channels().apply(channel);
        Address one = parts.recipients().known(address, channel);
        Set<Address> person = new LinkedHashSet<>(List.of(one));
        person.addAll(addresses.proven(channel, sender, one));
        return person;
    }
}
