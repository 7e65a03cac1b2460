/** The HTTP side that all channels share: routes, credentials, the record of requests, faults, error bodies. */
@NullMarked
package io.chatauth.sandbox.internal.server;

import org.jspecify.annotations.NullMarked;
