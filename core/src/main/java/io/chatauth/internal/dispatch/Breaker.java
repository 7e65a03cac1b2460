package io.chatauth.internal.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a failing endpoint alone: opens when half of the last 50 requests (at least 20) failed, and after a while lets one
 * through to see. Not safe for use by many threads; its lane guards it.
 */
final class Breaker {
    private static final int WINDOW = 50;
    private static final int MINIMUM = 20;

    private enum State {
        CLOSED,
        OPEN,
        PROBING
    }

    /** What a result changed. */
    enum Change {
        NONE,
        OPENED,
        CLOSED
    }

    private final Duration openFor;
    private final boolean[] failed = new boolean[WINDOW];
    private int next;
    private int count;
    private int failures;
    private State state = State.CLOSED;
    private Instant openUntil = Instant.MIN;

    Breaker(Duration openFor) {
        this.openFor = openFor;
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    boolean isProbing() {
        return state == State.PROBING;
    }

    Instant openUntil() {
        return openUntil;
    }

    /** Asks for one request. True while closed; once for each probe. */
    boolean tryPass(Instant now) {
        if (state == State.OPEN && !now.isBefore(openUntil)) {
            state = State.PROBING;
            return true;
        }
        return state == State.CLOSED;
    }

    /** The probe ended without having asked the endpoint: the next request is the probe. */
    void probeUnused() {
        if (state == State.PROBING) {
            state = State.OPEN;
        }
    }

    Change record(boolean failure, boolean probe, Instant now) {
        if (state == State.PROBING && probe) {
            clear();
            if (failure) {
                open(now);
                return Change.OPENED;
            }
            state = State.CLOSED;
            return Change.CLOSED;
        }
        if (state != State.CLOSED) {
            return Change.NONE;
        }
        if (count == WINDOW) {
            failures -= failed[next] ? 1 : 0;
        } else {
            count++;
        }
        failed[next] = failure;
        failures += failure ? 1 : 0;
        next = (next + 1) % WINDOW;
        if (failure && count >= MINIMUM && failures * 2 >= count) {
            clear();
            open(now);
            return Change.OPENED;
        }
        return Change.NONE;
    }

    private void open(Instant now) {
        state = State.OPEN;
        openUntil = now.plus(openFor);
    }

    private void clear() {
        next = 0;
        count = 0;
        failures = 0;
    }
}
