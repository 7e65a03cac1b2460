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
import io.chatauth.spi.SecretSpec;
import io.chatauth.spi.Verdict;
import java.time.Duration;

/** Gives the flow {@code verification-code}. */
public final class VerificationCodeProvider implements AuthFlowProvider {
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

    /** For the service loader and the builder. */
    public VerificationCodeProvider() {}

    @Override
    public FlowId id() {
        return VerificationCode.ID;
    }

    @Override
    public AuthFlow create(FlowContext context) {
        return new Flow();
    }

    private static final class Flow implements AuthFlow {
        @Override
        public FlowPlan prepare(ChallengeRequest request) {
            return FlowPlan.of(
                            request.template().orElse(VerificationCode.TEMPLATE),
                            request.timeToLive().orElse(TIME_TO_LIVE))
                    .values(request.values())
                    .secret(secret(request))
                    .build();
        }

        @Override
        public Verdict evaluate(AnswerContext context) {
            if (context.kind() != AnswerContext.Kind.TYPED) {
                return Verdict.notAccepted();
            }
            return context.secretMatches() ? Verdict.approve(Assurance.SECRET) : Verdict.wrong();
        }

        private static SecretSpec secret(ChallengeRequest request) {
            int length = Integer.parseInt(request.settings().getOrDefault(VerificationCode.LENGTH, "6"));
            boolean letters = "letters".equals(request.settings().get(VerificationCode.ALPHABET));
            try {
                return letters ? SecretSpec.letters("code", length) : SecretSpec.digits("code", length);
            } catch (IllegalArgumentException e) {
                throw new RequestException("verification-code: " + e.getMessage());
            }
        }
    }
}
