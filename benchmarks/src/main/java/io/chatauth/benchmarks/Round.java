package io.chatauth.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What one contender did in one round. The first six figures are about the measured window; {@code sent} counts the run-up
 * to it and the way out as well.
 *
 * @param messages messages that the provider took
 * @param nanos length of the window
 * @param cpuNanos CPU time of the contender's process
 * @param allocated bytes that its threads allocated
 * @param p50 median of what a caller waited, in nanoseconds
 * @param p99 99th percentile of it
 * @param sent messages that the provider took in the whole round
 * @param failed messages that it did not take in the whole round
 * @param problem what the first of these failed with; empty if none did
 */
record Round(
        long messages,
        long nanos,
        long cpuNanos,
        long allocated,
        long p50,
        long p99,
        long sent,
        long failed,
        String problem) {
    private static final String MARK = "ROUND";
    private static final int FIGURES = 8;

    double messagesPerSecond() {
        return messages * 1e9 / nanos;
    }

    /** CPU seconds for 100,000 messages. */
    double cpuSeconds() {
        return cpuNanos / 1e9 / messages * 1e5;
    }

    double bytesPerMessage() {
        return (double) allocated / messages;
    }

    /** Writes it as one line, for the process that asked for the round. */
    String toLine() {
        String figures = LongStream.of(messages, nanos, cpuNanos, allocated, p50, p99, sent, failed)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
        return MARK + " " + figures + " " + problem.replaceAll("\\R", " ");
    }

    /** Reads the line. */
    static Round of(String line) {
        List<String> parts = Arrays.asList(line.split(" ", FIGURES + 2));
        if (parts.size() != FIGURES + 2 || !parts.get(0).equals(MARK)) {
            throw new IllegalArgumentException("this is not the line of a round: " + line);
        }
        long[] figures = parts.subList(1, FIGURES + 1).stream()
                .mapToLong(Long::parseLong)
                .toArray();
        return new Round(
                figures[0],
                figures[1],
                figures[2],
                figures[3],
                figures[4],
                figures[5],
                figures[6],
                figures[7],
                parts.get(FIGURES + 1));
    }
}
