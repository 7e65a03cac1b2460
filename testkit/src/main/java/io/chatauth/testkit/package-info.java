/** Contracts that stores and channels must pass, and sample values for tests. */
@NullMarked
package io.chatauth.testkit;

import org.jspecify.annotations.NullMarked;
