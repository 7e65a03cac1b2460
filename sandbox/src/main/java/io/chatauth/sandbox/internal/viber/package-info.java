/** Viber Business Messages: its endpoints, its rules, its templates, its webhooks. */
@NullMarked
package io.chatauth.sandbox.internal.viber;

import org.jspecify.annotations.NullMarked;
