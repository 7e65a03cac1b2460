/** What the sandbox sends to the application: reports and inbound messages, signed and retried. */
@NullMarked
package io.chatauth.sandbox.internal.webhook;

import org.jspecify.annotations.NullMarked;
