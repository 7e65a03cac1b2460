/** What people write back, and what they are told when it does not count. */
@NullMarked
package io.chatauth.internal.reply;

import org.jspecify.annotations.NullMarked;
