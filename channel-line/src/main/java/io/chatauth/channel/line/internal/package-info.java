/** How LINE's capabilities, requests, answers and webhooks look on Infobip's API. */
@NullMarked
package io.chatauth.channel.line.internal;

import org.jspecify.annotations.NullMarked;
