/** A local Infobip to develop and test against: start it, use its address as the base URL, look at the phones. */
@NullMarked
package io.chatauth.sandbox;

import org.jspecify.annotations.NullMarked;
