package io.chatauth.internal.config;

import static io.chatauth.internal.config.Setting.Type.DURATION;
import static io.chatauth.internal.config.Setting.Type.LIST;
import static io.chatauth.internal.config.Setting.Type.NUMBER;
import static io.chatauth.internal.config.Setting.Type.SECRET;
import static io.chatauth.internal.config.Setting.Type.SWITCH;
import static io.chatauth.internal.config.Setting.Type.TEXT;

import io.chatauth.internal.link.LinkSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All options there are, once. The table in {@code docs/configuration.md} is written from this list. */
public final class Catalogue {
    private static final long SECOND = 1000;
    private static final long HOUR = 3600 * SECOND;
    private static final long DAY = 24 * HOUR;

    static final Setting BASE_URL = Setting.of(
            TEXT, "base-url", "baseUrl(…)", "The base URL of the Infobip account, https unless it is this machine");
    static final Setting API_KEY = Setting.of(SECRET, "api-key", "apiKey(…)", "The API key of the Infobip account");
    static final Setting USERNAME =
            Setting.of(TEXT, "username", "credentials(…)", "The user name of the account, instead of an API key");
    static final Setting PASSWORD =
            Setting.of(SECRET, "password", "credentials(…)", "The password that belongs to the user name");
    static final Setting SESSION_USERNAME = Setting.of(
            TEXT, "session.username", "session(…)", "The user whose session (IBSSO) is opened, instead of an API key");
    static final Setting SESSION_PASSWORD =
            Setting.of(SECRET, "session.password", "session(…)", "The password of that user");
    static final Setting SESSION_IDLE = Setting.of(
                    DURATION,
                    "session.idle",
                    "sessionIdle(…)",
                    "How long a session is trusted without use; after it a new one is opened")
            .or("30m")
            .from(60 * SECOND, DAY);
    static final Setting CLIENT_ID = Setting.of(
            TEXT,
            "oauth2.client-id",
            "oauth2(…)",
            "The OAuth 2 client that tokens are fetched for, instead of an API key");
    static final Setting CLIENT_SECRET =
            Setting.of(SECRET, "oauth2.client-secret", "oauth2(…)", "The secret of that client");
    static final Setting ALLOWED_HOSTS = Setting.of(
                    LIST,
                    "allowed-hosts",
                    "allowedHosts(…)",
                    "The hosts the base URL may name, `*.` for any name before; this machine is always allowed")
            .or("api.infobip.com,*.api.infobip.com");
    static final Setting CONNECT_TIMEOUT = Setting.of(
                    DURATION, "connect-timeout", "connectTimeout(…)", "How long a connection may take to open")
            .or("2s")
            .from(100, 60 * SECOND);
    static final Setting REQUEST_TIMEOUT = Setting.of(
                    DURATION, "request-timeout", "requestTimeout(…)", "How long one request and its answer may take")
            .or("10s")
            .from(100, 300 * SECOND);
    static final Setting MAX_RESPONSE_BYTES = Setting.of(
                    NUMBER, "max-response-bytes", "maxResponseBytes(…)", "The longest answer that is read, in bytes")
            .or("1048576")
            .from(1024, 64 << 20);
    static final Setting PROXY_HOST =
            Setting.of(TEXT, "proxy.host", "proxy(…)", "The HTTP proxy that requests go through");
    static final Setting PROXY_PORT = Setting.of(NUMBER, "proxy.port", "proxy(…)", "The port of the proxy")
            .from(1, 65535);
    static final Setting PROXY_USERNAME =
            Setting.of(TEXT, "proxy.username", "proxyCredentials(…)", "The user name the proxy asks for");
    static final Setting PROXY_PASSWORD =
            Setting.of(SECRET, "proxy.password", "proxyCredentials(…)", "The password the proxy asks for");
    static final Setting BLOCKING_TRUST_MANAGER = Setting.of(
                    SWITCH,
                    "blocking-trust-manager",
                    "blockingTrustManager(…)",
                    "Whether the trust manager may wait, for example for a revocation list; handshakes then get threads of their own")
            .or("false");

