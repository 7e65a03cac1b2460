package io.chatauth.flow;

import io.chatauth.Assurance;
import io.chatauth.ChallengeRequest;
import io.chatauth.FlowId;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.FlowContext;
import io.chatauth.spi.FlowPlan;
import io.chatauth.spi.Verdict;
import java.time.Duration;

/** Gives the flow {@code opt-in}. */
public final class OptInProvider implements AuthFlowProvider {
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(8);

    /** For the service loader and the builder. */
    public OptInProvider() {}

    @Override
    public FlowId id() {
        return OptIn.ID;
    }

    @Override
    public AuthFlow create(FlowContext context) {
        return new Flow();
    }

    private static final class Flow implements AuthFlow {
        @Override
        public FlowPlan prepare(ChallengeRequest request) {
            return FlowPlan.of(
                            request.template().orElse(FlowTemplates.OPT_IN),
                            request.timeToLive().orElse(TIME_TO_LIVE))
                    .values(request.values())
                    .invite()
                    .bound()
                    .maxAttempts(1)
                    .maxSends(1)
                    .build();
        }

        @Override
        public Verdict evaluate(AnswerContext context) {
            return switch (context.kind()) {
                case SENT -> context.secretMatches() ? Verdict.hold() : Verdict.wrong();
                case COMPLETED -> context.held() ? Verdict.approve(Assurance.SECRET) : Verdict.notAccepted();
                default -> Verdict.notAccepted();
            };
        }
    }
}
