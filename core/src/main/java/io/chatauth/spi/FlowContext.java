package io.chatauth.spi;

import java.util.Objects;

/**
 * What a flow is made from.
 *
 * @param options the flow's options, {@code chatauth.flow.<id>.<option>}
 */
public record FlowContext(Options options) {
    /** Checks that there are options. */
    public FlowContext {
        Objects.requireNonNull(options, "options");
    }
}
