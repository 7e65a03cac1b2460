package io.chatauth.internal.discovery;

import java.util.Optional;

/**
 * A provider that could not be loaded.
 *
 * @param type the name of its class, as far as it can be known
 * @param location where it was declared, as far as it can be known
 * @param reason what happened
 */
record Failure(Optional<String> type, Optional<String> location, String reason) {}
