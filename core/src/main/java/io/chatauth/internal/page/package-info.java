/** Shows the pages behind links and takes what is pressed there. */
@NullMarked
package io.chatauth.internal.page;

import org.jspecify.annotations.NullMarked;
