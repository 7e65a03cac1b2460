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

    /** Makes the counters of a limit, one for each live key, the active one first. */
    List<Counted> counters(Limit limit, long figure, String purpose, String... parts) {
        return counters(limit, limit.code(), figure, purpose, parts);
    }

    /** The same with another code, for a purse of its own. */
    List<Counted> counters(Limit limit, String code, long figure, String purpose, String... parts) {
        List<Counted> all = new ArrayList<>(1);
        String active = keys.activeId();
        all.add(counter(limit, code, figure, active, purpose, parts));
        Set<String> live = keys.codeKeyIds();
        if (live.size() > 1) {
            live.stream()
                    .filter(id -> !id.equals(active))
                    .sorted()
                    .forEach(id -> all.add(counter(limit, code, figure, id, purpose, parts)));
        }
        return all;
    }

    private Counted counter(Limit limit, String code, long figure, String keyId, String purpose, String... parts) {
        String name = code + ":" + cut(keys.index(keyId, purpose, parts));
        return new Counted(limit, new Counter(name, limit.window(), figure));
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
