package io.chatauth.flow;

import io.chatauth.Assurance;
import io.chatauth.ChallengeRequest;
import io.chatauth.FlowId;
import io.chatauth.RequestException;
import io.chatauth.Transaction;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.FlowContext;
import io.chatauth.spi.FlowPlan;
import io.chatauth.spi.SecretSpec;
import io.chatauth.spi.Verdict;
import java.time.Duration;
import java.util.Map;

/** Gives the flow {@code transaction-confirmation}. */
public final class TransactionConfirmationProvider implements AuthFlowProvider {
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);
    private static final int DIGITS = 6;

    /** For the service loader and the builder. */
    public TransactionConfirmationProvider() {}

    @Override
    public FlowId id() {
        return TransactionConfirmation.ID;
    }

    @Override
    public AuthFlow create(FlowContext context) {
        return new Flow();
    }

    private static final class Flow implements AuthFlow {
        @Override
        public FlowPlan prepare(ChallengeRequest request) {
            Transaction transaction = transaction(request);
            boolean number = request.settings().containsKey(TransactionConfirmation.NUMBER);
            if (request.settings().containsKey(TransactionConfirmation.PAGE)) {
                return plan(request, transaction, FlowTemplates.TRANSACTION_LINK)
                        .link("token")
                        .bound()
                        .build();
            }
            FlowPlan code = plan(request, transaction, FlowTemplates.TRANSACTION_CODE)
                    .secret(SecretSpec.digits("code", DIGITS))
                    .build();
            FlowPlan.Builder question = plan(
                            request,
                            transaction,
                            number ? FlowTemplates.TRANSACTION_NUMBER : FlowTemplates.TRANSACTION_CONFIRMATION)
                    .question()
                    .withoutReplies(code);
            return (number ? question.numberMatch() : question).build();
        }

        private static FlowPlan.Builder plan(ChallengeRequest request, Transaction transaction, String template) {
            return FlowPlan.of(
                            request.template().orElse(template),
                            request.timeToLive().orElse(TIME_TO_LIVE))
                    .values(request.values())
                    .values(Map.of("amount", transaction.amountText(), "payee", transaction.payee()))
                    .least(Assurance.valueOf(
                            request.settings().getOrDefault(TransactionConfirmation.LEAST, Assurance.NONE.name())))
                    .transaction(transaction);
        }

        private static Transaction transaction(ChallengeRequest request) {
            Map<String, String> settings = request.settings();
            try {
                return Transaction.of(
                        settings.getOrDefault(TransactionConfirmation.AMOUNT, ""),
                        settings.getOrDefault(TransactionConfirmation.CURRENCY, ""),
                        settings.getOrDefault(TransactionConfirmation.PAYEE, ""));
            } catch (IllegalArgumentException e) {
                throw new RequestException("a " + request.flow() + " is about a payment: " + e.getMessage());
            }
        }

        @Override
        public Verdict evaluate(AnswerContext context) {
            return switch (context.kind()) {
                case TYPED -> context.secretMatches() ? Verdict.approve(Assurance.SECRET) : Verdict.wrong();
                case TAPPED, QUOTED, PRESSED, NUMBER -> said(context, Assurance.BOUND);
                case BARE -> said(context, context.numberAsked() ? Assurance.BOUND : Assurance.LOW);
                case SENT, COMPLETED -> Verdict.notAccepted();
            };
        }

        private static Verdict said(AnswerContext context, Assurance assurance) {
            if (context.choice().isEmpty()) {
                return Verdict.notAccepted();
            }
            if (context.choice().get() == AnswerContext.Choice.NO) {
                return Verdict.deny();
            }
            boolean number = context.numberAsked() || context.kind() == AnswerContext.Kind.NUMBER;
            return number && !context.secretMatches() ? Verdict.wrong() : Verdict.approve(assurance);
        }
    }
}
