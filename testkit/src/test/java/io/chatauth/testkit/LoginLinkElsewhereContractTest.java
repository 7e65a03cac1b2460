package io.chatauth.testkit;

import io.chatauth.Address;
import io.chatauth.Assurance;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.flow.LoginLink;
import io.chatauth.flow.LoginLinkProvider;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AuthFlowProvider;

/** The flow {@code login-link}, in another browser, with the two digits. */
class LoginLinkElsewhereContractTest extends AuthFlowContract {
    @Override
    protected AuthFlowProvider provider() {
        return new LoginLinkProvider();
    }

    @Override
    protected ChallengeRequestBuilder<?> request(Address to) {
        return LoginLink.to(to);
    }

    @Override
    protected AnswerContext.Kind answeredBy() {
        return AnswerContext.Kind.NUMBER;
    }

    @Override
    protected Assurance assurance() {
        return Assurance.SECRET;
    }
}
