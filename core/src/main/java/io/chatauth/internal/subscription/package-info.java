/** Sets up at Infobip what is needed for webhooks to arrive: security settings, profiles, subscriptions, inbound settings. */
@NullMarked
package io.chatauth.internal.subscription;

import org.jspecify.annotations.NullMarked;
