package io.chatauth.testkit;

import io.chatauth.Address;
import io.chatauth.Assurance;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.flow.OptIn;
import io.chatauth.flow.OptInProvider;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AuthFlowProvider;

/** The flow {@code opt-in}. */
class OptInContractTest extends AuthFlowContract {
    @Override
    protected AuthFlowProvider provider() {
        return new OptInProvider();
    }

    @Override
    protected ChallengeRequestBuilder<?> request(Address to) {
        return OptIn.begin().site("bank.example");
    }

    @Override
    protected AnswerContext.Kind answeredBy() {
        return AnswerContext.Kind.SENT;
    }

    @Override
    protected Assurance assurance() {
        return Assurance.SECRET;
    }
}
