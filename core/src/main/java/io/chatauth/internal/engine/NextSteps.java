package io.chatauth.internal.engine;

import io.chatauth.BusyException;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
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
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what open challenges do next by themselves: goes on to the next step of a route, and reminds. What is due stands in the
 * store, so a restart forgets none; whoever looks first does it, and the store lets a step begin once.
 */
final class NextSteps {
    private static final Logger LOG = LoggerFactory.getLogger(NextSteps.class);
    private static final int BATCH = 200;

    /** For how long nobody else looks at what this node claimed. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** After how long a step is tried again that a limit or a full queue held up. */
    private static final Duration LATER = Duration.ofSeconds(10);

    /** The same for a reminder, which is not urgent. */
    private static final Duration MUCH_LATER = Duration.ofMinutes(10);

    /** Clocks and timers don't agree to the millisecond. */
    private static final Duration A_LITTLE = Duration.ofMillis(20);

    private final Parts parts;
    private final Ledger ledger;
    private final Resender resender;
    private final Progress progress;
    private final BiConsumer<Duration, Runnable> alarm;

    /** Makes one; {@code alarm} runs a task after a while, or not at all if this node closes before. */
    NextSteps(Parts parts, Ledger ledger, Resender resender, Progress progress, BiConsumer<Duration, Runnable> alarm) {
        this.parts = parts;
        this.ledger = ledger;
        this.resender = resender;
        this.progress = progress;
        this.alarm = alarm;
    }

    /** One round over all that is due; returns how many messages it handed to the dispatcher. */
    int run() {
        int sent = 0;
        List<Due> due;
        do {
            due = parts.store().claim(DueKind.STEP, parts.node(), parts.clock().instant(), LEASE, BATCH);
            for (Due work : due) {
                sent += act(work.challenge()) ? 1 : 0;
            }
        } while (due.size() == BATCH);
        return sent;
    }

    /** Looks at a challenge of a route when its next step is due, and not only when the next round comes. */
    void expect(ChallengeId id, Optional<Instant> nextStepAt) {
        nextStepAt.ifPresent(at -> alarm.accept(
                Duration.between(parts.clock().instant(), at).plus(A_LITTLE),
                () -> parts.store().find(id).ifPresent(this::act)));
    }

    /** After a message failed; tells whether another one goes out instead, now or when there is room. */
    boolean failed(ChallengeRecord challenge) {
        try {
            int last = ledger.content(challenge).legs().size() - 1;
            return last > 0
                    && (act(challenge)
                            || parts.store()
                                    .find(challenge.id())
                                    .filter(after -> after.nextStepAt().isPresent()
                                            && Ledger.lastMessage(after).step() < last)
                                    .isPresent());
        } catch (StoreException e) {
            LOG.warn("The next step of challenge {} waits for its time: {}", challenge.id(), e.getMessage());
            return true;
        } catch (ChatAuthException e) {
            LOG.error("What challenge {} does next can't be told now: {}", challenge.id(), e.getMessage());
            return false;
        }
    }

    /** Does what is to be done; tells whether a message went to the dispatcher. */
    private boolean act(ChallengeRecord challenge) {
        Instant now = parts.clock().instant();
        if (Ledger.stateAt(challenge, now).ended() || challenge.messages().isEmpty()) {
            return false;
        }
        try {
            Content content = ledger.content(challenge);
            Agenda.Task task = Agenda.of(
                    challenge,
                    content,
                    message -> progress.of(challenge, now).apply(message).status(),
                    now);
            if (task instanceof Agenda.Escalate go) {
                return escalate(challenge, content, go.step(), now);
            } else if (task instanceof Agenda.Remind remind) {
                return remind(challenge, content, remind, now);
            }
            look(challenge, ((Agenda.Wait) task).until(), now);
            return false;
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("What challenge {} does next can't be told now", challenge.id(), e);
            return false;
        }
    }

    /** Sends the first step from here on that can be sent. */
    private boolean escalate(ChallengeRecord challenge, Content content, int first, Instant now) {
        for (int step = first; step < content.legs().size(); step++) {
            ChannelId channel = content.legs().get(step).channel();
            Optional<Instant> next = Agenda.after(challenge, content, step, now);
            try {
                Resender.Sent sent = resender.send(challenge, content, new Resender.Again(channel, step, 0, next), now);
                if (sent.accepted().isPresent()) {
                    expect(challenge.id(), next);
                    return true;
                }
                stop(sent.applied().challenge(), step, now);
                return false;
            } catch (LimitReachedException | BusyException e) {
                LOG.info("Step {} of challenge {} waits: {}", step, challenge.id(), e.getMessage());
                look(challenge, Optional.of(now.plus(LATER)), now);
                return false;
            } catch (StoreException e) {
                throw e;
            } catch (ConsentWithdrawnException e) {
                LOG.info("Challenge {} passes {} over: {}", challenge.id(), channel, e.getMessage());
            } catch (ChatAuthException e) {
                LOG.error("Challenge {} passes {} over: {}", challenge.id(), channel, e.getMessage());
            }
        }
        look(challenge, Agenda.after(challenge, content, content.legs().size(), now), now);
        return false;
    }

    /** Nobody looks again at a challenge that may not be sent any further; another node's step says itself when to look. */
    private void stop(Optional<ChallengeRecord> after, int step, Instant now) {
        after.filter(challenge -> !Ledger.stateAt(challenge, now).ended())
                .filter(challenge -> challenge.messages().stream()
                        .mapToInt(MessageRecord::step)
                        .allMatch(sent -> sent < step))
                .ifPresent(challenge -> look(challenge, Optional.empty(), now));
    }

    private boolean remind(ChallengeRecord challenge, Content content, Agenda.Remind remind, Instant now) {
        ChannelId channel = Ledger.lastMessage(challenge).channel();
        try {
            return resender.send(challenge, content, new Resender.Again(channel, remind.step(), 0, remind.next()), now)
                    .accepted()
                    .isPresent();
        } catch (ConsentWithdrawnException e) {
            LOG.info("Challenge {} ends, since the person wants no more messages", challenge.id());
            ledger.end(challenge.id(), new Transition.Cancel(now), now);
            return false;
        } catch (LimitReachedException | BusyException e) {
            LOG.info("A reminder of challenge {} waits: {}", challenge.id(), e.getMessage());
        } catch (StoreException e) {
            throw e;
        } catch (ChatAuthException e) {
            LOG.error("A reminder of challenge {} can't be sent now: {}", challenge.id(), e.getMessage());
        }
        look(challenge, Optional.of(now.plus(MUCH_LATER)), now);
        return false;
    }

    private void look(ChallengeRecord challenge, Optional<Instant> next, Instant now) {
        if (!next.equals(challenge.nextStepAt())) {
            parts.store().apply(challenge.id(), new Transition.NextStep(now, next));
        }
    }
}
