package io.chatauth.sandbox;

import io.chatauth.sandbox.internal.Engine;
import io.chatauth.sandbox.internal.webhook.Target;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A local Infobip, on the loopback address only: the API that ChatAuth uses, its webhooks, a control API under {@code
 * /_sandbox}, and phones in the browser at {@code /}. Everything is kept in memory.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.builder().apiKey("key").build().start()) {
 *     URI baseUrl = sandbox.baseUri();
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads. All its threads are daemons.
 */
public final class Sandbox implements AutoCloseable {
    private final Engine.Settings settings;
    private @Nullable Engine engine;

    private Sandbox(Engine.Settings settings) {
        this.settings = settings;
    }

    /**
     * Begins a sandbox.
     *
     * @return a builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts to listen. A closed sandbox can be started again, empty.
     *
     * @return this
     * @throws IllegalStateException if it is running already
     * @throws RuntimeException if the port is taken
     */
    public synchronized Sandbox start() {
        if (engine != null) {
            throw new IllegalStateException("the sandbox is running already, at " + engine.baseUri());
        }
        engine = new Engine(settings);
        return this;
    }

    /**
     * Tells where it listens: the base URL of the API, and the address of the phones page.
     *
     * @return for instance {@code http://127.0.0.1:8080}, without a slash at its end
     * @throws IllegalStateException if it isn't running
     */
    public synchronized URI baseUri() {
        if (engine == null) {
            throw new IllegalStateException("the sandbox isn't running; call start() first");
        }
        return engine.baseUri();
    }

    /**
     * Stops to listen and forgets everything. Does nothing if it isn't running.
     *
     * @throws IllegalStateException if something broke Infobip's OpenAPI documents, see {@link Builder#openApi}; the
     *     sandbox is closed then too
     */
    @Override
    public synchronized void close() {
        Engine running = engine;
        engine = null;
        if (running != null) {
            running.close();
        }
    }

    /** Collects what a sandbox is started with. Not for use by several threads. */
    public static final class Builder {
        private static final int MAX_PORT = 65_535;

        private int port;
        private @Nullable String apiKey;
        private @Nullable String username;
        private @Nullable String password;
        private Set<String> senders = Set.of();
        private @Nullable URI webhook;
        private @Nullable Duration approveAfter;
        private BatchRefusal batchRefusal = BatchRefusal.WHOLE;
        private Duration retryUnit = Duration.ofMinutes(1);
        private int history = 10_000;
        private Clock clock = Clock.systemUTC();
        private @Nullable Path openApi = fromEnvironment("INFOBIP_OPENAPI_DIR");
        private @Nullable Path tally = fromEnvironment("INFOBIP_OPENAPI_TALLY");

        private Builder() {}

        /**
         * Sets the port.
         *
         * @param value 0 (a free port, the default) to 65535
         * @return this
         */
        public Builder port(int value) {
            check(value >= 0 && value <= MAX_PORT, "port must be from 0 to " + MAX_PORT + ", not " + value);
            port = value;
            return this;
        }

        /**
         * Sets the API key ({@code Authorization: App …}). Without key and credentials any non-empty ones are accepted.
         *
         * @param value the key, not blank
         * @return this
         */
        public Builder apiKey(String value) {
            check(!value.isBlank(), "the API key must not be blank");
            apiKey = value;
            return this;
        }

        /**
         * Sets a user ({@code Authorization: Basic …}), accepted beside the API key.
         *
         * @param user the user's name, not blank and without a colon
         * @param secret the user's password, not empty
         * @return this
         */
        public Builder credentials(String user, String secret) {
            check(!user.isBlank() && user.indexOf(':') < 0, "the user must not be blank nor contain a colon");
            check(!secret.isEmpty(), "the password must not be empty");
            username = user;
            password = secret;
            return this;
        }

        /**
         * Sets the senders that the account has. A message from another one is accepted and fails by report.
         *
         * @param values the senders; empty (the default) for any
         * @return this
         */
        public Builder senders(Collection<String> values) {
            senders = Set.copyOf(values);
            return this;
        }

        /**
         * Sets the account's webhook, as {@code PUT /_sandbox/webhook} does. A reset forgets it.
         *
         * @param value an absolute http or https address
         * @return this
         */
        public Builder webhook(URI value) {
            check(Target.address(value.toString()) != null, "the webhook must be an absolute http or https address");
            webhook = value;
            return this;
        }

        /**
         * Lets templates be approved by themselves. By default they stay PENDING until somebody decides.
         *
         * @param value how long the review takes, by the clock; zero for at once
         * @return this
         */
        public Builder approveAfter(Duration value) {
            check(!value.isNegative(), "a review can't take " + value);
            approveAfter = value;
            return this;
        }

        /**
         * Sets what happens to a batch with a bad message in it.
         *
         * @param value whole (the default) or part
         * @return this
         */
        public Builder batchRefusal(BatchRefusal value) {
            batchRefusal = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Sets the unit of the waits before a webhook is tried again: one unit, then one unit plus n² units.
         *
         * @param value the unit, one minute by default as at Infobip; positive
         * @return this
         */
        public Builder retryUnit(Duration value) {
            check(!value.isNegative() && !value.isZero(), "the unit must be positive, not " + value);
            retryUnit = value;
            return this;
        }

        /**
         * Sets how many requests and how many messages are kept; beyond that the oldest are forgotten.
         *
         * @param value at least 1; 10000 by default
         * @return this
         */
        public Builder history(int value) {
            check(value >= 1, "at least one must be kept, not " + value);
            history = value;
            return this;
        }

        /**
         * Sets the clock of all timestamps and of {@link #approveAfter}.
         *
         * @param value the clock, the system's by default
         * @return this
         */
        public Builder clock(Clock value) {
            clock = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Holds all requests, answers and webhooks against Infobip's OpenAPI documents: a request that breaks them is
         * answered with 500, and {@link Sandbox#close} throws if anything did. By default the environment variable {@code
         * INFOBIP_OPENAPI_DIR} says where they are, and what was checked is added to the file that {@code
         * INFOBIP_OPENAPI_TALLY} names; where the first isn't set nothing is checked.
         *
         * @param value the directory of the {@code *.json}
         * @return this
         */
        public Builder openApi(Path value) {
            openApi = value;
            tally = null;
            return this;
        }

        private static @Nullable Path fromEnvironment(String name) {
            String path = System.getenv(name);
            return path == null || path.isBlank() ? null : Path.of(path);
        }

        /**
         * Makes the sandbox, which isn't running yet.
         *
         * @return the sandbox
         */
        public Sandbox build() {
            return new Sandbox(new Engine.Settings(
                    port,
                    apiKey,
                    username,
                    password,
                    senders,
                    webhook,
                    approveAfter,
                    batchRefusal == BatchRefusal.PART,
                    retryUnit,
                    history,
                    clock,
                    openApi,
                    tally));
        }

        private static void check(boolean right, String otherwise) {
            if (!right) {
                throw new IllegalArgumentException(otherwise);
            }
        }
    }
}
