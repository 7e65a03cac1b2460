package io.chatauth.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the stub server did since it was started.
 *
 * @param requests requests to send, answered with 200
 * @param messages messages in them
 * @param cpuNanos CPU time of its process
 */
record StubStats(long requests, long messages, long cpuNanos) {
    private static final Pattern JSON =
            Pattern.compile("\\{\"requests\":(\\d+),\"messages\":(\\d+),\"cpuNanos\":(\\d+)}");

    /** Asks a stub server. */
    static StubStats of(URI stub) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(stub.resolve("/stats").toURL().openStream(), UTF_8))) {
            String text = in.readLine();
            Matcher matcher = JSON.matcher(String.valueOf(text));
            if (!matcher.matches()) {
                throw new IOException("the stub server's statistics are not readable: " + text);
            }
            return new StubStats(
                    Long.parseLong(matcher.group(1)),
                    Long.parseLong(matcher.group(2)),
                    Long.parseLong(matcher.group(3)));
        }
    }

    StubStats minus(StubStats before) {
        return new StubStats(requests - before.requests, messages - before.messages, cpuNanos - before.cpuNanos);
    }

    byte[] json() {
        return ("{\"requests\":" + requests + ",\"messages\":" + messages + ",\"cpuNanos\":" + cpuNanos + "}")
                .getBytes(UTF_8);
    }
}
