/** How messages leave: slots, batches, retries, deadlines and the breaker of an endpoint. */
@NullMarked
package io.chatauth.internal.dispatch;

import org.jspecify.annotations.NullMarked;
