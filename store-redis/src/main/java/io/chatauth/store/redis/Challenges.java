package io.chatauth.store.redis;

import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.StoreException;
import io.chatauth.store.AfterLoss;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.Due;
import io.chatauth.store.DueKind;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Challenges: one hash each, and the ways to it, all in one slot, so that each transition is one script whose reply decides. */
final class Challenges implements ChallengeStore {
    private static final int AT_ONCE = 100;
    private static final long TAKEN_ID = -1;
    private static final long TAKEN_LOOKUP = -2;

    private final String root;
    private final Duration retention;
    private final Runner runner;

    Challenges(RedisOptions options, Runner runner) {
        root = options.root();
        retention = options.retention();
        this.runner = runner;
    }

    /** Who writes: 64 random bits as 16 characters. */
    static String mark() {
        return String.format("%016x", ThreadLocalRandom.current().nextLong());
    }

    private Runner.Call call(String what, Script script, ChallengeId id, List<String> rest) {
        List<String> args = new ArrayList<>(List.of(root, id.value()));
        args.addAll(rest);
        return new Runner.Call(what, script, List.of(root + "c:" + id), args);
    }

    /** A script of the indexes; its key only leads to the right node of a cluster. */
    private Runner.Call call(String what, Script script, String index, List<String> rest) {
        List<String> args = new ArrayList<>(List.of(root));
        args.addAll(rest);
        return new Runner.Call(what, script, List.of(root + index), args);
    }

    @Override
    public void insert(ChallengeRecord challenge) {
        if (challenge.state() != ChallengeState.OPEN) {
            throw new IllegalArgumentException("the challenge " + challenge.id() + " is " + challenge.state()
                    + ", only an open one can be inserted");
        }
        Duration open = Duration.between(challenge.createdAt(), challenge.expiresAt());
        long life = Millis.number(open.isNegative() ? retention : open.plus(retention));
        List<String> args = new ArrayList<>(List.of(String.valueOf(life)));
        args.addAll(Row.fields(challenge, mark()));
        // The script knows its own mark, so a second run tells what the first one did.
        long result = runner.repeatable(
                call("storing the challenge " + challenge.id(), Script.INSERT, challenge.id(), args),
                Challenges::number);
        if (result < 0) {
            throw taken(challenge.id(), result);
        }
    }

    private static StoreException taken(ChallengeId id, long result) {
        String why = result == TAKEN_ID
                ? "its id is taken; make another"
                : "another open one has one of its look-up keys; make others";
        return new StoreException("the challenge " + id + " can't be stored: " + why, null);
    }

    @Override
    public Optional<ChallengeRecord> find(ChallengeId id) {
        return row(id).map(Row::challenge);
    }

    private Optional<Row> row(ChallengeId id) {
        return runner.repeatable(call("reading the challenge " + id, Script.FIND, id, List.of()), Row::read);
    }

    @Override
    public List<ChallengeRecord> findOpen(OpenQuery query, int limit) {
        requireLimit(limit);
        List<String> args = new ArrayList<>(List.of(Millis.of(query.at()), String.valueOf(limit)));
        args.addAll(way(query));
        return runner.repeatable(call("looking for open challenges", Script.OPEN, "over", args), reply -> {
            List<ChallengeRecord> found = new ArrayList<>();
            for (Object row : list(reply)) {
                found.add(record(row));
            }
            return found;
        });
    }

    private static List<String> way(OpenQuery query) {
        if (query instanceof OpenQuery.ByLookup by) {
            return List.of("l", by.lookup());
        } else if (query instanceof OpenQuery.ByRecipient by) {
            return List.of("r", by.channel() + ":" + by.recipientKey());
        } else if (query instanceof OpenQuery.BySubject by) {
            return List.of("s", by.subjectKey());
        }
        return List.of("k", ((OpenQuery.ByKey) query).keyId());
    }

    @Override
    public Applied apply(ChallengeId id, Transition transition) {
        String writer = mark();
        String what = "writing " + transition.getClass().getSimpleName() + " to the challenge " + id;
        return runner.write(
                call(what, Script.APPLY, id, Arguments.of(transition, writer)),
                reply -> applied(id, list(reply)),
                () -> told(transition, writer, row(id)));
    }

    private static Optional<Applied> told(Transition transition, String writer, Optional<Row> found) {
        boolean marked = found.filter(row -> row.writer().equals(writer)).isPresent();
        AfterLoss.Judgement judgement = AfterLoss.judge(transition, marked, found.map(Row::challenge), Millis::number);
        if (judgement instanceof AfterLoss.Judgement.Untold untold) {
            throw new Runner.Unknown(untold.why());
        }
        return judgement instanceof AfterLoss.Judgement.Known known ? Optional.of(known.applied()) : Optional.empty();
    }

    private static Applied applied(ChallengeId id, List<?> reply) {
        long result = number(reply.get(0));
        if (result == TAKEN_LOOKUP) {
            throw taken(id, result);
        }
        return new Applied(
                result == 1, Row.read(reply.size() > 1 ? reply.get(1) : null).map(Row::challenge));
    }

    @Override
    public List<Due> claim(DueKind kind, String node, Instant now, Duration lease, int limit) {
        requireLimit(limit);
        if (lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("a lease of " + lease + " can't be claimed, expected more than zero");
        }
        long until = Math.max(Millis.number(now) + 1, Millis.number(now.plus(lease)));
        List<Due> claimed = new ArrayList<>();
        boolean more = true;
        while (more && claimed.size() < limit) {
            int most = Math.min(AT_ONCE, limit - claimed.size());
            List<String> args =
                    List.of(kind.name(), Millis.of(now), String.valueOf(until), String.valueOf(most), Row.clean(node));
            List<?> reply = runner.write(
                    call("claiming due work of the kind " + kind, Script.CLAIM, "due:" + kind, args),
                    Challenges::list,
                    Runner.unknown());
            for (Object one : reply.subList(1, reply.size())) {
                claimed.add(due(kind, list(one)));
            }
            more = number(reply.get(0)) == most;
        }
        return claimed;
    }

    private static Due due(DueKind kind, List<?> one) {
        String messageId = String.valueOf(one.get(0));
        return new Due(kind, record(one.get(1)), messageId.isEmpty() ? Optional.empty() : Optional.of(messageId));
    }

    @Override
    public int purge(Instant before, int limit) {
        requireLimit(limit);
        int purged = 0;
        boolean more = true;
        while (more && purged < limit) {
            int most = Math.min(AT_ONCE, limit - purged);
            List<?> reply = runner.write(
                    call("purging", Script.PURGE, "over", List.of(Millis.of(before), String.valueOf(most))),
                    Challenges::list,
                    Runner.unknown());
            purged += (int) number(reply.get(1));
            more = number(reply.get(0)) == most;
        }
        return purged;
    }

    @Override
    public long uses(String keyId) {
        Objects.requireNonNull(keyId, "keyId");
        return runner.repeatable(
                call("counting the uses of a key", Script.USES, "u:" + keyId, List.of(keyId)), Challenges::number);
    }

    private static ChallengeRecord record(Object flat) {
        return Row.read(flat).orElseThrow().challenge();
    }

    private static long number(@Nullable Object reply) {
        return (Long) Objects.requireNonNull(reply, "reply");
    }

    private static List<?> list(@Nullable Object reply) {
        return (List<?>) Objects.requireNonNull(reply, "reply");
    }

    private static void requireLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit is " + limit + ", expected 1 or more");
        }
    }
}
