package io.chatauth.internal.link;

import io.chatauth.internal.net.Hosts;
import io.chatauth.internal.text.Masking;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a page may send people on: whole URIs, compared letter by letter, and paths on the page's own origin, each with all that
 * is below it. A path is letters, digits, hyphens, underscores, tildes and dots between single slashes: nothing that a browser
 * reads in another way than it is written.
 */
public final class Destinations {
    /** Nowhere. */
    public static final Destinations NONE = new Destinations(Set.of(), List.of());

    private static final Pattern PATH = Pattern.compile("/|(?:/[A-Za-z0-9_~-][A-Za-z0-9_~.-]*)+/?");
    private static final Pattern WHOLE =
            Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+(?:[/?][A-Za-z0-9._~/?=&:,+-]*)?");
    private static final URI NOWHERE = URI.create("https://nowhere.invalid");
    private static final int LONGEST = 2000;

    private final Set<String> whole;
    private final List<String> paths;

    private Destinations(Set<String> whole, List<String> paths) {
        this.whole = Set.copyOf(whole);
        this.paths = List.copyOf(paths);
    }

    /**
     * Reads the list.
     *
     * @param entries whole URIs and paths
     * @return the list
     * @throws IllegalArgumentException if an entry is neither, with what it may be
     */
    public static Destinations of(List<String> entries) {
        Set<String> whole = new HashSet<>();
        List<String> paths = new ArrayList<>();
        for (String entry : entries) {
            if (isPath(entry)) {
                paths.add(entry.endsWith("/") ? entry : entry + "/");
            } else if (isWhole(entry)) {
                whole.add(entry);
            } else {
                throw new IllegalArgumentException(
                        "'" + Masking.clean(entry) + "' is neither a path such as /account, of"
                                + " letters, digits and -_~. between single slashes, nor a whole URI such as"
                                + " https://app.example/welcome without user, fragment and escapes; http is for this machine only");
            }
        }
        return new Destinations(whole, paths);
    }

    /**
     * Tells whether people may be sent there.
     *
     * @param target any text
     * @return true if it is on the list
     */
    public boolean allows(String target) {
        if (whole.contains(target)) {
            return true;
        }
        return isPath(target) && paths.stream().anyMatch(path -> (target + "/").startsWith(path));
    }

    /**
     * Gives the origin of a target that is not on the page's own.
     *
     * @param target a target that is allowed
     * @return scheme, host and port; empty for a path
     */
    public static Optional<String> origin(String target) {
        if (target.startsWith("/")) {
            return Optional.empty();
        }
        URI uri = URI.create(target);
        return Optional.of(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    /** Parsed against an origin that leads nowhere, it stays there and stays as it is. */
    private static boolean isPath(String text) {
        if (text.length() > LONGEST || !PATH.matcher(text).matches()) {
            return false;
        }
        URI there = NOWHERE.resolve(text);
        return NOWHERE.getHost().equals(there.getHost()) && there.toString().equals(NOWHERE + text);
    }

    private static boolean isWhole(String text) {
        if (text.length() > LONGEST || !WHOLE.matcher(text).matches()) {
            return false;
        }
        try {
            URI uri = new URI(text).parseServerAuthority();
            String host = uri.getHost();
            return host != null
                    && uri.getUserInfo() == null
                    && host.equals(host.toLowerCase(Locale.ROOT))
                    && (uri.getScheme().equals("https") || Hosts.isLoopback(host));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return whole.isEmpty() && paths.isEmpty()
                ? "nowhere"
                : String.join(", ", whole) + " " + String.join(", ", paths);
    }
}
