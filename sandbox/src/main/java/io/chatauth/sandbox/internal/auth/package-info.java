/** The account's sessions and access tokens. */
@NullMarked
package io.chatauth.sandbox.internal.auth;

import org.jspecify.annotations.NullMarked;
