package io.chatauth.internal.dispatch;

import java.time.Duration;

/** What the sender asks the dispatcher to do. */
interface Desk {
    boolean isClosed();

    /** Sends the batch again after a while, without holding a thread or a slot meanwhile. */
    void later(Lane lane, Batch batch, Duration delay);

    /** Looks after a while whether the lane can go on. */
    void wake(Lane lane, Duration delay);
}
