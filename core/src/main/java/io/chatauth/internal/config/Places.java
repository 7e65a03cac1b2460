package io.chatauth.internal.config;

import io.chatauth.internal.text.Masking;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the addresses of others (the account) and of ourselves (the webhook). */
final class Places {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]|::1");

    private static final Pattern HOST_PATTERN = Pattern.compile("(?:\\*\\.)?[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*");

    private Places() {}

    static boolean isHostPattern(String text) {
        return HOST_PATTERN.matcher(text).matches();
    }

    static boolean loopback(URI uri) {
        return LOOPBACK.matcher(String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT))
                .matches();
    }

    /** Reads the base URL of the account: a host with or without scheme and closing slash, and nothing else. */
    static Optional<URI> account(Values values, Setting setting, List<String> allowedHosts) {
        Optional<URI> read = read(values, setting, true);
        if (read.isEmpty()) {
            return read;
        }
        URI uri = read.get();
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (!loopback(uri) && allowedHosts.stream().noneMatch(pattern -> fits(host, pattern))) {
            values.problem(
                    setting,
                    uri.toString(),
                    "a host of " + String.join(", ", allowedHosts)
                            + "; if it is yours, set chatauth.allowed-hosts or call allowedHosts(…)");
            return Optional.empty();
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return Optional.of(URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port));
    }

    /** Reads an address of ours, such as that of the webhook: the path may be any. */
    static Optional<URI> own(Values values, Setting setting) {
        return read(values, setting, false);
    }

    private static boolean fits(String host, String pattern) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        return wanted.startsWith("*.")
                ? host.endsWith(wanted.substring(1)) && host.length() > wanted.length() - 1
                : host.equals(wanted);
    }

    private static Optional<URI> read(Values values, Setting setting, boolean hostOnly) {
        Optional<String> text = values.text(setting);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String written = text.get();
        String expected = hostOnly
                ? "https://<host>, with nothing behind the host"
                : "https://<host>/<path>, without query and fragment";
        if (written.indexOf('@') >= 0) {
            values.problem(setting, "(hidden)", expected + "; it has an @, and credentials don't belong there");
            return Optional.empty();
        }
        try {
            URI uri = new URI(written.contains("://") ? written : "https://" + written);
            boolean whole = uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
            boolean path = uri.getPath() != null
                    && !uri.getPath().isEmpty()
                    && !uri.getPath().equals("/");
            boolean scheme = "https".equalsIgnoreCase(uri.getScheme())
                    || ("http".equalsIgnoreCase(uri.getScheme()) && loopback(uri));
            if (whole && scheme && !(hostOnly && path)) {
                return Optional.of(uri);
            }
            values.problem(
                    setting, written, expected + (scheme ? "" : "; http is for this machine only, such as localhost"));
        } catch (URISyntaxException e) {
            values.problem(setting, Masking.clean(written), expected);
        }
        return Optional.empty();
    }
}
