/** LINE as a channel of ChatAuth: official notifications with text and links, delivery reports, no answers. */
@NullMarked
package io.chatauth.channel.line;

import org.jspecify.annotations.NullMarked;
