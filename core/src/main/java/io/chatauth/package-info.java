/** The facade and the values that every caller sees. */
@NullMarked
package io.chatauth;

import org.jspecify.annotations.NullMarked;
