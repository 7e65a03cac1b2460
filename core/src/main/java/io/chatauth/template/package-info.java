/** Templates, what channels can show, and the adaptation of the one to the other. */
@NullMarked
package io.chatauth.template;

import org.jspecify.annotations.NullMarked;
