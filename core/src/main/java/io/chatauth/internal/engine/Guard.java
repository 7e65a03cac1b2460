package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.LimitReachedException;
import io.chatauth.StoreException;
import io.chatauth.Tenant;
import io.chatauth.event.ChatAuthEvent.LimitReached;
import io.chatauth.event.ChatAuthEvent.OperatorAlert;
import io.chatauth.store.SharedState.Counter;
import io.chatauth.store.SharedState.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what one recipient is sent and gets wrong, across challenges, channels and nodes. */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final Parts parts;
    private final AddressBook addresses;

    Guard(Parts parts, AddressBook addresses) {
        this.parts = parts;
        this.addresses = addresses;
    }

    /**
     * What a person is counted by: their look-up key under the key that is active now. Whoever is known to have a phone number
     * is counted by it, so that no limit is passed by writing to the user id.
     */
    String person(ChannelId channel, String sender, Address to) {
        return person(parts.keys().activeId(), channel, sender, to);
    }

    /** The same under a key that was chosen before. */
    String person(String keyId, ChannelId channel, String sender, Address to) {
        return Ledger.subjectKey(parts.keys(), keyId, channel, sender, number(channel, sender, to));
    }

    private Address number(ChannelId channel, String sender, Address to) {
        if (to.kind() == Address.Kind.PHONE) {
            return to;
        }
        try {
            return addresses.proven(channel, sender, to).stream()
                    .filter(other -> other.kind() == Address.Kind.PHONE)
                    .findFirst()
                    .orElse(to);
        } catch (StoreException e) {
            LOG.debug("Whether a user id of {} has a phone number can't be told: {}", channel, e.getMessage());
            return to;
        }
    }

    /** Counts a message, or throws. If the shared state can't be reached, nothing is issued: its exception goes on. */
    void countSend(Tenant tenant, String person, Optional<ChallengeId> challenge) {
        Tally tally = parts.state().add(sends(tenant, person), 1);
        if (!tally.added()) {
            tell(tenant, tally, challenge);
            throw new LimitReachedException();
        }
    }

    /** Takes a counted message back that was not made after all. */
    void takeBackSend(Tenant tenant, String person) {
        try {
            parts.state().takeBack(sends(tenant, person), 1);
        } catch (StoreException e) {
            LOG.warn("A message that was not sent stays counted: {}", e.getMessage());
        }
    }

    /**
     * Reserves one failure before an answer is compared. If the shared state can't be reached, the limit per challenge alone
     * holds, and the operator is told.
     */
    boolean reserveFailure(Tenant tenant, String person, ChallengeId challenge) {
        try {
            Tally tally = parts.state().add(failures(tenant, person), 1);
            if (!tally.added()) {
                tell(tenant, tally, Optional.of(challenge));
            }
            return tally.added();
        } catch (StoreException e) {
            LOG.error("Wrong answers are limited per challenge only: {}", e.getMessage());
            parts.events()
                    .tell(new OperatorAlert(
                            parts.clock().instant(),
                            "the shared state can't be reached; wrong answers are limited per challenge only"));
            return true;
        }
    }

    /** Gives the reserved failure back, because the answer was right. */
    void takeBackFailure(Tenant tenant, String person) {
        try {
            parts.state().takeBack(failures(tenant, person), 1);
        } catch (StoreException e) {
            LOG.warn("A right answer stays counted as a failure: {}", e.getMessage());
        }
    }

    private List<Counter> sends(Tenant tenant, String person) {
        String key = tenant + ":" + person;
        return List.of(
                new Counter(
                        "sends-per-recipient-10m:" + key,
                        Duration.ofMinutes(10),
                        parts.limits().sendsPerRecipient10Minutes()),
                new Counter(
                        "sends-per-recipient-24h:" + key,
                        Duration.ofHours(24),
                        parts.limits().sendsPerRecipient24Hours()));
    }

    private List<Counter> failures(Tenant tenant, String person) {
        return List.of(new Counter(
                "failures-per-recipient-24h:" + tenant + ":" + person,
                Duration.ofHours(24),
                parts.limits().failuresPerRecipient24Hours()));
    }

    private void tell(Tenant tenant, Tally tally, Optional<ChallengeId> challenge) {
        String key = tally.refusedBy().map(Counter::key).orElse("");
        String limit = key.substring(0, Math.max(0, key.indexOf(':')));
        LOG.warn("The limit {} of tenant {} was reached", limit, tenant);
        parts.events().tell(new LimitReached(parts.clock().instant(), tenant, limit, challenge));
    }
}
