package io.chatauth.sandbox.internal.server;

import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on purpose.
 *
 * @param path the prefix of the paths it strikes
 * @param status the HTTP status to answer with instead of handling the request, or null
 * @param delayMs how long to hold the answer back, in milliseconds
 * @param drop whether the connection is closed without an answer
 * @param handled whether a dropped request is handled first, so that only its answer is lost
 * @param retryAfter the {@code Retry-After} header in seconds, or null for none
 * @param times how many requests it strikes
 */
public record Fault(
        String path,
        @Nullable Integer status,
        int delayMs,
        boolean drop,
        boolean handled,
        @Nullable Integer retryAfter,
        int times) {}
