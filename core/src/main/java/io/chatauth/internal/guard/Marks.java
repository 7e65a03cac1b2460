package io.chatauth.internal.guard;

import io.chatauth.internal.key.Keys;
import io.chatauth.store.SharedState.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names counters and values so that nobody can tell from the shared state whom they are about: a short code, and 132 bits of a
 * keyed hash. While keys rotate, a counter has one name under each key that is not retired, and all of them are counted, so that
 * a node whose active key is another one counts the same: a limit holds through a rotation if the old key is verify-only for as
 * long as the limit's window.
 */
final class Marks {
    /** More than any limit; small enough for stores that count in floating point. */
    static final long UNBOUNDED = 1_000_000_000_000L;

    private static final int LENGTH = 22;

    private final Keys keys;

    Marks(Keys keys) {
        this.keys = keys;
    }

    /** Whom counters are about: the keyed hash under each live key, that of the active one first. */
    List<String> whom(String purpose, String... parts) {
        String active = keys.activeId();
        String own = cut(keys.index(active, purpose, parts));
        Set<String> live = keys.codeKeyIds();
        if (live.size() == 1 && live.contains(active)) {
            return List.of(own);
        }
        List<String> all = new ArrayList<>(live.size() + 1);
        all.add(own);
        live.stream()
                .filter(id -> !id.equals(active))
                .sorted()
                .forEach(id -> all.add(cut(keys.index(id, purpose, parts))));
        return all;
    }

    /** Makes the counters of a limit, one for each hash. */
    static List<Counted> counters(Limit limit, long figure, List<String> whom) {
        return counters(limit, limit.code(), figure, whom);
    }

    /** The same with another code, for a purse of its own. */
    static List<Counted> counters(Limit limit, String code, long figure, List<String> whom) {
        List<Counted> all = new ArrayList<>(whom.size());
        for (String hash : whom) {
            all.add(new Counted(limit, new Counter(code + ":" + hash, limit.window(), figure)));
        }
        return all;
    }

    /** Gives the names under all keys, retired ones too, that of the active key first. */
    List<String> names(String purpose, String... parts) {
        return keys.indexUnderAll(purpose, parts).stream().map(Marks::cut).toList();
    }

    private static String cut(String index) {
        return index.substring(0, LENGTH);
    }

    /** The same counters without a limit. */
    static List<Counter> unbounded(List<Counted> all) {
        return all.stream()
                .map(one -> new Counter(one.counter().key(), one.counter().window(), UNBOUNDED))
                .toList();
    }

    static List<Counter> plain(List<Counted> all) {
        List<Counter> counters = new ArrayList<>(all.size());
        all.forEach(one -> counters.add(one.counter()));
        return counters;
    }
}
