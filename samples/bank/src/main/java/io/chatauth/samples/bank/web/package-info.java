/** The bank's web pages. */
@NullMarked
package io.chatauth.samples.bank.web;

import org.jspecify.annotations.NullMarked;
