/** Holds the sandbox's traffic against a copy of Infobip's OpenAPI documents, where one is at hand. */
@NullMarked
package io.chatauth.sandbox.internal.contract;

import org.jspecify.annotations.NullMarked;
