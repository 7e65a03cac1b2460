package io.chatauth.benchmarks;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A way to send one WhatsApp template message and to wait until the provider has taken it. */
interface Contender extends AutoCloseable {
    /** The sender of every message. */
    String SENDER = "441134960000";

    /** The template of every message. */
    String TEMPLATE = "card_activation";

    /** The value of its one placeholder. */
    String NAME = "Nick";

    /**
     * Sends a message and waits. Safe for use by many threads.
     *
     * @param number tells one message from all others; another number is another recipient
     * @throws Exception if the message was not taken; says why
     */
    void send(long number) throws Exception;

    @Override
    void close();

    /**
     * Gives the recipient of a message: the right form of a mobile number, for a server on this machine only.
     *
     * @param number the message
     * @return the phone number in E.164, without plus
     */
    static String recipient(long number) {
        return Long.toString(447_400_000_000L + number % 100_000_000L);
    }

    /** Those that are measured, in the order of the rounds. */
    enum Kind {
        /** ChatAuth, through its facade. */
        CHATAUTH("ChatAuth"),
        /** Infobip's own client for Java. */
        OFFICIAL("Infobip's client");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /** Makes a fresh one that sends to the stub server. */
        Contender open(URI stub) {
            return switch (this) {
                case CHATAUTH -> new ChatAuthContender(stub);
                case OFFICIAL -> new OfficialContender(stub);
            };
        }

        static Kind named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no contender '" + name + "'; there are "
                            + Arrays.stream(values()).map(Kind::name).collect(Collectors.joining(", "))));
        }
    }
}
