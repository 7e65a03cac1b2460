/** What bounds senders, guessers and costs: exact counters in the shared state, coarse ones on each node. */
@NullMarked
package io.chatauth.internal.guard;

import org.jspecify.annotations.NullMarked;
