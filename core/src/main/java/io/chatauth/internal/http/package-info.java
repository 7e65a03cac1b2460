/** Requests on the wire: the HTTP client, its rules, and how error bodies are read. */
@NullMarked
package io.chatauth.internal.http;

import org.jspecify.annotations.NullMarked;
