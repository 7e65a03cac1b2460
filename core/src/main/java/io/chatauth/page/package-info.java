/** The pages behind links, as a team may draw them itself. */
@NullMarked
package io.chatauth.page;

import org.jspecify.annotations.NullMarked;
