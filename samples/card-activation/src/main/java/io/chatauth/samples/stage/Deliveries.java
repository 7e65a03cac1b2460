package io.chatauth.samples.stage;

import io.chatauth.MessageStatus;
import io.chatauth.Outcome;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.event.ChatAuthListener;
import io.chatauth.template.Approval;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Waits until the message of a challenge, or the review of a template, got so far. An event only says that it is worth asking
 * again; what counts is read from the store. Safe for use by many threads.
 */
public final class Deliveries implements ChatAuthListener {
    private final Lock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long moves;

    /** Hears of nothing yet. */
    public Deliveries() {}

    @Override
    public void on(ChatAuthEvent event) {
        if (event instanceof ChatAuthEvent.MessageMoved || event instanceof ChatAuthEvent.TemplateApprovalChanged) {
            lock.lock();
            try {
                moves++;
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Waits for a status.
     *
     * @param wanted the status
     * @param atMost how long
     * @param outcome asks for the challenge
     * @return the last message's status as soon as it is at least the wanted one or failed, or when the time is over
     */
    public Optional<MessageStatus> await(MessageStatus wanted, Duration atMost, Supplier<Optional<Outcome>> outcome) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            long before = moves();
            Optional<MessageStatus> status = outcome.get().map(Deliveries::last);
            boolean decided = status.isEmpty()
                    || status.get() == MessageStatus.FAILED
                    || status.get().compareTo(wanted) >= 0;
            if (decided || !nextMove(before, end)) {
                return status;
            }
        }
    }

    /**
     * Waits for a review. Nobody is asked.
     *
     * @param atMost how long
     * @param known looks up what is known
     * @return what is known of the template as soon as its review is over, or when the time is
     */
    public Approval awaitReview(Duration atMost, Supplier<Approval> known) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            long before = moves();
            Approval approval = known.get();
            if (approval.state() != Approval.State.PENDING || !nextMove(before, end)) {
                return approval;
            }
        }
    }

    private static MessageStatus last(Outcome outcome) {
        return outcome.messages().get(outcome.messages().size() - 1).status();
    }

    private long moves() {
        lock.lock();
        try {
            return moves;
        } finally {
            lock.unlock();
        }
    }

    private boolean nextMove(long before, long end) {
        lock.lock();
        try {
            while (moves == before) {
                long left = end - System.nanoTime();
                if (left <= 0 || !moved.await(left, TimeUnit.NANOSECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
