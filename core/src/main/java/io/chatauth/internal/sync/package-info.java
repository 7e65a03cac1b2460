/** Brings templates to an account: plans by reading, then writes what the plan says. */
@NullMarked
package io.chatauth.internal.sync;

import org.jspecify.annotations.NullMarked;
