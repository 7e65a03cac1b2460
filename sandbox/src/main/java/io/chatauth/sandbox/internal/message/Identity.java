package io.chatauth.sandbox.internal.message;

import java.time.Instant;

/**
 * A person's account on a device.
 *
 * @param hash what tells it from the one before
 * @param since when the account moved there
 */
public record Identity(String hash, Instant since) {}
