/** Zalo: its endpoints, its rules, its templates, its webhooks. */
@NullMarked
package io.chatauth.sandbox.internal.zalo;

import org.jspecify.annotations.NullMarked;
