/** The phones page and its live events. */
@NullMarked
package io.chatauth.sandbox.internal.phones;

import org.jspecify.annotations.NullMarked;
