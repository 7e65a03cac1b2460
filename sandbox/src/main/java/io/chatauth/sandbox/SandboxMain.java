package io.chatauth.sandbox;

import io.chatauth.sandbox.internal.CommandLine;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts a sandbox from the command line and keeps it running until the process is ended. */
public final class SandboxMain {
    private static final int DEFAULT_PORT = 8090;
    private static final int WRONG_USAGE = 2;
    private static final String USAGE = String.join(
            System.lineSeparator(),
            "usage: [--port N] [--api-key KEY] [--username U --password P] [--webhook URL]",
            "       [--approve-after MS] [--senders A,B] [--batch-refusal whole|part] [--retry-unit MS]",
            "  --port           the port on 127.0.0.1, " + DEFAULT_PORT + " by default, 0 for a free one",
            "  --api-key        the API key that is accepted; without key and user any is",
            "  --username       a user for Basic authentication, with --password",
            "  --webhook        where reports and inbound messages go",
            "  --approve-after  approves templates after so many milliseconds",
            "  --senders        the account's senders, separated by commas; any by default",
            "  --batch-refusal  what a bad message does to its batch, whole by default",
            "  --retry-unit     the unit of the waits before a webhook is tried again, 60000 by default");
    private static final Set<String> OPTIONS = Set.of(
            "--port",
            "--api-key",
            "--username",
            "--password",
            "--webhook",
            "--approve-after",
            "--senders",
            "--batch-refusal",
            "--retry-unit");

    /** Held here, because the log manager forgets the levels of loggers that nobody holds. */
    private static final List<Logger> NOISY =
            List.of(Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"), Logger.getLogger("org.jboss"));

    private SandboxMain() {}

    /**
     * Starts the sandbox, prints where it is, and waits. Wrong options end the process with 2, a taken port with 1.
     *
     * @param arguments the options
     * @throws InterruptedException if the wait is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        int failure = run(arguments, System.out, System.err);
        if (failure != 0) {
            System.exit(failure);
        }
        new CountDownLatch(1).await();
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        NOISY.forEach(logger -> logger.setLevel(Level.WARNING));
        Sandbox sandbox;
        try {
            sandbox = sandbox(new CommandLine(arguments, OPTIONS));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return WRONG_USAGE;
        }
        try {
            sandbox.start();
        } catch (RuntimeException e) {
            err.println("the sandbox can't start: " + (e.getCause() == null ? e : e.getCause()));
            return 1;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "chatauth-sandbox-stop"));
        URI base = sandbox.baseUri();
        out.println("API      " + base);
        out.println("phones   " + base + "/");
        out.println("control  " + base + "/_sandbox");
        out.flush();
        return 0;
    }

    private static Sandbox sandbox(CommandLine options) {
        Sandbox.Builder builder = Sandbox.builder().port(options.number("--port", DEFAULT_PORT, 0, 65_535));
        String apiKey = options.text("--api-key");
        if (apiKey != null) {
            builder.apiKey(apiKey);
        }
        String username = options.text("--username");
        String password = options.text("--password");
        if (username != null && password != null) {
            builder.credentials(username, password);
        } else if (username != null || password != null) {
            throw new IllegalArgumentException("--username and --password go together");
        }
        String webhook = options.text("--webhook");
        if (webhook != null) {
            builder.webhook(URI.create(webhook));
        }
        if (options.text("--approve-after") != null) {
            builder.approveAfter(Duration.ofMillis(options.number("--approve-after", 0, 0, Integer.MAX_VALUE)));
        }
        String senders = options.text("--senders");
        if (senders != null) {
            builder.senders(List.of(senders.split(",")));
        }
        String refusal = options.text("--batch-refusal");
        if (refusal != null && !refusal.equals("whole") && !refusal.equals("part")) {
            throw new IllegalArgumentException("--batch-refusal must be whole or part, not " + refusal);
        }
        builder.batchRefusal("part".equals(refusal) ? BatchRefusal.PART : BatchRefusal.WHOLE);
        builder.retryUnit(Duration.ofMillis(options.number("--retry-unit", 60_000, 1, Integer.MAX_VALUE)));
        return builder.build();
    }
}
