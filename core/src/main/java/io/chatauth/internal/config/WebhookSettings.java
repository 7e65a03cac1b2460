package io.chatauth.internal.config;

import static io.chatauth.internal.config.Setting.Type.DURATION;
import static io.chatauth.internal.config.Setting.Type.SECRET;
import static io.chatauth.internal.config.Setting.Type.TEXT;

import io.chatauth.Secret;
import io.chatauth.webhook.WebhookAuth;
import io.chatauth.webhook.WebhookHmac;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The options that say how webhooks prove themselves, and what they are read to. */
final class WebhookSettings {
    private static final String METHOD = "webhookAuth(…)";

    static final Setting HMAC_SECRET = Setting.of(
            SECRET,
            "webhook.hmac.secret",
            METHOD,
            "The secret that webhooks are signed with, 16 characters or more. Without any way to prove itself no webhook with what people write is taken");
    static final Setting HMAC_PREVIOUS_SECRET = Setting.of(
            SECRET, "webhook.hmac.previous-secret", METHOD, "Another secret that is accepted while it is changed");
    static final Setting HMAC_HEADER = Setting.of(
            TEXT,
            "webhook.hmac.header",
            METHOD,
            "The header with the signature, as in the settings of the account, such as `X-Hub-Signature`");
    static final Setting HMAC_PREFIX =
            Setting.of(TEXT, "webhook.hmac.prefix", METHOD, "What stands before the signature, such as `sha256=`");
    static final Setting HMAC_ALGORITHM = Setting.of(
                    TEXT, "webhook.hmac.algorithm", METHOD, "The hash function: `sha-256`, `sha-384` or `sha-512`")
            .or("sha-256");
    static final Setting HMAC_ENCODING = Setting.of(
                    TEXT,
                    "webhook.hmac.encoding",
                    METHOD,
                    "How the signature is written: `hex`, `hex-upper` or `base64`")
            .or("hex");
    static final Setting HMAC_BASE = Setting.of(
                    TEXT, "webhook.hmac.base", METHOD, "What is signed: `{body}`, or `{timestamp}{body}`")
            .or("{body}");
    static final Setting HMAC_TIMESTAMP_HEADER = Setting.of(
            TEXT,
            "webhook.hmac.timestamp-header",
            METHOD,
            "The header with the time stamp, if one is signed, such as `X-Ib-Exchange-Req-Timestamp`");
    static final Setting HMAC_MAX_AGE = Setting.of(
                    DURATION, "webhook.hmac.max-age", METHOD, "How far a signed time stamp may be from now")
            .or("5m")
            .from(1_000, 3_600_000);
    static final Setting USERNAME =
            Setting.of(TEXT, "webhook.username", METHOD, "The user name that webhooks come with, by HTTP Basic");
    static final Setting PASSWORD =
            Setting.of(SECRET, "webhook.password", METHOD, "The password that belongs to the user name");
    static final Setting PREVIOUS_PASSWORD = Setting.of(
            SECRET, "webhook.previous-password", METHOD, "Another password that is accepted while it is changed");
    static final Setting BEARER = Setting.of(
            SECRET, "webhook.bearer", METHOD, "The bearer token that webhooks come with, 16 characters or more");
    static final Setting PREVIOUS_BEARER =
            Setting.of(SECRET, "webhook.previous-bearer", METHOD, "Another token that is accepted while it is changed");
    static final Setting PEER = Setting.of(
            TEXT,
            "webhook.peer",
            METHOD,
            "The subject of the certificate that webhooks show in the TLS handshake, such as `CN=hooks.example,O=Example`");

    private WebhookSettings() {}

    /** All ways that are configured. What is wrong becomes a problem. */
    static List<WebhookAuth> read(Values values, List<String> problems) {
        List<WebhookAuth> ways = new ArrayList<>();
        hmac(values, problems, ways);
        boolean password = values.isSet(PASSWORD) || values.isSet(PREVIOUS_PASSWORD);
        if (values.isSet(USERNAME) != password) {
            Setting there = values.isSet(USERNAME) ? USERNAME : PASSWORD;
            problems.add(values.source(there) + " is set alone: " + (password ? USERNAME : PASSWORD).howToSet());
        }
        values.text(USERNAME).ifPresent(name -> {
            for (Setting setting : List.of(PASSWORD, PREVIOUS_PASSWORD)) {
                values.secret(setting)
                        .ifPresent(secret ->
                                add(values.source(USERNAME), () -> WebhookAuth.basic(name, secret), ways, problems));
            }
        });
        for (Setting setting : List.of(BEARER, PREVIOUS_BEARER)) {
            values.secret(setting)
                    .ifPresent(secret -> add(values.source(setting), () -> WebhookAuth.bearer(secret), ways, problems));
        }
        values.text(PEER)
                .ifPresent(subject -> add(values.source(PEER), () -> WebhookAuth.peer(subject), ways, problems));
        return ways;
    }

    private static void hmac(Values values, List<String> problems, List<WebhookAuth> ways) {
        boolean secret = values.isSet(HMAC_SECRET) || values.isSet(HMAC_PREVIOUS_SECRET);
        if (secret != values.isSet(HMAC_HEADER)) {
            problems.add(values.source(secret ? HMAC_SECRET : HMAC_HEADER) + " is set alone: "
                    + (secret ? HMAC_HEADER : HMAC_SECRET).howToSet());
            return;
        }
        String header = values.text(HMAC_HEADER).orElse("");
        for (Setting setting : List.of(HMAC_SECRET, HMAC_PREVIOUS_SECRET)) {
            values.secret(setting)
                    .ifPresent(value ->
                            add(values.source(setting), () -> complete(values, header, value), ways, problems));
        }
    }

    private static WebhookHmac complete(Values values, String header, Secret secret) {
        Duration age = values.duration(HMAC_MAX_AGE);
        WebhookHmac way = WebhookAuth.hmac(header, secret)
                .algorithm(word(WebhookHmac.Algorithm.class, HMAC_ALGORITHM, values))
                .encoding(word(WebhookHmac.Encoding.class, HMAC_ENCODING, values))
                .prefix(values.text(HMAC_PREFIX).orElse(""))
                .base(values.text(HMAC_BASE).orElse("{body}"));
        Optional<String> stamp = values.text(HMAC_TIMESTAMP_HEADER);
        return require(stamp.map(name -> way.timestamp(name, age)).orElse(way));
    }

    private static WebhookHmac require(WebhookHmac way) {
        if (way.incomplete()) {
            throw new IllegalArgumentException("{timestamp} in " + HMAC_BASE.property() + " and "
                    + HMAC_TIMESTAMP_HEADER.property() + " belong together: set both or neither");
        }
        return way;
    }

    private static <E extends Enum<E>> E word(Class<E> type, Setting setting, Values values) {
        String text = values.text(setting).orElse("");
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(values.source(setting) + " is none of the words in its description", e);
        }
    }

    private static void add(String source, Supplier<WebhookAuth> way, List<WebhookAuth> ways, List<String> problems) {
        try {
            ways.add(way.get());
        } catch (IllegalArgumentException e) {
            problems.add(source + ": " + e.getMessage());
        }
    }
}
