/** LINE Official Notification: its endpoint, its rules, its declared layouts. */
@NullMarked
package io.chatauth.sandbox.internal.line;

import org.jspecify.annotations.NullMarked;
