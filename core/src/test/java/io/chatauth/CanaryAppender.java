package io.chatauth;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;

/** Takes every log line of the test run; named in {@code logback-test.xml}. */
@SuppressWarnings("exports") // only tests are compiled with it
public final class CanaryAppender extends AppenderBase<ILoggingEvent> {
    /** For the logging library. */
    public CanaryAppender() {
        Canary.begin();
    }

    @Override
    protected void append(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(event.getLoggerName())
                .append(' ')
                .append(event.getThreadName())
                .append(' ')
                .append(event.getFormattedMessage());
        for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
            line.append(' ').append(thrown.getMessage());
        }
        Canary.seen("LOG", line.toString());
    }
}
