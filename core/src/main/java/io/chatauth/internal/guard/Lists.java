package io.chatauth.internal.guard;

import io.chatauth.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who is always, and who is never written to. An entry is a number ({@code +441134960001}), all numbers that begin alike
 * ({@code +44113*}), or a user id of any channel. Who is on both lists is denied.
 */
public final class Lists {
    /** Nobody is named. */
    public static final Lists EMPTY = new Lists(new Side(List.of()), new Side(List.of()));

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{2,14}");
    private static final Pattern PREFIX = Pattern.compile("\\+[1-9]\\d{0,13}\\*");

    private final Side allowed;
    private final Side denied;

    private Lists(Side allowed, Side denied) {
        this.allowed = allowed;
        this.denied = denied;
    }

    /** Makes lists of entries that were checked with {@link #problem}. */
    public static Lists of(List<String> allow, List<String> deny) {
        return new Lists(new Side(allow), new Side(deny));
    }

    /** What an entry should be, if it is not. */
    public static Optional<String> problem(String entry) {
        boolean good = entry.startsWith("+")
                ? NUMBER.matcher(entry).matches() || PREFIX.matcher(entry).matches()
                : !entry.endsWith("*");
        return good
                ? Optional.empty()
                : Optional.of("a number such as +441134960001, the beginning of numbers such as +44113*, or a user id");
    }

    boolean allows(Who who) {
        return allowed.names(who);
    }

    boolean denies(Who who) {
        return denied.names(who);
    }

    /** How many entries there are, for people; entries are personal. */
    String inWords() {
        return allowed.size() + " allowed, " + denied.size() + " denied";
    }

    boolean isEmpty() {
        return allowed.size() + denied.size() == 0;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Lists lists && lists.allowed.equals(allowed) && lists.denied.equals(denied);
    }

    @Override
    public int hashCode() {
        return allowed.hashCode() * 31 + denied.hashCode();
    }

    @Override
    public String toString() {
        return inWords();
    }

    private record Side(Set<String> exact, List<String> prefixes) {
        Side(List<String> entries) {
            this(new HashSet<>(), new ArrayList<>());
            for (String entry : entries) {
                if (entry.endsWith("*")) {
                    prefixes.add(entry.substring(0, entry.length() - 1));
                } else {
                    exact.add(entry);
                }
            }
        }

        int size() {
            return exact.size() + prefixes.size();
        }

        boolean names(Who who) {
            return names(who.to()) || names(who.counted());
        }

        private boolean names(Address address) {
            String value = address.value();
            return exact.contains(value) || (address.kind() == Address.Kind.PHONE && hasPrefixOf(value));
        }

        private boolean hasPrefixOf(String number) {
            for (String prefix : prefixes) {
                if (number.startsWith(prefix)) {
                    return true;
                }
            }
            return false;
        }
    }
}
