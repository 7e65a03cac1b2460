package io.chatauth.internal.guard;

import java.time.Duration;

/** Every limit that is a count in a time, once, with its default. The rest of what bounds is in {@link Figures}. */
public enum Limit {
    SENDS_PER_RECIPIENT_10M(
            "sends-per-recipient-10m",
            "s1",
            5,
            Duration.ofMinutes(10),
            Scope.RECIPIENT,
            "Twilio Verify: 5 in 10 minutes"),
    SENDS_PER_RECIPIENT_24H(
            "sends-per-recipient-24h",
            "s2",
            10,
            Duration.ofHours(24),
            Scope.RECIPIENT,
            "ChatAuth; Infobip's 2FA has 3"),
    FAILURES_PER_RECIPIENT_24H(
            "failures-per-recipient-24h",
            "f1",
            20,
            Duration.ofHours(24),
            Scope.RECIPIENT,
            "ChatAuth: 2 in 100,000 a day for six digits"),
    FAILURES_IN_A_ROW(
            "failures-in-a-row",
            "f2",
            100,
            Duration.ofDays(30),
            Scope.RECIPIENT,
            "NIST SP 800-63B: no more than 100 without a success"),
    FAILURES_PER_DEVICE_24H(
            "failures-per-device-24h", "f3", 20, Duration.ofHours(24), Scope.DEVICE, "as for the recipient"),
    STARTS_PER_IP_10M("starts-per-ip-10m", "i1", 10, Duration.ofMinutes(10), Scope.IP, "ChatAuth; the /64 as DIDWW"),
    STARTS_PER_NETWORK_1H("starts-per-network-1h", "i2", 50, Duration.ofHours(1), Scope.NETWORK, "ChatAuth; as DIDWW"),
    PROMPTS_PER_RECIPIENT_10M(
            "prompts-per-recipient-10m",
            "p1",
            3,
            Duration.ofMinutes(10),
            Scope.RECIPIENT,
            "ChatAuth; CISA on push bombing"),
    MISSES_PER_WRITER_10M(
            "misses-per-writer-10m", "m1", 5, Duration.ofMinutes(10), Scope.WRITER, "ChatAuth: codes of open opt-ins"),
    MISSES_PER_SENDER_10M(
            "misses-per-sender-10m",
            "m2",
            100,
            Duration.ofMinutes(10),
            Scope.SENDER,
            "ChatAuth; an alarm, because nobody in particular can be refused"),
    SENDS_PER_PREFIX_1H(
            "sends-per-prefix-1h",
            "c1",
            20,
            Duration.ofHours(1),
            Scope.PREFIX,
            "ChatAuth; Twilio blocks by prefix, too"),
    SENDS_PER_COUNTRY_1H("sends-per-country-1h", "c2", 200, Duration.ofHours(1), Scope.COUNTRY, "ChatAuth"),
    SENDS_24H(
            "sends-24h", "c3", 10_000, Duration.ofDays(1), Scope.APP, "Infobip's 2FA: 10,000 a day for an application");

    /** Whom a limit is counted for. */
    public enum Scope {
        RECIPIENT("recipient"),
        DEVICE("known device"),
        IP("IPv4 address or IPv6 /64"),
        NETWORK("IPv6 /48"),
        WRITER("person who writes to a sender"),
        SENDER("business sender, whoever writes"),
        PREFIX("number without its last 4 digits"),
        COUNTRY("country"),
        APP("all tenants together");

        private final String words;

        Scope(String words) {
            this.words = words;
        }

        /** For people. */
        public String inWords() {
            return words;
        }

        /** Whether every node counts in its own memory and tells the others now and then. */
        boolean coarse() {
            return this == PREFIX || this == COUNTRY || this == APP;
        }
    }

    private final String property;
    private final String code;
    private final int standard;
    private final Duration window;
    private final Scope scope;
    private final String source;

    Limit(String property, String code, int standard, Duration window, Scope scope, String source) {
        this.property = property;
        this.code = code;
        this.standard = standard;
        this.window = window;
        this.scope = scope;
        this.source = source;
    }

    /** The name, as in the configuration after {@code chatauth.limit.}, and in events. */
    public String named() {
        return property;
    }

    /** The figure unless the configuration says otherwise. */
    public int standard() {
        return standard;
    }

    public Duration window() {
        return window;
    }

    public Scope scope() {
        return scope;
    }

    /** Where the default comes from. */
    public String source() {
        return source;
    }

    /** What keys in the shared state begin with: short, because there is one for each counter. */
    String code() {
        return code;
    }
}
