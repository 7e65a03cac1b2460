package io.chatauth.flow;

import io.chatauth.Assurance;
import io.chatauth.ChallengeRequest;
import io.chatauth.FlowId;
import io.chatauth.RequestException;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.FlowContext;
import io.chatauth.spi.FlowPlan;
import io.chatauth.spi.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Gives the flow {@code activation-notice}. */
public final class ActivationNoticeProvider implements AuthFlowProvider {
    private static final Duration TIME_TO_LIVE = Duration.ofDays(14);
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final int FIRST_MESSAGE_AND_RESENDS = 4;

    /** For the service loader and the builder. */
    public ActivationNoticeProvider() {}

    @Override
    public FlowId id() {
        return ActivationNotice.ID;
    }

    @Override
    public AuthFlow create(FlowContext context) {
        return new Flow();
    }

    private static final class Flow implements AuthFlow {
        @Override
        public FlowPlan prepare(ChallengeRequest request) {
            Duration timeToLive = request.timeToLive().orElse(TIME_TO_LIVE);
            if (timeToLive.compareTo(SHORTEST) < 0) {
                throw new RequestException("an activation-notice lives 1 hour to 90 days, not " + timeToLive
                        + "; the person needs time to call");
            }
            FlowPlan.Builder plan = FlowPlan.of(request.template().orElse(ActivationNotice.TEMPLATE), timeToLive)
                    .values(request.values())
                    .maxAttempts(1);
            List<Duration> reminders = reminders(request);
            try {
                reminders.forEach(plan::reminder);
            } catch (IllegalArgumentException e) {
                throw new RequestException("activation-notice: " + e.getMessage());
            }
            return plan.maxSends(FIRST_MESSAGE_AND_RESENDS + reminders.size()).build();
        }

        private static List<Duration> reminders(ChallengeRequest request) {
            String setting = request.settings().getOrDefault(ActivationNotice.REMINDERS, "");
            return setting.isEmpty()
                    ? List.of()
                    : Stream.of(setting.split(" ")).map(Duration::parse).toList();
        }

        @Override
        public Verdict evaluate(AnswerContext context) {
            return context.kind() == AnswerContext.Kind.COMPLETED
                    ? Verdict.approve(Assurance.NONE)
                    : Verdict.notAccepted();
        }
    }
}
