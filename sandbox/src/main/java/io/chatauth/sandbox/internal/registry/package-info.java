/** Templates that were registered over the API or declared to the sandbox, for every channel but WhatsApp. */
@NullMarked
package io.chatauth.sandbox.internal.registry;

import org.jspecify.annotations.NullMarked;
