package io.chatauth.store.redis;

import io.chatauth.store.SharedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Values and counters of the shared state. Redis ends their time. */
final class Values implements SharedState {
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_VALUE = 8192;

    private final String root;
    private final Runner runner;

    Values(RedisOptions options, Runner runner) {
        root = options.root();
        this.runner = runner;
    }

    private Runner.Call call(String what, String key, String... args) {
        return new Runner.Call(what, Script.VALUE, List.of(value(key)), List.of(args));
    }

    private String value(String key) {
        return root + "v:" + key;
    }

    private String counter(Counter counter) {
        return root + "n:" + counter.key();
    }

    @Override
    public Optional<String> get(String key) {
        requireKey(key);
        return runner.repeatable(
                call("reading a value", key, "get"),
                reply -> Optional.ofNullable(reply).map(String::valueOf));
    }

    @Override
    public void put(String key, String value, Duration timeToLive) {
        requireEntry(key, value, timeToLive);
        runner.repeatable(
                call("writing a value", key, "put", Challenges.mark(), value, millis(timeToLive)), reply -> 1);
    }

    @Override
    public boolean putIfAbsent(String key, String value, Duration timeToLive) {
        requireEntry(key, value, timeToLive);
        // The script knows its own mark, so a second run tells what the first one did.
        return runner.repeatable(
                call("writing a value", key, "absent", Challenges.mark(), value, millis(timeToLive)), Values::isOne);
    }

    private static String millis(Duration duration) {
        return String.valueOf(Millis.number(duration));
    }

    private static boolean isOne(Object reply) {
        return Long.valueOf(1).equals(reply);
    }

    @Override
    public Tally add(List<Counter> counters, long amount) {
        requireCounters(counters, amount, 1);
        return checked(List.of(), counters, amount).tally();
    }

    @Override
    public Checked addUnless(List<String> against, List<Counter> counters, long amount) {
        against.forEach(Values::requireKey);
        requireCounters(counters, amount, 0);
        return checked(against, counters, amount);
    }

    private Checked checked(List<String> against, List<Counter> counters, long amount) {
        if (against.isEmpty() && counters.isEmpty()) {
            return new Checked(Optional.empty(), Tally.ADDED);
        }
        List<String> keys = Stream.concat(
                        against.stream().map(this::value), counters.stream().map(this::counter))
                .toList();
        List<String> args = new ArrayList<>(List.of(String.valueOf(amount), String.valueOf(against.size())));
        for (Counter counter : counters) {
            args.add(millis(counter.window()));
            args.add(String.valueOf(counter.limit()));
        }
        List<?> reply = runner.write(
                new Runner.Call("counting", Script.ADD, keys, args),
                given -> (List<?>) Objects.requireNonNull(given, "reply"),
                Runner.unknown());
        int result = Math.toIntExact((Long) reply.get(0));
        if (result < 0) {
            return new Checked(Optional.of(against.get(-result - 1)), Tally.ADDED);
        }
        return new Checked(
                Optional.empty(),
                result == 0
                        ? Tally.ADDED
                        : new Tally(
                                Optional.of(counters.get(result - 1)),
                                Optional.of(Millis.at(String.valueOf(reply.get(1))))));
    }

    @Override
    public void takeBack(List<Counter> counters, long amount) {
        requireCounters(counters, amount, 1);
        List<String> keys = counters.stream().map(this::counter).toList();
        runner.write(
                new Runner.Call("taking back what was counted", Script.BACK, keys, List.of(String.valueOf(amount))),
                reply -> 1,
                Runner.unknown());
    }

    @Override
    public long count(Counter counter) {
        requireKey(counter.key());
        return runner.repeatable(
                new Runner.Call("reading a counter", Script.COUNT, List.of(counter(counter)), List.of()),
                reply -> Long.parseLong(String.valueOf(reply)));
    }

    @Override
    public boolean remove(String key) {
        requireKey(key);
        return remove(call("removing a value", key, "remove"), key);
    }

    @Override
    public boolean remove(String key, String value) {
        requireKey(key);
        return remove(call("removing a value", key, "remove", value), key);
    }

    /** After a lost answer, a value that is still there was not removed; one that is gone may have been removed by others. */
    private boolean remove(Runner.Call call, String key) {
        return runner.write(call, Values::isOne, () -> {
            if (get(key).isEmpty()) {
                throw new Runner.Unknown("the value is gone, by whom is unknown");
            }
            return Optional.empty();
        });
    }

    private static void requireEntry(String key, String value, Duration timeToLive) {
        requireKey(key);
        if (value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("the value of '" + key + "' has " + value.length()
                    + " characters, at most " + LONGEST_VALUE + " are kept");
        }
        if (timeToLive.isNegative() || timeToLive.isZero()) {
            throw new IllegalArgumentException(
                    "the value of '" + key + "' can't live for " + timeToLive + ", expected more than zero");
        }
    }

    private static void requireCounters(List<Counter> counters, long amount, int atLeast) {
        if (counters.size() < atLeast || amount < 1) {
            throw new IllegalArgumentException("expected " + atLeast
                    + " counters or more and an amount of 1 or more, not " + counters.size() + " and " + amount);
        }
        counters.forEach(counter -> requireKey(counter.key()));
        if (counters.stream().map(Counter::key).distinct().count() < counters.size()) {
            throw new IllegalArgumentException("a counter comes twice");
        }
    }

    private static void requireKey(String key) {
        boolean printable = key.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (key.isEmpty() || key.length() > LONGEST_KEY || !printable) {
            throw new IllegalArgumentException("a key of shared state has 1 to " + LONGEST_KEY
                    + " printable ASCII characters; this one has " + key.length()
                    + (printable ? "" : ", not all of them printable ASCII"));
        }
    }
}
