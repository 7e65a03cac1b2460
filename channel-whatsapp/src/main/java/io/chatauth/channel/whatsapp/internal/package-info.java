/** How WhatsApp's capabilities, requests, answers, webhooks and templates look on Infobip's API. */
@NullMarked
package io.chatauth.channel.whatsapp.internal;

import org.jspecify.annotations.NullMarked;
