/**
 * Viber as a channel of ChatAuth: free text with one button, lists of answers, registered templates,
 * delivery and seen reports.
 */
@NullMarked
package io.chatauth.channel.viber;

import org.jspecify.annotations.NullMarked;
