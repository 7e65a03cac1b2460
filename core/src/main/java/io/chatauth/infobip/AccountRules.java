package io.chatauth.infobip;

import io.chatauth.internal.net.Hosts;
import io.chatauth.internal.net.JdkRules;
import io.chatauth.internal.text.Masking;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what is set on an account, beside its base URL. Problems never show a secret. */
final class AccountRules {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SHORTEST_IDLE = Duration.ofMinutes(1);
    private static final Duration LONGEST_IDLE = Duration.ofHours(24);
    private static final int SMALLEST_RESPONSE = 1024;
    private static final int LARGEST_RESPONSE = 64 << 20;

    private AccountRules() {}

    static void check(InfobipAccount.Builder account, @Nullable URI baseUri, List<String> problems) {
        credentials(account.credentials, problems);
        time("chatauth.connect-timeout", account.connectTimeout, problems);
        time("chatauth.request-timeout", account.requestTimeout, problems);
        if (account.maxResponseBytes < SMALLEST_RESPONSE || account.maxResponseBytes > LARGEST_RESPONSE) {
            problems.add("chatauth.max-response-bytes " + account.maxResponseBytes + " is out of range: "
                    + SMALLEST_RESPONSE + " to " + LARGEST_RESPONSE);
        }
        for (String host : account.allowedHosts) {
            if (!Hosts.isName(host)) {
                problems.add("chatauth.allowed-hosts '" + Masking.clean(host)
                        + "' is no name of a host: give it without scheme, port and wildcard");
            }
        }
        proxy(account, baseUri, problems);
        problems.addAll(JdkRules.problems());
    }

    private static void credentials(@Nullable Credentials credentials, List<String> problems) {
        if (credentials == null) {
            problems.add("chatauth.api-key is missing: make an API key in the Infobip portal, or set user name"
                    + " and password, a session or an OAuth2 client");
        } else if (credentials instanceof Credentials.ApiKey apiKey) {
            visible("chatauth.api-key", apiKey.key().reveal(), problems);
        } else if (credentials instanceof Credentials.Basic basic) {
            basic("chatauth.", basic, problems);
        } else if (credentials instanceof Credentials.Session session) {
            text("chatauth.session.username", session.username(), problems);
            text("chatauth.session.password", session.password().reveal(), problems);
            if (session.idle().compareTo(SHORTEST_IDLE) < 0 || session.idle().compareTo(LONGEST_IDLE) > 0) {
                problems.add("chatauth.session.idle " + session.idle() + " is out of range: 1 min to 24 h");
            }
        } else if (credentials instanceof Credentials.OAuth2 client) {
            text("chatauth.oauth2.client-id", client.clientId(), problems);
            text("chatauth.oauth2.client-secret", client.clientSecret().reveal(), problems);
        }
    }

    private static void text(String name, String value, List<String> problems) {
        int at = control(value);
        if (value.isBlank() || at >= 0) {
            problems.add(name
                    + (at < 0
                            ? " is blank"
                            : " holds a control character at position " + (at + 1) + " of " + value.length()
                                    + " (a line break from a file?)"));
        }
    }

    /** RFC 7617: the user name holds no colon, neither part a control character. */
    private static void basic(String prefix, Credentials.Basic basic, List<String> problems) {
        if (basic.username().isEmpty() || basic.username().indexOf(':') >= 0 || control(basic.username()) >= 0) {
            problems.add(prefix + "username is empty, or holds a colon or a control character: RFC 7617 allows none");
        }
        String password = basic.password().reveal();
        int at = control(password);
        if (at >= 0) {
            problems.add(prefix + "password holds a control character at position " + (at + 1) + " of "
                    + password.length() + " (a line break from a file?)");
        }
    }

    private static void visible(String name, String value, List<String> problems) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                problems.add(name + " holds a character that no header can carry, at position " + (i + 1) + " of "
                        + value.length() + " (a space, or a line break from a file?)");
                return;
            }
        }
    }

    private static int control(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static void time(String name, Duration value, List<String> problems) {
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST) > 0) {
            problems.add(name + " " + value + " is out of range: 1 ms to 5 min");
        }
    }

    private static void proxy(InfobipAccount.Builder account, @Nullable URI baseUri, List<String> problems) {
        String host = account.proxyHost;
        Credentials.Basic credentials = account.proxyCredentials;
        if (host == null) {
            if (credentials != null) {
                problems.add("chatauth.proxy.username is set, but chatauth.proxy.host is not: set both");
            }
            return;
        }
        if (!Hosts.isName(host) && !host.matches("\\[?[0-9a-fA-F:.]{2,45}]?")) {
            problems.add("chatauth.proxy.host '" + Masking.clean(host)
                    + "' is no name or address of a host: give it without scheme and port");
        }
        if (account.proxyPort < 1 || account.proxyPort > 65_535) {
            problems.add("chatauth.proxy.port " + account.proxyPort + " is out of range: 1 to 65535");
        }
        if (credentials != null) {
            basic("chatauth.proxy.", credentials, problems);
            if (baseUri != null && !Hosts.isLoopback(baseUri.getHost())) {
                JdkRules.tunnelProblem().ifPresent(problems::add);
            }
        }
    }
}
