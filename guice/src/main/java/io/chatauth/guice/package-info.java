/** The same wiring as the builder's, for a Guice injector. */
@NullMarked
package io.chatauth.guice;

import org.jspecify.annotations.NullMarked;
