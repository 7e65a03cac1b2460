/** A flow of one's own: its request, its plan, its judgement and its templates. */
@NullMarked
package io.chatauth.samples.delivery;

import org.jspecify.annotations.NullMarked;
