/** Keys and what is derived with them: codes, tokens, look-up keys, sealed payloads. */
@NullMarked
package io.chatauth.internal.key;

import org.jspecify.annotations.NullMarked;
