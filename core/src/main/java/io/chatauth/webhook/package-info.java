/** What comes back: delivery reports, seen reports and what people write. */
@NullMarked
package io.chatauth.webhook;

import org.jspecify.annotations.NullMarked;
