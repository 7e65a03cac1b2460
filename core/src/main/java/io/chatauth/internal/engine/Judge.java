package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import io.chatauth.event.ChatAuthEvent.FraudReported;
import io.chatauth.event.ChatAuthEvent.WrongAnswer;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.Verdict;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Transition;
import java.time.Instant;
import java.util.Optional;

/** Lets a flow judge an answer, and one conditional write decide. */
final class Judge {
    private final Parts parts;
    private final Ledger ledger;
    private final Postbox postbox;

    /**
     * Who says how strong an answer must be, and who gets the approval.
     *
     * @param least the least assurance that counts
     * @param handedOut whether an approval goes to the caller at once; if not, the first who asks for the outcome gets it
     * @param address the address that the answer proved, if it was not known before
     */
    record Asked(Assurance least, boolean handedOut, Optional<Address> address) {
        /** For answers that come from elsewhere than the application: what it expects is compared when it asks. */
        static final Asked ELSEWHERE = new Asked(Assurance.NONE, false, Optional.empty());
    }

    Judge(Parts parts, Ledger ledger, Postbox postbox) {
        this.parts = parts;
        this.ledger = ledger;
        this.postbox = postbox;
    }

    /** The flow's own judgement. */
    Verdict verdict(ChallengeRecord challenge, AnswerContext context) {
        return flow(challenge).evaluate(context);
    }

    /** Carries out a verdict that is not {@code NOT_ACCEPTED}; what is to be held is held elsewhere. */
    Answer decide(ChallengeRecord challenge, Content content, Verdict verdict, Asked asked, Instant now) {
        if (verdict.kind() == Verdict.Kind.HOLD) {
            return new Answer.Waiting(Ledger.allowance(challenge, now));
        }
        Assurance assurance = verdict.assurance().orElse(Assurance.NONE);
        if (verdict.kind() == Verdict.Kind.WRONG || assurance.compareTo(asked.least()) < 0) {
            return wrong(challenge, now);
        }
        ChallengeState to = verdict.kind() == Verdict.Kind.APPROVE ? ChallengeState.APPROVED : ChallengeState.DENIED;
        Applied applied = ledger.end(
                challenge.id(),
                new Transition.Answer(now, challenge.generation(), to, assurance, asked.handedOut()),
                now);
        ChallengeRecord after = applied.challenge().orElse(challenge);
        if (!applied.won()) {
            return Ledger.stateAt(after, now).ended() ? ended(after, now) : wrong(after, now);
        }
        postbox.forget(after);
        if (to == ChallengeState.DENIED && content.terms().transaction().isPresent()) {
            parts.events()
                    .tell(new FraudReported(
                            now,
                            challenge.tenant(),
                            challenge.id(),
                            challenge.channel(),
                            content.to().masked()));
        }
        return to == ChallengeState.DENIED
                ? new Answer.Denied()
                : new Answer.Approved(
                        challenge.id(),
                        challenge.flow(),
                        challenge.channel(),
                        content.purpose(),
                        content.subject(),
                        asked.address(),
                        assurance,
                        now);
    }

    /** Ends the challenge if no attempts are left. */
    Answer wrong(ChallengeRecord challenge, Instant now) {
        int left = challenge.maxAttempts() - challenge.attempts();
        parts.events().tell(new WrongAnswer(now, challenge.tenant(), challenge.id(), Math.max(0, left)));
        if (left <= 0) {
            Applied applied = ledger.end(
                    challenge.id(),
                    new Transition.Answer(now, challenge.generation(), ChallengeState.EXHAUSTED, Assurance.NONE, true),
                    now);
            applied.challenge().ifPresent(postbox::forget);
            return new Answer.Exhausted();
        }
        if (Ledger.allFailed(challenge)) {
            return new Answer.DeliveryFailed(
                    Ledger.allowance(challenge, now),
                    Ledger.lastMessage(challenge).failure().orElseThrow());
        }
        return new Answer.WrongAnswer(Ledger.allowance(challenge, now));
    }

    /** How an ended challenge answers; lets it expire if nobody did. */
    Answer.Ended ended(ChallengeRecord challenge, Instant now) {
        ChallengeState state = Ledger.stateAt(challenge, now);
        if (state == ChallengeState.EXPIRED && challenge.state() == ChallengeState.OPEN) {
            ledger.expire(challenge, now);
            postbox.forget(challenge);
        }
        return Ledger.told(state);
    }

    private AuthFlow flow(ChallengeRecord challenge) {
        AuthFlow flow = parts.flows().get(challenge.flow());
        if (flow == null) {
            throw new IllegalStateException("challenge " + challenge.id() + " belongs to the flow '" + challenge.flow()
                    + "', which this node does not have; add its provider");
        }
        return flow;
    }
}
