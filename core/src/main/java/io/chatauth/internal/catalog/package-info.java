/** The templates there are, and which of them answers a wish. */
@NullMarked
package io.chatauth.internal.catalog;

import org.jspecify.annotations.NullMarked;
