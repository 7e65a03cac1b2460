/** What was sent and answered: stored messages, their way from accepted to seen, and the replies of the person. */
@NullMarked
package io.chatauth.sandbox.internal.message;

import org.jspecify.annotations.NullMarked;
