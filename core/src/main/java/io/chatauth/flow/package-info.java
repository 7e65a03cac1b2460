/** The built-in flows, their request builders and their templates. */
@NullMarked
package io.chatauth.flow;

import org.jspecify.annotations.NullMarked;
