/** The options, where their values come from, and what the engine is started with. */
@NullMarked
package io.chatauth.internal.config;

import org.jspecify.annotations.NullMarked;
