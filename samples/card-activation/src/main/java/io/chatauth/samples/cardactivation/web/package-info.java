/** The bank's web pages. */
@NullMarked
package io.chatauth.samples.cardactivation.web;

import org.jspecify.annotations.NullMarked;
