/**
 * Zalo as a channel of ChatAuth: approved templates to phone numbers, text to user ids in a conversation,
 * delivery reports.
 */
@NullMarked
package io.chatauth.channel.zalo;

import org.jspecify.annotations.NullMarked;
