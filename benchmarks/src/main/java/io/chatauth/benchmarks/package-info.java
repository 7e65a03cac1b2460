/** Programs that measure ChatAuth beside others, in one run on one machine. */
@NullMarked
package io.chatauth.benchmarks;

import org.jspecify.annotations.NullMarked;
