package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.ChannelId;
import io.chatauth.KnownAddress.How;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.webhook.InboundEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where what people write comes in: each message once, however often and to however many nodes it is posted. A message is
 * marked before it is taken in, for as long as that may take, and marked as done afterwards; so none is lost if a node dies
 * in between, and none is taken in twice.
 */
final class Inbox {
    /** How long one message may take; afterwards another node may take it in. The provider comes back after a minute. */
    private static final Duration TAKING = Duration.ofSeconds(30);

    /** Longer than a provider goes on posting a message that nobody took. */
    private static final Duration DONE = Duration.ofDays(3);

    private static final String MARK_TAKING = "taking";
    private static final String MARK_DONE = "done";

    private final Parts parts;
    private final AddressBook addresses;
    private final Windows windows;
    private final Replies replies;
    private final ConsentDesk consents;
    private final Invitations invitations;

    Inbox(
            Parts parts,
            AddressBook addresses,
            Windows windows,
            Replies replies,
            ConsentDesk consents,
            Invitations invitations) {
        this.parts = parts;
        this.addresses = addresses;
        this.windows = windows;
        this.replies = replies;
        this.consents = consents;
        this.invitations = invitations;
    }

    /**
     * Takes in a reply.
     *
     * @return false if it is just being taken in elsewhere, so that nobody knows yet whether that succeeds
     */
    boolean take(ChannelId channel, InboundEvent.Reply reply) {
        return once(channel, "reply", reply.messageId(), () -> {
            Address from = parts.recipients().known(reply.from(), channel);
            Set<Address> aliases =
                    learn(channel, reply.to(), from, reply.details().aliases());
            Set<Address> person = new LinkedHashSet<>(List.of(from));
            person.addAll(aliases);
            person.addAll(addresses.proven(channel, reply.to(), from));
            windows.opened(
                    channel, parts.channels().apply(channel).capabilities(), reply.to(), person, reply.receivedAt());
            tell(new ChatAuthEvent.Replied(
                    now(),
                    channel,
                    reply.to(),
                    from.masked(),
                    reply.payload().isPresent(),
                    reply.quotedId().isPresent()));
            if (!consents.heard(channel, reply, person)) {
                Optional<Answer> unused =
                        replies.take(channel, reply, from, person).or(() -> invitations.take(channel, reply, from));
            }
        });
    }

    /** Takes in an address from a form; false as for a reply. */
    boolean take(ChannelId channel, InboundEvent.AddressClaimed claim) {
        return once(channel, "claim", claim.messageId(), () -> {
            Address from = parts.recipients().known(claim.from(), channel);
            Address claimed = parts.recipients().known(claim.claimed(), channel);
            learn(channel, claim.to(), from, claimed, How.CLAIMED);
        });
    }

    /** Forgets what an account that moved was known by, and its windows; false as for a reply. */
    boolean take(ChannelId channel, InboundEvent.IdentityChanged change) {
        Address who = parts.recipients().known(change.who(), channel);
        String id = who.value() + " " + change.at().map(Instant::toString).orElse("");
        return once(channel, "identity", id, () -> {
            change.to().ifPresent(sender -> {
                Set<Address> person = new LinkedHashSet<>(List.of(who));
                change.aliases().forEach(alias -> person.add(parts.recipients().known(alias, channel)));
                for (Address address : person) {
                    addresses.forget(channel, sender, address);
                    windows.close(channel, sender, address);
                }
            });
            tell(new ChatAuthEvent.IdentityChanged(now(), channel, who.masked()));
        });
    }

    private Set<Address> learn(ChannelId channel, String sender, Address from, Set<Address> aliases) {
        Set<Address> others = new LinkedHashSet<>();
        for (Address alias : aliases) {
            Address other = parts.recipients().known(alias, channel);
            if (!other.equals(from)) {
                others.add(other);
                learn(channel, sender, from, other, How.PROVEN);
            }
        }
        return others;
    }

    private void learn(ChannelId channel, String sender, Address from, Address other, How how) {
        if (addresses.learn(channel, sender, from, other, how)) {
            tell(new ChatAuthEvent.AddressLearned(now(), channel, sender, from.masked(), other.masked(), how));
        }
    }

    /** The provider's ids may hold phone numbers, so they are looked up by keyed indexes. */
    private boolean once(ChannelId channel, String kind, String id, Runnable work) {
        List<String> marks = parts.keys().indexUnderAll("inbound", channel.value(), kind, id).stream()
                .map(index -> "inbound:" + index)
                .toList();
        for (String older : marks.subList(1, marks.size())) {
            if (parts.state().get(older).isPresent()) {
                return true;
            }
        }
        String mark = marks.get(0);
        if (!parts.state().putIfAbsent(mark, MARK_TAKING, TAKING)) {
            return parts.state().get(mark).filter(MARK_DONE::equals).isPresent();
        }
        boolean done = false;
        try {
            work.run();
            parts.state().put(mark, MARK_DONE, DONE);
            done = true;
            return true;
        } finally {
            if (!done) {
                parts.state().remove(mark, MARK_TAKING);
            }
        }
    }

    private Instant now() {
        return parts.clock().instant();
    }

    private void tell(ChatAuthEvent event) {
        parts.events().tell(event);
    }
}