    static final Setting COUNTRIES = Setting.of(
            LIST,
            "countries",
            "countries(…) or allCountries()",
            "The countries that messages may go to, such as `GB,IE`, or `all`; needed unless the base URL is this machine");
    static final Setting REGION = Setting.of(
            TEXT, "region", "region(…)", "The country that numbers without a country code belong to, such as `GB`");
    static final Setting KEYS = Setting.of(
            SECRET,
            "keys",
            "keys(…)",
            "The key ring that codes and tokens are derived from; needed unless the base URL is this machine");
    static final Setting WEBHOOK_URL = Setting.of(
            TEXT,
            "webhook.base-url",
            "webhookUrl(…)",
            "Where the provider reaches this application, https unless it is this machine");
    static final Setting LOGIN_PAGE = Setting.of(
            TEXT,
            "login-page",
            "loginPage(…)",
            "The page behind links: where the webhooks' receiver is reached, with `/_page`, https unless it is this machine; a slash and the token follow. With it there are the built-in templates `login_link` and `transaction_link`");
    static final Setting PAGE_COOKIE = Setting.of(
                    TEXT,
                    "page.cookie",
                    "pageCookie(…)",
                    "The cookie in which the application keeps the binding, as the page behind links reads it")
            .or(LinkSettings.USUAL_COOKIE);
    static final Setting PAGE_NEXT = Setting.of(
            LIST,
            "page.next",
            "pageNext(…)",
            "Where the page behind links may send people on: whole URIs, and paths of the page's own origin with all below them");
    static final Setting CALL_NUMBER = Setting.of(
            TEXT,
            "call-number",
            "callNumber(…)",
            "The number that people call to activate a card, such as `+441123456789`. With it there is the built-in template `card_activation`");

    static final Setting DISCOVER = Setting.of(
                    SWITCH,
                    "discover",
                    "discover()",
                    "Whether providers are looked for on the class path and module path")
            .or("false");
    static final Setting EXCLUDE = Setting.of(
            LIST, "exclude", "exclude(…)", "The ids or class names of discovered providers that are not wanted");

    static final Setting REQUESTS_PER_LANE = Setting.of(
                    NUMBER,
                    "dispatch.requests-per-lane",
                    "requestsPerLane(…)",
                    "How many requests to one endpoint may be in flight")
            .or("4")
            .from(1, 64);
    static final Setting QUEUE = Setting.of(
                    NUMBER,
                    "dispatch.queue",
                    "queue(…)",
                    "How many messages may wait to be sent before `start()` says it is busy")
            .or("10000")
            .from(1, 1_000_000);
    static final Setting TRIES = Setting.of(
                    NUMBER, "dispatch.tries", "tries(…)", "How often one message is tried, the first time included")
            .or("4")
            .from(1, 10);
    static final Setting TRY_FOR = Setting.of(
                    DURATION, "dispatch.try-for", "tryFor(…)", "How long one message is tried, over all tries")
            .or("30s")
            .from(SECOND, HOUR);
    static final Setting CLOSE_TIMEOUT = Setting.of(
                    DURATION, "close-timeout", "closeTimeout(…)", "How long `close()` waits for what is in flight")
            .or("10s")
            .from(0, 600 * SECOND);

    static final Setting MAX_CHALLENGES = Setting.of(
                    NUMBER, "max-challenges", "maxChallenges(…)", "How many challenges the in-memory store holds")
            .or("100000")
            .from(1, 10_000_000);
    static final Setting RETENTION = Setting.of(
                    DURATION,
                    "retention",
                    "retention(…)",
                    "How long an ended challenge is kept, so that late answers are known")
            .or("1h")
            .from(600 * SECOND, 30 * DAY);

