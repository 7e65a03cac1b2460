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

/** Gives the flow {@code login-link}. */
public final class LoginLinkProvider implements AuthFlowProvider {
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(8);
    private static final String TOKEN = "token";

    /** For the service loader and the builder. */
    public LoginLinkProvider() {}

    @Override
    public FlowId id() {
        return LoginLink.ID;
    }

    @Override
    public AuthFlow create(FlowContext context) {
        return new Flow();
    }

    private static final class Flow implements AuthFlow {
        @Override
        public FlowPlan prepare(ChallengeRequest request) {
            FlowPlan.Builder plan = FlowPlan.of(
                            request.template().orElse(FlowTemplates.LOGIN_LINK),
                            request.timeToLive().orElse(TIME_TO_LIVE))
                    .values(request.values())
                    .link(TOKEN)
                    .bound();
            String next = request.settings().get(LoginLink.NEXT);
            return (next == null ? plan : plan.next(next)).build();
        }

        @Override
        public Verdict evaluate(AnswerContext context) {
            if (context.choice().filter(AnswerContext.Choice.NO::equals).isPresent()) {
                return Verdict.notAccepted();
            }
            return switch (context.kind()) {
                case PRESSED, NUMBER -> context.secretMatches() ? Verdict.approve(Assurance.SECRET) : Verdict.wrong();
                default -> Verdict.notAccepted();
            };
        }
    }
}
