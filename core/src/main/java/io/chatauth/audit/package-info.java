/** A line for each event, for the log that is kept. */
@NullMarked
package io.chatauth.audit;

import org.jspecify.annotations.NullMarked;
