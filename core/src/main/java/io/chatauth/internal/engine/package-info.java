/** Owns secrets, persistence, attempts, expiry and limits: everything between a request and its decision. */
@NullMarked
package io.chatauth.internal.engine;

import org.jspecify.annotations.NullMarked;
