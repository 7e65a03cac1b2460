/** The two store interfaces, their values, and the stores in memory. */
@NullMarked
package io.chatauth.store;

import org.jspecify.annotations.NullMarked;
