/** What a listener hears: one type per thing that happened. */
@NullMarked
package io.chatauth.event;

import org.jspecify.annotations.NullMarked;
