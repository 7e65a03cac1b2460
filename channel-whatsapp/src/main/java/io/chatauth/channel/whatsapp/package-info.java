/** WhatsApp as a channel of ChatAuth: approved templates, quick replies, delivery and seen reports. */
@NullMarked
package io.chatauth.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
