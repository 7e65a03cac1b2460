/** One canonical form for every phone number and user id. */
@NullMarked
package io.chatauth.internal.address;

import org.jspecify.annotations.NullMarked;
