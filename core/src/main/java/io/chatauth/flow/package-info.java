/** The built-in flows and their request builders. */
@NullMarked
package io.chatauth.flow;

import org.jspecify.annotations.NullMarked;
