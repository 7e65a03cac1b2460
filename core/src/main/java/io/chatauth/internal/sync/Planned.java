package io.chatauth.internal.sync;

import io.chatauth.internal.engine.LocalTemplate;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.template.sync.PlannedStep;
import java.util.Optional;

/**
 * A step with what is needed to do it.
 *
 * @param step the step, as people see it
 * @param local the template here; empty if the channel can't show it
 * @param before the registered template, if there is one
 */
public record Planned(PlannedStep step, Optional<LocalTemplate> local, Optional<RegisteredTemplate> before) {}
