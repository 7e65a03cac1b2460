package io.chatauth.internal.engine;

import io.chatauth.ChallengeRequest;
import io.chatauth.MessageStatus;
import io.chatauth.RequestException;
import io.chatauth.Route;
import io.chatauth.spi.Channel;
import io.chatauth.spi.FlowPlan;
import io.chatauth.template.Capabilities.Report;
import java.time.Duration;
import java.util.List;

/** What a route of several steps must keep to. Each refusal names the rule, the channel and the value. */
final class RouteRules {
    /** How long the last step's message must have at least. */
    private static final Duration LAST = Duration.ofSeconds(60);

    private RouteRules() {}

    /** Refuses several channels where the person writes first. */
    static void checkInvitation(ChallengeRequest request) {
        if (request.route().steps().size() > 1) {
            throw new RequestException("the flow '" + request.flow()
                    + "' sends nothing, so there is no next channel to go on to; name one with via(…)");
        }
    }

    /**
     * Refuses a route that can't come to its end, or would go on although the message arrived.
     *
     * @param webhooks whether reports come by webhook
     */
    static void check(ChallengeRequest request, FlowPlan plan, List<Channel> channels, boolean webhooks) {
        Route route = request.route();
        List<Route.Step> steps = route.steps();
        if (steps.size() == 1) {
            return;
        }
        Duration needed = route.waits().plus(LAST);
        if (needed.compareTo(plan.timeToLive()) > 0) {
            throw new RequestException("the steps of the route " + route + " wait " + route.waits()
                    + " in all, and with 60 s for the last one that is more than the challenge lives, "
                    + plan.timeToLive() + "; shorten the waits, name fewer channels, or lengthen the time");
        }
        if (steps.size() > plan.maxSends()) {
            throw new RequestException("the route " + route + " has " + steps.size() + " steps, and the flow '"
                    + request.flow() + "' sends at most " + plan.maxSends() + " messages; name fewer channels");
        }
        for (int i = 0; i < steps.size() - 1; i++) {
            checkWanted(steps.get(i), channels.get(i), webhooks);
        }
    }

    private static void checkWanted(Route.Step step, Channel channel, boolean webhooks) {
        if (step.wanted() == MessageStatus.ACCEPTED) {
            return;
        }
        Report report = step.wanted() == MessageStatus.SEEN ? Report.SEEN : Report.DELIVERED;
        if (!channel.capabilities().reports().contains(report)) {
            throw new RequestException("the step on " + step.channel() + " waits for " + step.wanted()
                    + ", which this channel does not report, so the next step would always go out; wait for "
                    + (report == Report.SEEN && channel.capabilities().reports().contains(Report.DELIVERED)
                            ? "DELIVERED"
                            : "ACCEPTED"));
        }
        if (!webhooks && channel.reports().isEmpty()) {
            throw new RequestException("the step on " + step.channel() + " waits for " + step.wanted()
                    + ", and no report can arrive: its provider can't be asked, and chatauth.webhook-url is not set."
                    + " Set it, or wait for ACCEPTED");
        }
    }
}
