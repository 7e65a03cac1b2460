/** How the sandbox is put together. */
@NullMarked
package io.chatauth.sandbox.internal;

import org.jspecify.annotations.NullMarked;
