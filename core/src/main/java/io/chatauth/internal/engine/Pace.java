package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import io.chatauth.spi.ApiOperation;
import io.chatauth.spi.Channel;
import io.chatauth.spi.RateLimit;
import io.chatauth.store.SharedState;
import io.chatauth.store.SharedState.Counter;
import io.chatauth.store.SharedState.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps what all nodes ask of a provider's template API inside the limits that the channel declares. It counts in fixed
 * windows and uses half of a limit in each: whatever the provider's own window, it meets two of ours at most.
 */
final class Pace {
    private static final Duration SHORTEST = Duration.ofMillis(10);

    private final SharedState state;
    private final Clock clock;
    private final String account;
    private final Pause pause;

    Pace(SharedState state, Clock clock, String account, Pause pause) {
        this.state = state;
        this.clock = clock;
        this.account = account;
        this.pause = pause;
    }

    /** Gives the declared operation of a kind. */
    static Optional<ApiOperation> operation(Channel channel, ApiOperation.Kind kind) {
        return channel.operations().stream()
                .filter(operation -> operation.kind() == kind)
                .findFirst();
    }

    /**
     * Counts one operation; waits for its turn if the caller wants that.
     *
     * @param waits hears how long it will wait, each time before it does; empty for not waiting
     * @return false if the thread was interrupted before its turn came
     */
    boolean take(ChannelId id, Channel channel, ApiOperation.Kind kind, Optional<Consumer<Duration>> waits) {
        Optional<RateLimit> limit = operation(channel, kind).flatMap(ApiOperation::limit);
        if (limit.isEmpty()) {
            return true;
        }
        String key = Digests.key("pace", account, id.value(), kind.name());
        long allowed = Math.max(1, limit.get().times() / 2);
        Counter counter = new Counter(key, limit.get().per(), waits.isPresent() ? allowed : Long.MAX_VALUE);
        while (true) {
            Tally tally = state.add(List.of(counter), 1);
            if (tally.added()) {
                return true;
            }
            Duration wait = until(tally.freeAt());
            waits.ifPresent(listener -> listener.accept(wait));
            pause.pause(wait);
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
    }

    /** Waits after the provider said that it was too often. */
    boolean backOff(int tried, Consumer<Duration> waits) {
        Duration wait = Duration.ofSeconds(1L << Math.min(tried, 6));
        waits.accept(wait);
        pause.pause(wait);
        return !Thread.currentThread().isInterrupted();
    }

    private Duration until(Optional<Instant> freeAt) {
        Duration wait =
                freeAt.map(time -> Duration.between(clock.instant(), time)).orElse(SHORTEST);
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
    }
}
