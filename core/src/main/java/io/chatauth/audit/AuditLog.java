package io.chatauth.audit;

import io.chatauth.event.ChatAuthEvent;
import io.chatauth.event.ChatAuthListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line for each event to the logger {@value #LOGGER}, at INFO: {@code event=challenge-ended at=… tenant=…}. The
 * format is stable: the event's name first, then its parts in their order, those that are there, as {@code key=value}. A value
 * is bare if it consists of ASCII letters, digits and {@code . _ : + * / @ , -}; else it stands in double quotes, where a
 * quote and a backslash have a backslash before them and everything but printable ASCII is written as four hexadecimal
 * digits after {@code \}{@code u}. So no value can begin a line or another key.
 *
 * <p>Numbers come masked, and long digits in texts of providers are masked here; codes and tokens are in no event. Events are
 * heard at most once and dropped when listeners are too slow: count them with {@code chatauth.events.dropped}. Give it to the
 * builder with {@code listener(new AuditLog())}, and keep what the logger writes where nobody can change it. Safe for use by
 * many threads.
 */
public final class AuditLog implements ChatAuthListener {
    /** The name of the logger. */
    public static final String LOGGER = "io.chatauth.audit";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    /** Begins to write, once it is given to a builder. */
    public AuditLog() {
        // Nothing to prepare; here for its Javadoc.
    }

    @Override
    public void on(ChatAuthEvent event) {
        if (LOG.isInfoEnabled()) {
            LOG.info("{}", AuditLine.of(event));
        }
    }
}
