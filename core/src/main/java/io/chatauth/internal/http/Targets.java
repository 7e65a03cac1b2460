package io.chatauth.internal.http;

import io.chatauth.internal.net.Hosts;
import io.chatauth.internal.text.Masking;
import io.chatauth.spi.WireRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides where a request may go and which headers it may bring. */
final class Targets {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> RESERVED = Set.of(
            "connection", "content-length", "expect", "host", "proxy-authorization", "transfer-encoding", "upgrade");

    private Targets() {}

    static boolean isRelative(WireRequest request) {
        return request.target().startsWith("/");
    }

    static URI resolve(URI base, WireRequest request, Set<String> channelHosts) throws NotRetryable {
        boolean relative = isRelative(request);
        URI uri = parse(relative ? base + request.target() : request.target());
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw NotRetryable.rule("its target names no host, or holds user information or a fragment");
        }
        if (relative) {
            if (!uri.getHost().equals(base.getHost()) || uri.getPort() != base.getPort()) {
                throw NotRetryable.rule("its target leaves the account's host");
            }
            return uri;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (!uri.getScheme().equals("https") && !Hosts.isLoopback(host)) {
            throw NotRetryable.rule("its target does not use https");
        }
        if (!channelHosts.contains(host)) {
            throw NotRetryable.rule("the channel does not declare the host '" + Masking.clean(host) + "'; it declares "
                    + channelHosts.stream().sorted().toList());
        }
        return uri;
    }

    static void checkHeaders(WireRequest request) throws NotRetryable {
        if (!TOKEN.matcher(request.method()).matches()) {
            throw NotRetryable.rule("'" + Masking.clean(request.method()) + "' is no HTTP method");
        }
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            String name = header.getKey();
            if (!TOKEN.matcher(name).matches()) {
                throw NotRetryable.rule("'" + Masking.clean(name) + "' is no name of a header");
            }
            String lower = name.toLowerCase(Locale.ROOT);
            if (RESERVED.contains(lower) || (lower.equals("authorization") && isRelative(request))) {
                throw NotRetryable.rule("the header " + name + " is ChatAuth's to set");
            }
            for (int i = 0; i < header.getValue().length(); i++) {
                char c = header.getValue().charAt(i);
                if (c < ' ' || c >= 0x7f) {
                    throw NotRetryable.rule("the header " + name
                            + " holds a control character, or a letter that is not ASCII, at position " + (i + 1));
                }
            }
        }
    }

    private static URI parse(String target) throws NotRetryable {
        try {
            return new URI(target);
        } catch (URISyntaxException e) {
            throw NotRetryable.rule("its target is no URI: " + e.getReason() + " at position " + (e.getIndex() + 1));
        }
    }
}
