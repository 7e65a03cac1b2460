/** A bank that sends card activation instructions and log-in codes over WhatsApp. */
@NullMarked
package io.chatauth.samples.cardactivation;

import org.jspecify.annotations.NullMarked;
