/** A store in Redis: challenges and shared state for many machines, fast, with a weaker promise than a database's. */
@NullMarked
package io.chatauth.store.redis;

import org.jspecify.annotations.NullMarked;
