/** How texts are shown to people: masked, cleaned. */
@NullMarked
package io.chatauth.internal.text;

import org.jspecify.annotations.NullMarked;
