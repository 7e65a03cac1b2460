/** What can be decided before anything is connected: by the name of a host, by the settings of the process. */
@NullMarked
package io.chatauth.internal.net;

import org.jspecify.annotations.NullMarked;
