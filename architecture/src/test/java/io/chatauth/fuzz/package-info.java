/** Whatever anybody sends: nothing breaks but in the ways that are written down. */
package io.chatauth.fuzz;
