package io.chatauth.samples.delivery;

import io.chatauth.Assurance;
import io.chatauth.ChallengeRequest;
import io.chatauth.FlowId;
import io.chatauth.RequestException;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AnswerContext.Choice;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.FlowContext;
import io.chatauth.spi.FlowPlan;
import io.chatauth.spi.SecretSpec;
import io.chatauth.spi.Verdict;
import java.time.Duration;
import java.util.Map;

/** Gives the flow {@code delivery-pin}. */
public final class DeliveryPinProvider implements AuthFlowProvider {
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(8);
    private static final int FEWEST_LETTERS = 6;

    /** For the service loader and the builder. */
    public DeliveryPinProvider() {}

    @Override
    public FlowId id() {
        return DeliveryPin.ID;
    }

    @Override
    public AuthFlow create(FlowContext context) {
        return new Flow();
    }

    private static final class Flow implements AuthFlow {
        @Override
        public FlowPlan prepare(ChallengeRequest request) {
            String parcel = request.settings().getOrDefault(DeliveryPin.PARCEL, "");
            if (!parcel.matches("[A-Z0-9]{4,20}")) {
                throw new RequestException("a parcel's number has 4 to 20 capitals and digits");
            }
            String letters = request.settings().get(DeliveryPin.LETTERS);
            FlowPlan code = plan(request, DeliveryTemplates.CODE, parcel)
                    .secret(letters(letters == null ? FEWEST_LETTERS : Integer.parseInt(letters)))
                    .build();
            // Where a reply can't be traced to the neighbour, the question becomes a code.
            return letters != null
                    ? code
                    : plan(request, DeliveryTemplates.QUESTION, parcel)
                            .question()
                            .least(Assurance.BOUND)
                            .withoutReplies(code)
                            .build();
        }

        private static FlowPlan.Builder plan(ChallengeRequest request, String template, String parcel) {
            return FlowPlan.of(
                            request.template().orElse(template),
                            request.timeToLive().orElse(TIME_TO_LIVE))
                    .values(request.values())
                    .values(Map.of("parcel", parcel));
        }

        private static SecretSpec letters(int length) {
            try {
                return SecretSpec.letters("code", length);
            } catch (IllegalArgumentException e) {
                throw new RequestException("delivery-pin: " + e.getMessage());
            }
        }

        @Override
        public Verdict evaluate(AnswerContext context) {
            return switch (context.kind()) {
                case TYPED -> context.secretMatches() ? Verdict.approve(Assurance.SECRET) : Verdict.wrong();
                case TAPPED, QUOTED -> said(context);
                default -> Verdict.notAccepted();
            };
        }

        private static Verdict said(AnswerContext context) {
            if (context.choice().isEmpty() || context.numberAsked()) {
                return Verdict.notAccepted();
            }
            return context.choice().get() == Choice.YES ? Verdict.approve(Assurance.BOUND) : Verdict.deny();
        }
    }
}
