package io.chatauth.internal.subscription;

import io.chatauth.spi.WireRequest;
import io.chatauth.webhook.WebhookStep;
import java.util.Optional;

/**
 * A step together with the request that does it.
 *
 * @param step what people see
 * @param write the request; empty if there is nothing to write
 */
record Draft(WebhookStep step, Optional<WireRequest> write) {}
