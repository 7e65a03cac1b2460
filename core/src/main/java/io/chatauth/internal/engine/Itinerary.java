package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChallengeRequest;
import io.chatauth.ChannelId;
import io.chatauth.RequestException;
import io.chatauth.Route;
import io.chatauth.internal.address.Canonical;
import io.chatauth.spi.Channel;
import io.chatauth.spi.FlowPlan;
import io.chatauth.template.AdaptationNote;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A request's route with all that its steps need, found and checked before anything is counted or stored.
 *
 * @param stages the steps in their order
 * @param plan the plan that all of them can carry
 * @param to the recipient
 */
record Itinerary(List<Stage> stages, FlowPlan plan, Canonical to) {
    /**
     * A step that can be sent.
     *
     * @param step the step as it was asked for
     * @param channel its channel
     * @param prepared its template
     * @param sender its sender
     */
    record Stage(Route.Step step, Channel channel, Composer.Prepared prepared, String sender) {
        ChannelId id() {
            return step.channel();
        }
    }

    /** Finds what a request's route needs. Throws RequestException if a step can't be sent. */
    static Itinerary of(Parts parts, Composer composer, ChallengeRequest request, FlowPlan whole) {
        List<Route.Step> steps = request.route().steps();
        List<Channel> channels = new ArrayList<>(steps.size());
        for (Route.Step step : steps) {
            channels.add(parts.channels().apply(step.channel()));
        }
        Address raw = request.to()
                .orElseThrow(() -> new RequestException("the flow '" + request.flow()
                        + "' writes to somebody, and the request names no recipient; give it one"));
        Canonical to = null;
        FlowPlan plan = whole;
        for (int i = 0; i < channels.size(); i++) {
            Channel channel = channels.get(i);
            to = parts.recipients().canonical(raw, steps.get(i).channel(), channel.capabilities(), parts.countries());
            // A plan without replies asks for a code, which every channel can carry; so one step decides for all.
            plan = PlanRules.traceable(
                    plan, channel.capabilities(), to.address().kind());
        }
        if (to == null) {
            throw new IllegalStateException("a route without steps");
        }
        RouteRules.check(request, plan, channels, parts.webhookBase().isPresent());
        List<Stage> stages = new ArrayList<>(steps.size());
        for (int i = 0; i < channels.size(); i++) {
            stages.add(stage(parts, composer, request, plan, to, steps.get(i), channels.get(i), i == 0));
        }
        return new Itinerary(List.copyOf(stages), plan, to);
    }

    private static Stage stage(
            Parts parts,
            Composer composer,
            ChallengeRequest request,
            FlowPlan plan,
            Canonical to,
            Route.Step step,
            Channel channel,
            boolean first) {
        Composer.Prepared prepared = composer.prepare(
                new Composer.Wish(
                        step.channel(),
                        plan.template(),
                        request.language(),
                        to.address().kind()),
                channel);
        Optional<String> wished = first ? request.sender().or(step::sender) : step.sender();
        String sender = wished.orElseGet(() -> parts.senders()
                .resolve(
                        step.channel(),
                        to.country(),
                        request.tenant(),
                        prepared.template().source().category()));
        return new Stage(step, channel, prepared, sender);
    }

    Stage first() {
        return stages.get(0);
    }

    /** What is kept of the steps; nothing if there is but one. */
    List<Leg> legs() {
        return stages.size() == 1
                ? List.of()
                : stages.stream()
                        .map(stage -> Leg.of(stage.step(), stage.sender()))
                        .toList();
    }

    /** What was changed in the message, on whichever channel. */
    List<AdaptationNote> notes() {
        if (stages.size() == 1) {
            return first().prepared().notes();
        }
        LinkedHashSet<AdaptationNote> all = new LinkedHashSet<>();
        stages.forEach(stage -> all.addAll(stage.prepared().notes()));
        return List.copyOf(all);
    }
}
