/** How Zalo's capabilities, requests, answers, webhooks and templates look on Infobip's API. */
@NullMarked
package io.chatauth.channel.zalo.internal;

import org.jspecify.annotations.NullMarked;
