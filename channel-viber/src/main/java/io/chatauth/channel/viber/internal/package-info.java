/** How Viber's capabilities, requests, answers, webhooks and templates look on Infobip's API. */
@NullMarked
package io.chatauth.channel.viber.internal;

import org.jspecify.annotations.NullMarked;
