/** A bank on the web that knows its customers by the chat apps they use. */
@NullMarked
package io.chatauth.samples.bank;

import org.jspecify.annotations.NullMarked;
