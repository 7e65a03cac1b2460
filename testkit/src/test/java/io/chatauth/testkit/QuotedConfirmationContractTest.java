package io.chatauth.testkit;

import io.chatauth.Address;
import io.chatauth.Assurance;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.Transaction;
import io.chatauth.flow.TransactionConfirmation;
import io.chatauth.flow.TransactionConfirmationProvider;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AuthFlowProvider;

/** The flow {@code transaction-confirmation}, answered with a reply that quotes it. */
class QuotedConfirmationContractTest extends AuthFlowContract {
    @Override
    protected AuthFlowProvider provider() {
        return new TransactionConfirmationProvider();
    }

    @Override
    protected ChallengeRequestBuilder<?> request(Address to) {
        return TransactionConfirmation.to(to, Transaction.of("120.50", "EUR", "Landlord Ltd"));
    }

    @Override
    protected AnswerContext.Kind answeredBy() {
        return AnswerContext.Kind.QUOTED;
    }

    @Override
    protected Assurance assurance() {
        return Assurance.BOUND;
    }
}
