/** The rules of the house, held against the compiled classes and the built jars of all modules. */
@NullMarked
package io.chatauth.architecture;

import org.jspecify.annotations.NullMarked;
