package io.chatauth.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What a run is told.
 *
 * @param callers threads that send, the same number for each contender
 * @param rounds rounds of each contender
 * @param warmUp how long each contender sends before its first round
 * @param runUp how long each round runs before it is measured
 * @param measured how long each round is measured
 * @param delay how long the stub server waits before each answer
 * @param write the file to write the result to; empty for none
 */
record Options(
        int callers,
        int rounds,
        Duration warmUp,
        Duration runUp,
        Duration measured,
        Duration delay,
        Optional<Path> write) {
    static final String USAGE = """
            Usage: benchmarks/run [option value]…
              --callers N      threads that send (64)
              --rounds N       rounds of each contender (9)
              --warm-up MS     how long each contender sends before its first round (20000)
              --run-up MS      how long each round runs before it is measured (500)
              --measured MS    how long each round is measured (3000)
              --delay MS       how long the stub server waits before each answer (0)
              --write FILE     where to write the result, as Markdown
            """;

    static final Options DEFAULT = new Options(
            64,
            9,
            Duration.ofSeconds(20),
            Duration.ofMillis(500),
            Duration.ofSeconds(3),
            Duration.ZERO,
            Optional.empty());

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if something in it is not understood; says what
     */
    static Options of(List<String> arguments) {
        Options options = DEFAULT;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            if (!rest.hasNext()) {
                throw new IllegalArgumentException("the option " + name + " has no value");
            }
            options = options.with(name, rest.next());
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--callers" -> new Options(count(name, value), rounds, warmUp, runUp, measured, delay, write);
            case "--rounds" -> new Options(callers, count(name, value), warmUp, runUp, measured, delay, write);
            case "--warm-up" -> new Options(callers, rounds, millis(name, value, 1), runUp, measured, delay, write);
            case "--run-up" -> new Options(callers, rounds, warmUp, millis(name, value, 0), measured, delay, write);
            case "--measured" -> new Options(callers, rounds, warmUp, runUp, millis(name, value, 1), delay, write);
            case "--delay" -> new Options(callers, rounds, warmUp, runUp, measured, millis(name, value, 0), write);
            case "--write" -> new Options(callers, rounds, warmUp, runUp, measured, delay, Optional.of(Path.of(value)));
            default -> throw new IllegalArgumentException("there is no option '" + name + "'");
        };
    }

    private static int count(String name, String value) {
        return (int) number(name, value, 1, 10_000);
    }

    private static Duration millis(String name, String value, long least) {
        return Duration.ofMillis(number(name, value, least, 600_000));
    }

    private static long number(String name, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                name + " " + value + " is out of range: expected a number from " + least + " to " + most);
    }
}
