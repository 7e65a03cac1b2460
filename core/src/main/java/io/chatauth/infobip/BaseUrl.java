package io.chatauth.infobip;

import io.chatauth.internal.net.Hosts;
import io.chatauth.internal.text.Masking;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what people write as base URL, and refuses what would send credentials to the wrong place. */
final class BaseUrl {
    static final String PROPERTY = "chatauth.base-url";

    private BaseUrl() {}

    static @Nullable URI parse(@Nullable String text, Set<String> allowed, List<String> problems) {
        if (text == null || text.isBlank()) {
            problems.add(PROPERTY + " is missing: set the base URL that the Infobip portal shows for the account,"
                    + " such as abc123.api.infobip.com");
            return null;
        }
        String value = text.strip();
        if (value.indexOf('@') >= 0) {
            problems.add(
                    PROPERTY + " holds an @: user name and password don't go into the URL, but into the credentials");
            return null;
        }
        String shown = PROPERTY + " '" + Masking.clean(value) + "'";
        if (value.chars().anyMatch(c -> c <= ' ' || c >= 0x7f || c == '\\')) {
            problems.add(shown + " holds a space, a backslash, a control character or a letter that is not ASCII");
            return null;
        }
        URI uri;
        try {
            uri = new URI(value.contains("://") ? value : "https://" + value);
        } catch (URISyntaxException e) {
            problems.add(shown + " is no URL: expected a host such as abc123.api.infobip.com");
            return null;
        }
        return check(uri, shown, allowed, problems);
    }

    private static @Nullable URI check(URI uri, String shown, Set<String> allowed, List<String> problems) {
        String host = uri.getHost();
        if (host == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            problems.add(shown + " names no valid host and port: expected one such as abc123.api.infobip.com");
            return null;
        }
        if (uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !uri.getRawPath().matches("/*")) {
            problems.add(shown + " has a path, a query or a fragment: give scheme and host only");
            return null;
        }
        String name = host.toLowerCase(Locale.ROOT);
        boolean loopback = Hosts.isLoopback(name);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && loopback)) {
            problems.add(shown + " does not use https: credentials and codes go through TLS only (http is for this"
                    + " machine alone: localhost, 127.0.0.1, [::1])");
            return null;
        }
        if (!loopback && !Hosts.isInfobip(name) && !allowed.contains(name)) {
            problems.add(shown + " is not a host of Infobip's API (api.infobip.com or a name below it): if the"
                    + " credentials really shall go there, allow it by allowHost(\"" + Masking.clean(name) + "\")");
            return null;
        }
        return URI.create(scheme + "://" + name + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
    }
}
