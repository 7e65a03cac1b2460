package io.chatauth;

import io.chatauth.internal.engine.TemplateDesk;
import io.chatauth.internal.sync.Planned;
import io.chatauth.internal.sync.Runner;
import io.chatauth.template.sync.PlannedStep;
import io.chatauth.template.sync.PlannedStep.Action;
import io.chatauth.template.sync.SyncProgress;
import io.chatauth.template.sync.SyncResult;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is to do so that the account has the templates: made by reading only. {@link #toString()} shows it to people.
 * Immutable.
 */
public final class TemplatePlan {
    private final TemplateDesk desk;
    private final List<Planned> planned;

    TemplatePlan(TemplateDesk desk, List<Planned> planned) {
        this.desk = desk;
        this.planned = planned;
    }

    /**
     * Gives the steps.
     *
     * @return a step for each template, language and channel, in the order in which they are done
     */
    public List<PlannedStep> steps() {
        return planned.stream().map(Planned::step).toList();
    }

    /**
     * Tells whether anything would be written.
     *
     * @return false if {@link #apply()} would do nothing
     */
    public boolean writes() {
        return planned.stream().anyMatch(one -> one.step().action().writes());
    }

    /**
     * Does what the plan says, on the caller's thread and inside the provider's rate limits, for which it may wait long. A
     * step that fails takes no other with it. To go on after an interruption, a crash or a failure, plan and apply again: what
     * is done shows itself as unchanged.
     *
     * @return what became of every step; nothing is thrown for a step that failed
     */
    public SyncResult apply() {
        return apply(progress -> {});
    }

    /**
     * Does what the plan says and tells how far it is.
     *
     * @param listener hears on the caller's thread when a step begins, waits, is done or failed; what it throws is logged
     * @return what became of every step; nothing is thrown for a step that failed
     */
    public SyncResult apply(Consumer<SyncProgress> listener) {
        return new Runner(desk, planned, Objects.requireNonNull(listener, "listener")).run();
    }

    /**
     * Writes a line for each step and one with the sums.
     *
     * @return lines for people
     */
    @Override
    public String toString() {
        int subject = width(steps().stream().map(PlannedStep::subject));
        int action = width(steps().stream().map(step -> step.action().inWords()));
        String sums = Stream.of(Action.values())
                .filter(one -> count(one) > 0)
                .map(one -> count(one) + " " + one.inWords())
                .collect(Collectors.joining(", "));
        return steps().stream()
                        .map(step -> (padded(step.subject(), subject) + "  "
                                                + padded(step.action().inWords(), action) + "  " + step.details())
                                        .stripTrailing()
                                + "\n")
                        .collect(Collectors.joining())
                + (sums.isEmpty() ? "no templates" : sums)
                + (writes() ? "; nothing is written before apply()" : "; there is nothing to write");
    }

    private long count(Action action) {
        return planned.stream().filter(one -> one.step().action() == action).count();
    }

    private static int width(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
