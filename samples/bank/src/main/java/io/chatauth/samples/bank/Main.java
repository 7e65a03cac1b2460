package io.chatauth.samples.bank;

import io.chatauth.ChatAuthException;
import io.chatauth.samples.bank.play.Flows;
import io.chatauth.samples.cardactivation.RealService;
import io.chatauth.samples.cardactivation.Terminal;
import io.chatauth.samples.cardactivation.Tutorial;
import io.chatauth.samples.stage.StepMissingException;
import io.chatauth.samples.stage.Transcript;
import io.chatauth.sandbox.SandboxMain;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Starts the samples: see {@link Arguments#USAGE}. */
public final class Main {
    private static final int WRONG_USAGE = 2;
    private static final int SANDBOX_PORT = 8090;
    private static final int WEB_PORT = 8080;

    private Main() {}

    /**
     * Does what the arguments say, and ends the process with 0 if it worked, 1 if not, 2 for wrong arguments.
     *
     * @param arguments see {@link Arguments#USAGE}
     * @throws InterruptedException if the wait is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        Charset terminal = Charset.forName(System.getProperty("native.encoding", "US-ASCII"));
        PrintStream out = new PrintStream(System.out, true, terminal);
        PrintStream err = new PrintStream(System.err, true, terminal);
        Arguments read;
        try {
            read = Arguments.read(List.of(arguments));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(Arguments.USAGE);
            System.exit(WRONG_USAGE);
            return;
        }
        try {
            System.exit(run(read, System.getenv(), out, err));
        } catch (ChatAuthException | StepMissingException | UncheckedIOException | IllegalArgumentException e) {
            err.println(e.getMessage());
            System.exit(1);
        }
    }

    static int run(Arguments arguments, Map<String, String> environment, PrintStream out, PrintStream err)
            throws InterruptedException {
        return switch (arguments.command()) {
            case HELP -> {
                out.println(Arguments.USAGE);
                yield 0;
            }
            case SANDBOX -> {
                SandboxMain.main(arguments.rest().toArray(String[]::new));
                yield 0;
            }
            case HEADLESS -> headless(arguments, out, err);
            case INTERACTIVE ->
                environment.containsKey(RealService.BASE_URL)
                        ? new RealService(environment, Terminal.ofProcess(), out, err).run()
                        : interactive(out);
        };
    }

    static int headless(Arguments arguments, PrintStream out, PrintStream err) {
        Transcript transcript = new Transcript(out, Tutorial.STEPS + Flows.STEPS);
        String tutorial = Tutorial.play(transcript);
        String flows = Flows.play(transcript);
        boolean all = transcript.finish();
        if (arguments.journal().isPresent()) {
            Path file = arguments.journal().get();
            try {
                Files.writeString(file, joined(tutorial, flows) + System.lineSeparator());
            } catch (IOException e) {
                err.println("the journal can't be written to " + file + ": " + e);
                return 1;
            }
        }
        return all ? 0 : 1;
    }

    /** Two JSON arrays as one. */
    private static String joined(String one, String other) {
        return one.substring(0, one.lastIndexOf(']')).stripTrailing() + ",\n" + other.substring(other.indexOf('[') + 1);
    }

    private static int interactive(PrintStream out) throws InterruptedException {
        LocalBank local = LocalBank.start(SANDBOX_PORT, WEB_PORT);
        Runtime.getRuntime().addShutdownHook(new Thread(local::close, "bank-stop"));
        local.servePages();
        out.println("The bank     " + local.web().baseUri() + "/   log in, opt in, pay, activate a card");
        out.println("The phones   " + local.sandboxUri() + "/   where its messages arrive, and answers begin");
        out.println("Control API  " + local.sandboxUri() + "/_sandbox");
        out.println();
        out.println("Open both pages side by side. Nothing leaves this machine. Ctrl-C ends it.");
        new CountDownLatch(1).await();
        return 0;
    }
}
