/** WhatsApp: its endpoints, its rules, its templates, its webhooks. */
@NullMarked
package io.chatauth.sandbox.internal.whatsapp;

import org.jspecify.annotations.NullMarked;
