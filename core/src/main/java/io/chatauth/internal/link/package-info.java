/** What is configured about links: where their page is, and where it may send people on. */
@NullMarked
package io.chatauth.internal.link;

import org.jspecify.annotations.NullMarked;
