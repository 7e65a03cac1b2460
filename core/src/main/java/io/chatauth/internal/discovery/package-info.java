/** Finds providers, chooses among them, and says what became of each. */
@NullMarked
package io.chatauth.internal.discovery;

import org.jspecify.annotations.NullMarked;
