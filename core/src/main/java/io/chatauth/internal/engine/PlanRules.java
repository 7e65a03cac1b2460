package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChallengeRequest;
import io.chatauth.RequestException;
import io.chatauth.internal.link.LinkSettings;
import io.chatauth.internal.text.Masking;
import io.chatauth.spi.FlowPlan;
import io.chatauth.template.Capabilities;
import java.time.Duration;

/** What a plan may ask for, whatever the flow. */
final class PlanRules {
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST_WITH_SECRET = Duration.ofMinutes(8);
    private static final Duration LONGEST = Duration.ofDays(90);

    private PlanRules() {}

    /** Refuses times that are out of bounds, and a missing binding. */
    static void check(ChallengeRequest request, FlowPlan plan) {
        checkTimeToLive(request, plan);
        checkReminders(request, plan);
        plan.withoutReplies().ifPresent(other -> checkTimeToLive(request, other));
        if ((plan.bound() || plan.invite() || plan.link().isPresent())
                && request.binding().isEmpty()) {
            throw new RequestException("the flow '" + request.flow() + "' is bound to the browser or device that starts"
                    + " it; give binding(…) a random value that the application keeps in a cookie there");
        }
    }

    /** Refuses a link that no page answers, and a target that people must not be sent to. */
    static void checkLink(ChallengeRequest request, FlowPlan plan, LinkSettings links) {
        if (plan.link().isPresent() && links.page().isEmpty()) {
            throw new RequestException(
                    "the flow '" + request.flow() + "' sends a link, and there is no page behind it: set"
                            + " chatauth.login-page or call loginPage(…) with the address at which the webhooks' receiver is reached,"
                            + " such as https://bank.example/chatauth/_page");
        }
        plan.next().filter(next -> !links.next().allows(next)).ifPresent(next -> {
            throw new RequestException(
                    "the target '" + Masking.clean(next) + "' that people shall be sent to is not allowed:"
                            + " chatauth.page.next lists " + links.next()
                            + "; add it there, or call pageNext(…), if it is yours");
        });
    }

    private static void checkReminders(ChallengeRequest request, FlowPlan plan) {
        Duration last = Duration.ZERO;
        for (Duration after : plan.reminders()) {
            last = last.plus(after);
        }
        if (last.compareTo(plan.timeToLive()) >= 0) {
            throw new RequestException("the last reminder of the flow '" + request.flow() + "' would come after " + last
                    + ", and the challenge ends after " + plan.timeToLive()
                    + "; give fewer reminders, earlier ones, or more time");
        }
    }

    /** The plan for this recipient: another one if the message asks for replies and none could be traced. */
    static FlowPlan traceable(FlowPlan plan, Capabilities can, Address.Kind to) {
        return plan.question() && can.inbound(to).isEmpty()
                ? plan.withoutReplies().orElse(plan)
                : plan;
    }

    private static void checkTimeToLive(ChallengeRequest request, FlowPlan plan) {
        Duration longest = secret(plan) ? LONGEST_WITH_SECRET : LONGEST;
        Duration wished = plan.timeToLive();
        if (wished.compareTo(SHORTEST) < 0 || wished.compareTo(longest) > 0) {
            throw new RequestException("a challenge of the flow '" + request.flow() + "' lives " + SHORTEST + " to "
                    + longest + ", not " + wished);
        }
        request.smsFailover().flatMap(ChallengeRequest.SmsText::after).ifPresent(after -> {
            if (after.compareTo(SHORTEST) < 0 || after.multipliedBy(2).compareTo(wished) > 0) {
                throw new RequestException(
                        "an SMS follows after " + SHORTEST + " to half of the time to live, " + wished.dividedBy(2)
                                + ", and not after " + after + "; shorten the wait, or lengthen the time");
            }
        });
    }

    private static boolean secret(FlowPlan plan) {
        return plan.secret().isPresent() || plan.link().isPresent() || plan.question() || plan.invite();
    }
}
