package io.chatauth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The way of a challenge's message: one channel, or several that are tried one after the other. Every step carries the same code
 * or link; a later step goes out only if the one before it did not get as far as wanted, and none after the outcome. Immutable.
 */
public final class Route {
    /**
     * One step. A later one is for the case that this one does not get there.
     *
     * @param channel the channel
     * @param within how long the next step waits for {@code wanted}, more than zero; without meaning for the last step
     * @param wanted how far the message must get so that no further step is needed: {@link MessageStatus#ACCEPTED},
     *     {@link MessageStatus#SENT}, {@link MessageStatus#DELIVERED} or {@link MessageStatus#SEEN}
     * @param sender the sender, as the channel names it; empty for the configured one
     */
    public record Step(ChannelId channel, Duration within, MessageStatus wanted, Optional<String> sender) {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the wait is not positive, or nobody could wait for that status
         */
        public Step {
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(sender, "sender");
            if (within.isNegative() || within.isZero()) {
                throw new IllegalArgumentException(
                        "the step on '" + channel + "' waits " + within + ", expected more than zero");
            }
            if (wanted == MessageStatus.QUEUED || wanted == MessageStatus.FAILED) {
                throw new IllegalArgumentException("the step on '" + channel + "' can't wait for " + wanted
                        + ", expected ACCEPTED, SENT, DELIVERED or SEEN");
            }
        }

        /**
         * A step that waits {@link Route#USUAL_WAIT} for {@link MessageStatus#DELIVERED}.
         *
         * @param channel the channel's id, such as {@code whatsapp}
         * @return the step
         * @throws IllegalArgumentException if it has not the form of an id
         */
        public static Step of(String channel) {
            return of(ChannelId.of(channel));
        }

        /**
         * A step that waits {@link Route#USUAL_WAIT} for {@link MessageStatus#DELIVERED}.
         *
         * @param channel the channel's id
         * @return the step
         */
        public static Step of(ChannelId channel) {
            return new Step(channel, USUAL_WAIT, MessageStatus.DELIVERED, Optional.empty());
        }

        /**
         * Sets how long the next step waits.
         *
         * @param duration more than zero
         * @return a new step
         * @throws IllegalArgumentException if it is not
         */
        public Step waiting(Duration duration) {
            return new Step(channel, duration, wanted, sender);
        }

        /**
         * Sets how far the message must get.
         *
         * @param status {@link MessageStatus#ACCEPTED}, {@link MessageStatus#SENT}, {@link MessageStatus#DELIVERED} or
         *     {@link MessageStatus#SEEN}
         * @return a new step
         * @throws IllegalArgumentException if it is another
         */
        public Step until(MessageStatus status) {
            return new Step(channel, within, status, sender);
        }

        /**
         * Sets the sender.
         *
         * @param id the sender, as the channel names it
         * @return a new step
         */
        public Step from(String id) {
            return new Step(channel, within, wanted, Optional.of(id));
        }
    }

    /** How long a step waits, unless it says otherwise. */
    public static final Duration USUAL_WAIT = Duration.ofSeconds(45);

    /** How many steps a route may have. */
    public static final int MOST_STEPS = 5;

    private final List<Step> steps;

    private Route(List<Step> steps) {
        this.steps = List.copyOf(steps);
        if (this.steps.isEmpty() || this.steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "a route has 1 to " + MOST_STEPS + " steps, this one has " + this.steps.size());
        }
        List<ChannelId> seen = new ArrayList<>();
        for (Step step : this.steps) {
            if (seen.contains(step.channel())) {
                throw new IllegalArgumentException("the route names '" + step.channel()
                        + "' twice; a message is sent again on one channel with resend(…)");
            }
            seen.add(step.channel());
        }
    }

    /**
     * A route by the channels' own endpoints. With several steps ChatAuth goes on to the next one when a step did not get as
     * far as wanted within its wait, and at once when it failed.
     *
     * @param steps 1 to {@value #MOST_STEPS} steps, each on a channel of its own
     * @return the route
     * @throws IllegalArgumentException if there are none or too many, or a channel comes twice
     */
    public static Route standalone(Step... steps) {
        return standalone(Arrays.asList(steps));
    }

    /**
     * The same.
     *
     * @param steps 1 to {@value #MOST_STEPS} steps, each on a channel of its own
     * @return the route
     * @throws IllegalArgumentException if there are none or too many, or a channel comes twice
     */
    public static Route standalone(List<Step> steps) {
        return new Route(steps);
    }

    /**
     * Gives the steps.
     *
     * @return 1 to {@value #MOST_STEPS} steps in their order
     */
    public List<Step> steps() {
        return steps;
    }

    /**
     * Adds up how long the steps but the last one wait.
     *
     * @return after how long the last step goes out, at the latest
     */
    public Duration waits() {
        return steps.subList(0, steps.size() - 1).stream().map(Step::within).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Route route && steps.equals(route.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    /**
     * Says the channels.
     *
     * @return such as {@code whatsapp, viber}
     */
    @Override
    public String toString() {
        return steps.stream().map(step -> step.channel().value()).collect(Collectors.joining(", "));
    }
}
