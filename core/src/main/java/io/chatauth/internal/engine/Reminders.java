package io.chatauth.internal.engine;

import io.chatauth.BusyException;
import io.chatauth.ChatAuthException;
import io.chatauth.ConsentWithdrawnException;
import io.chatauth.LimitReachedException;
import io.chatauth.StoreException;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Due;
import io.chatauth.store.DueKind;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the messages of open challenges again when it is time. What is due stands in the store, so a restart forgets none, and
 * one node does it. The {@code n}-th reminder is step {@code n} of the challenge.
 */
final class Reminders {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final int BATCH = 200;

    /** How long nobody else tries; what could not be sent is tried again then. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Parts parts;
    private final Ledger ledger;
    private final Resender resender;

    Reminders(Parts parts, Ledger ledger, Resender resender) {
        this.parts = parts;
        this.ledger = ledger;
        this.resender = resender;
    }

    /** One round; returns how many messages it handed to the dispatcher. */
    int run() {
        int sent = 0;
        List<Due> due;
        do {
            due = parts.store().claim(DueKind.STEP, parts.node(), parts.clock().instant(), LEASE, BATCH);
            for (Due work : due) {
                sent += remind(work.challenge()) ? 1 : 0;
            }
        } while (due.size() == BATCH);
        return sent;
    }

    private boolean remind(ChallengeRecord challenge) {
        Instant now = parts.clock().instant();
        if (Ledger.stateAt(challenge, now).ended()) {
            return false;
        }
        try {
            Content content = ledger.content(challenge);
            List<Duration> reminders = content.terms().reminders();
            int step = challenge.messages().stream()
                            .mapToInt(MessageRecord::step)
                            .max()
                            .orElse(0)
                    + 1;
            if (step > reminders.size()) {
                return false;
            }
            Optional<Instant> next =
                    step < reminders.size() ? Optional.of(now.plus(reminders.get(step))) : Optional.empty();
            return resender.send(challenge, content, new Resender.Again(step, 0, next), now)
                    .accepted()
                    .isPresent();
        } catch (ConsentWithdrawnException e) {
            LOG.info("Challenge {} ends, since the person wants no more messages", challenge.id());
            ledger.end(challenge.id(), new Transition.Cancel(now), now);
            return false;
        } catch (LimitReachedException | BusyException e) {
            LOG.info("A reminder of challenge {} waits: {}", challenge.id(), e.getMessage());
            return false;
        } catch (StoreException e) {
            throw e;
        } catch (ChatAuthException e) {
            LOG.error("A reminder of challenge {} can't be sent now: {}", challenge.id(), e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.error("A reminder of challenge {} can't be sent now", challenge.id(), e);
            return false;
        }
    }
}
