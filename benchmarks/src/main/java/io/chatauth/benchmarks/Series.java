package io.chatauth.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All rounds of one contender.
 *
 * @param kind the contender
 * @param rounds its rounds
 * @param stub what the stub server did in each, in the same order
 */
record Series(Contender.Kind kind, List<Round> rounds, List<StubStats> stub) {
    /** The lowest, the middle and the highest of several figures. */
    record Spread(double least, double median, double most) {
        static Spread of(double[] figures) {
            double[] sorted = figures.clone();
            Arrays.sort(sorted);
            int half = sorted.length / 2;
            double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
            return new Spread(sorted[0], median, sorted[sorted.length - 1]);
        }
    }

    Series(Contender.Kind kind) {
        this(kind, new ArrayList<>(), new ArrayList<>());
    }

    Spread spread(ToDoubleFunction<Round> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure).toArray());
    }

    /** The figure of each round over that of the other contender's round beside it. */
    Spread ratio(Series other, ToDoubleFunction<Round> figure) {
        return Spread.of(IntStream.range(0, rounds.size())
                .mapToDouble(i -> figure.applyAsDouble(rounds.get(i)) / figure.applyAsDouble(other.rounds.get(i)))
                .toArray());
    }

    Spread stubSpread(ToDoubleFunction<StubStats> figure) {
        return Spread.of(stub.stream().mapToDouble(figure).toArray());
    }

    long failed() {
        return rounds.stream().mapToLong(Round::failed).sum();
    }

    long sent() {
        return rounds.stream().mapToLong(Round::sent).sum();
    }

    long answered() {
        return stub.stream().mapToLong(StubStats::messages).sum();
    }
}