    /** All options with a fixed name, in the order of the table. */
    public static final List<Setting> ALL = Stream.concat(
                    Stream.of(
                            BASE_URL,
                            API_KEY,
                            USERNAME,
                            PASSWORD,
                            SESSION_USERNAME,
                            SESSION_PASSWORD,
                            SESSION_IDLE,
                            CLIENT_ID,
                            CLIENT_SECRET,
                            ALLOWED_HOSTS,
                            CONNECT_TIMEOUT,
                            REQUEST_TIMEOUT,
                            MAX_RESPONSE_BYTES,
                            PROXY_HOST,
                            PROXY_PORT,
                            PROXY_USERNAME,
                            PROXY_PASSWORD,
                            BLOCKING_TRUST_MANAGER,
                            COUNTRIES,
                            REGION,
                            KEYS,
                            WEBHOOK_URL,
                            WebhookSettings.HMAC_SECRET,
                            WebhookSettings.HMAC_PREVIOUS_SECRET,
                            WebhookSettings.HMAC_HEADER,
                            WebhookSettings.HMAC_PREFIX,
                            WebhookSettings.HMAC_ALGORITHM,
                            WebhookSettings.HMAC_ENCODING,
                            WebhookSettings.HMAC_BASE,
                            WebhookSettings.HMAC_TIMESTAMP_HEADER,
                            WebhookSettings.HMAC_MAX_AGE,
                            WebhookSettings.USERNAME,
                            WebhookSettings.PASSWORD,
                            WebhookSettings.PREVIOUS_PASSWORD,
                            WebhookSettings.BEARER,
                            WebhookSettings.PREVIOUS_BEARER,
                            WebhookSettings.PEER,
                            LOGIN_PAGE,
                            PAGE_COOKIE,
                            PAGE_NEXT,
                            CALL_NUMBER,
                            DISCOVER,
                            EXCLUDE,
                            REQUESTS_PER_LANE,
                            QUEUE,
                            TRIES,
                            TRY_FOR,
                            CLOSE_TIMEOUT,
                            MAX_CHALLENGES,
                            RETENTION),
                    LimitSettings.ALL.stream())
            .toList();

    /**
     * Options whose names have a part of one's own.
     *
     * @param prefix what all of them begin with
     * @param pattern the name with its parts in angle brackets
     * @param method the builder's method, as one writes a call
     * @param description one line for the table of options
     */
    public record Family(String prefix, String pattern, String method, String description) {}

    static final Family SENDER = new Family(
            "chatauth.sender.",
            "chatauth.sender.<channel>[.country.<country>][.tenant.<tenant>][.category.<category>]",
            "sender(…)",
            "The sender of a channel, as the channel names it; of the rules that fit, the one that names most wins");
    static final Family TEMPLATE = new Family(
            "chatauth.template.",
            "chatauth.template.<channel>.<template>[.<language>]",
            "bindTemplate(…)",
            "What a channel calls a template, where that is not the template's own name");
    static final Family APPROVAL = new Family(
            "chatauth.approval.",
            "chatauth.approval.<channel>.<template>[.<language>]",
            "declareApproval(…)",
            "What is known about the approval of a template where the channel can't be asked: `approved`, `pending`, `rejected`, `paused` or `disabled`");
    static final Family CHANNEL = new Family(
            "chatauth.channel.",
            "chatauth.channel.<channel>.<option>",
            "property(…)",
            "An option of a channel; its module lists them");
    static final Family FLOW =
            new Family("chatauth.flow.", "chatauth.flow.<flow>.<option>", "property(…)", "An option of a flow");

    /** All families, in the order of the table. */
    public static final List<Family> FAMILIES = List.of(SENDER, TEMPLATE, APPROVAL, CHANNEL, FLOW);

    /** Properties of ChatAuth's other tools, which are none of the library's business. */
    static final List<String> OTHERS =
            List.of("chatauth.sandbox.", "chatauth.sample.", "chatauth.test.", "chatauth.docs.", "chatauth.proof");

    private Catalogue() {}

    static Optional<Setting> byProperty(String property) {
        return ALL.stream().filter(one -> one.property().equals(property)).findFirst();
    }

    static Optional<Setting> byEnvironment(String variable) {
        return ALL.stream().filter(one -> one.environment().equals(variable)).findFirst();
    }
}
