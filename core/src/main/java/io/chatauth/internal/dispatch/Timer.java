package io.chatauth.internal.dispatch;

import java.time.Duration;

/** Runs short tasks later, one at a time. Tests bring their own and move the time by hand. */
interface Timer extends AutoCloseable {
    void after(Duration delay, Runnable task);

    @Override
    void close();
}
