package io.chatauth.testkit;

import io.chatauth.Address;
import io.chatauth.Assurance;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.flow.VerificationCode;
import io.chatauth.flow.VerificationCodeProvider;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AuthFlowProvider;

/** The flow {@code verification-code}. */
class VerificationCodeContractTest extends AuthFlowContract {
    @Override
    protected AuthFlowProvider provider() {
        return new VerificationCodeProvider();
    }

    @Override
    protected ChallengeRequestBuilder<?> request(Address to) {
        return VerificationCode.to(to);
    }

    @Override
    protected AnswerContext.Kind answeredBy() {
        return AnswerContext.Kind.TYPED;
    }

    @Override
    protected Assurance assurance() {
        return Assurance.SECRET;
    }
}
