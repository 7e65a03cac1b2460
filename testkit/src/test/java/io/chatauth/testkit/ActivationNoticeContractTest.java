package io.chatauth.testkit;

import io.chatauth.Address;
import io.chatauth.Assurance;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.flow.ActivationNotice;
import io.chatauth.flow.ActivationNoticeProvider;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AuthFlowProvider;

/** The flow {@code activation-notice}. */
class ActivationNoticeContractTest extends AuthFlowContract {
    @Override
    protected AuthFlowProvider provider() {
        return new ActivationNoticeProvider();
    }

    @Override
    protected ChallengeRequestBuilder<?> request(Address to) {
        return ActivationNotice.to(to).value("name", "Nick");
    }

    @Override
    protected AnswerContext.Kind answeredBy() {
        return AnswerContext.Kind.COMPLETED;
    }

    @Override
    protected Assurance assurance() {
        return Assurance.NONE;
    }
}
