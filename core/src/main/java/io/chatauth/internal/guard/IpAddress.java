package io.chatauth.internal.guard;

import io.chatauth.RequestException;
import io.chatauth.internal.text.Masking;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The IP address of a request in its one form, read from its digits alone: no name is ever looked up. An IPv4 address that is
 * mapped into IPv6 is that IPv4 address; of an IPv6 address the /64 counts, which one subscriber has at least, and the /48.
 *
 * @param host the IPv4 address, or the /64 of an IPv6 address
 * @param network the /48; empty for IPv4
 */
public record IpAddress(String host, Optional<String> network) {
    private static final Pattern V4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final int GROUPS = 8;
    private static final int LONGEST = 45;

    /**
     * Reads an address.
     *
     * @throws RequestException if it is none
     */
    public static IpAddress parse(String text) {
        if (text.length() <= LONGEST) {
            Matcher v4 = V4.matcher(text);
            Optional<int[]> groups = v4.matches() ? mapped(v4) : v6(text);
            if (groups.isPresent()) {
                return of(groups.get());
            }
        }
        throw new RequestException("ip(\"" + Masking.clean(text) + "\") is no IP address; give its digits, such as"
                + " 198.51.100.7 or 2001:db8::7, without brackets, port, zone or name");
    }

    private static IpAddress of(int[] group) {
        boolean mapped = group[5] == 0xffff;
        for (int i = 0; i < 5; i++) {
            mapped &= group[i] == 0;
        }
        if (mapped) {
            return new IpAddress(
                    (group[6] >> 8) + "." + (group[6] & 255) + "." + (group[7] >> 8) + "." + (group[7] & 255),
                    Optional.empty());
        }
        String network = hex(group[0]) + ":" + hex(group[1]) + ":" + hex(group[2]);
        return new IpAddress(network + ":" + hex(group[3]) + "::/64", Optional.of(network + "::/48"));
    }

    private static String hex(int group) {
        return Integer.toHexString(group);
    }

    private static Optional<int[]> mapped(Matcher v4) {
        int[] group = new int[GROUPS];
        group[5] = 0xffff;
        for (int i = 0; i < 4; i++) {
            String digits = v4.group(i + 1);
            int octet = Integer.parseInt(digits);
            if (octet > 255 || (digits.length() > 1 && digits.startsWith("0"))) {
                return Optional.empty();
            }
            group[6 + i / 2] |= i % 2 == 0 ? octet << 8 : octet;
        }
        return Optional.of(group);
    }

    private static Optional<int[]> v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(all -> all.length == GROUPS);
        }
        String after = text.substring(gap + 2);
        if (after.contains("::") || text.substring(0, gap).indexOf('.') >= 0) {
            return Optional.empty();
        }
        Optional<int[]> head = groups(text.substring(0, gap));
        Optional<int[]> tail = groups(after);
        if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length >= GROUPS) {
            return Optional.empty();
        }
        int[] all = new int[GROUPS];
        System.arraycopy(head.get(), 0, all, 0, head.get().length);
        System.arraycopy(tail.get(), 0, all, GROUPS - tail.get().length, tail.get().length);
        return Optional.of(all);
    }

    /** Groups with colons between them; the last may be an IPv4 address, which is two. */
    private static Optional<int[]> groups(String text) {
        if (text.isEmpty()) {
            return Optional.of(new int[0]);
        }
        String[] parts = text.split(":", -1);
        Matcher v4 = V4.matcher(parts[parts.length - 1]);
        boolean dotted = v4.matches();
        int[] group = new int[dotted ? parts.length + 1 : parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (dotted && i == parts.length - 1) {
                Optional<int[]> mapped = mapped(v4);
                if (mapped.isEmpty()) {
                    return Optional.empty();
                }
                group[i] = mapped.get()[6];
                group[i + 1] = mapped.get()[7];
            } else if (GROUP.matcher(parts[i]).matches()) {
                group[i] = Integer.parseInt(parts[i], 16);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(group);
    }
}
