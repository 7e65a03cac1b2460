package io.chatauth.spi;

import io.chatauth.FlowId;

/**
 * Gives a flow. Found with {@link java.util.ServiceLoader}, or given to the builder; the same rules as for a
 * {@link ChannelProvider}.
 */
public interface AuthFlowProvider {
    /**
     * Names the flow.
     *
     * @return the id, always the same
     */
    FlowId id();

    /**
     * Makes the flow.
     *
     * @param context the flow's own options
     * @return a flow that is safe for use by many threads
     * @throws OptionException if an option is missing or malformed
     */
    AuthFlow create(FlowContext context);
}
