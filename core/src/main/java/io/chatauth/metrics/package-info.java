/** Counts events for those who have Micrometer. */
@NullMarked
package io.chatauth.metrics;

import org.jspecify.annotations.NullMarked;
