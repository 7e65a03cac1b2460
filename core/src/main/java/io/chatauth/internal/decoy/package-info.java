/** Challenges that look like any other and send nothing. */
@NullMarked
package io.chatauth.internal.decoy;

import org.jspecify.annotations.NullMarked;
