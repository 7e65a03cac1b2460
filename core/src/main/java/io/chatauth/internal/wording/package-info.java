/** The words of the built-in templates, a class for each language. */
@NullMarked
package io.chatauth.internal.wording;

import org.jspecify.annotations.NullMarked;
