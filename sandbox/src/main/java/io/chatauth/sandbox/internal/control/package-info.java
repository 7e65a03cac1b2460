/** The control API under /_sandbox, with which tests and the phones page drive the sandbox. */
@NullMarked
package io.chatauth.sandbox.internal.control;

import org.jspecify.annotations.NullMarked;
