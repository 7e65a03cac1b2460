package io.chatauth.internal.guard;

import io.chatauth.store.SharedState.Counter;

/**
 * A counter and the limit that it is for.
 *
 * @param limit the limit
 * @param counter the counter
 */
record Counted(Limit limit, Counter counter) {}
