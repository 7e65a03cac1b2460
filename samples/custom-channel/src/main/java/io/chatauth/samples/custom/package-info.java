/** The channel {@code courier}: what an extension author writes. */
@NullMarked
package io.chatauth.samples.custom;

import org.jspecify.annotations.NullMarked;
