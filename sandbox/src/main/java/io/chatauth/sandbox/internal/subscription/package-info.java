/** Where the account's webhooks go: subscriptions, notification profiles, security settings, inbound configurations. */
@NullMarked
package io.chatauth.sandbox.internal.subscription;

import org.jspecify.annotations.NullMarked;
