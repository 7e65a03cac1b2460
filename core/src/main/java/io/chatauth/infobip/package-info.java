/** The account at Infobip: where its API is, and who asks. */
@NullMarked
package io.chatauth.infobip;

import org.jspecify.annotations.NullMarked;
