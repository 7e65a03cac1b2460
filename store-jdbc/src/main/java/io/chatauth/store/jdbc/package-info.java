/** One store for challenges and shared state, in a file of this machine or in PostgreSQL. */
@NullMarked
package io.chatauth.store.jdbc;

import org.jspecify.annotations.NullMarked;
