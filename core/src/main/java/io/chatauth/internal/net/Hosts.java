package io.chatauth.internal.net;

import java.util.Locale;
import java.util.regex.Pattern;

/** What can be said about a host from its name alone, without asking a name server. */
public final class Hosts {
    private static final Pattern LOOPBACK_V4 =
            Pattern.compile("127(\\.(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])){3}");
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final String INFOBIP = "api.infobip.com";

    private Hosts() {}

    /**
     * Tells whether a host is this machine: {@code 127.0.0.0/8}, {@code ::1} or {@code localhost}.
     *
     * @param host a host as in a URI, IPv6 in brackets or not
     * @return true for these names only; other spellings of the same address don't count
     */
    public static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("[::1]")
                || name.equals("::1")
                || LOOPBACK_V4.matcher(name).matches();
    }

    /**
     * Tells whether a host belongs to Infobip's API.
     *
     * @param host a host as in a URI
     * @return true for {@code api.infobip.com} and every name below it
     */
    public static boolean isInfobip(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals(INFOBIP)
                || (name.endsWith("." + INFOBIP) && NAME.matcher(name).matches());
    }

    /**
     * Tells whether a text can be the name of a host.
     *
     * @param host any text
     * @return true for letters, digits, hyphens and single dots, at most 253 characters
     */
    public static boolean isName(String host) {
        return NAME.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
