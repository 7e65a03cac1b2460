package io.chatauth.samples.bank;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The command line, read.
 *
 * @param command what to do
 * @param journal where the headless run writes the sandbox's journal
 * @param rest the options of the command {@code sandbox}
 */
record Arguments(Command command, Optional<Path> journal, List<String> rest) {
    /** What can be done. */
    enum Command {
        /** Sandbox and web pages, until the process is ended. */
        INTERACTIVE,
        /** The whole story without a person. */
        HEADLESS,
        /** The sandbox alone. */
        SANDBOX,
        /** Only say how to use it. */
        HELP
    }

    static final String USAGE = String.join(
            System.lineSeparator(),
            "usage: run                              sandbox, phones and the bank's pages in the browser",
            "       run --headless [--journal FILE]  plays the people and the attackers too; ends with 0 if everything happened",
            "       run sandbox [--port N] [--api-key KEY] [--webhook URL] …   the sandbox alone",
            "With INFOBIP_BASE_URL set, run asks and then sends one real message over that account.");

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException with a sentence, if an option is unknown or lacks its value
     */
    static Arguments read(List<String> arguments) {
        if (arguments.isEmpty()) {
            return of(Command.INTERACTIVE);
        }
        return switch (arguments.get(0)) {
            case "sandbox" ->
                new Arguments(Command.SANDBOX, Optional.empty(), List.copyOf(arguments.subList(1, arguments.size())));
            case "--help", "-h" -> alone(Command.HELP, arguments);
            case "--headless" -> headless(arguments);
            case "--journal" -> throw new IllegalArgumentException("--journal goes with --headless, after it");
            default -> throw new IllegalArgumentException("unknown option " + arguments.get(0));
        };
    }

    private static Arguments headless(List<String> arguments) {
        if (arguments.size() == 1) {
            return of(Command.HEADLESS);
        }
        if (!arguments.get(1).equals("--journal")) {
            throw new IllegalArgumentException("unknown option " + arguments.get(1));
        }
        if (arguments.size() != 3 || arguments.get(2).isBlank()) {
            throw new IllegalArgumentException("--journal needs one value, the file to write");
        }
        try {
            return new Arguments(Command.HEADLESS, Optional.of(Path.of(arguments.get(2))), List.of());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("--journal: " + e.getMessage(), e);
        }
    }

    private static Arguments alone(Command command, List<String> arguments) {
        if (arguments.size() > 1) {
            throw new IllegalArgumentException("nothing goes with " + arguments.get(0));
        }
        return of(command);
    }

    private static Arguments of(Command command) {
        return new Arguments(command, Optional.empty(), List.of());
    }
}
