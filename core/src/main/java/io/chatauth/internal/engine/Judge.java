package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import io.chatauth.event.ChatAuthEvent.Answered;
import io.chatauth.event.ChatAuthEvent.FraudReported;
import io.chatauth.event.ChatAuthEvent.WrongAnswer;
import io.chatauth.internal.decoy.Decoys;
import io.chatauth.internal.guard.Guard;
import io.chatauth.internal.guard.Who;
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
    private final Guard guard;
    private final Decoys decoys;
    private final GuessWatch watch;

    /**
     * Who says how strong an answer must be, and who gets the approval.
     *
     * @param least the least assurance that counts
     * @param handedOut whether an approval goes to the caller at once; if not, the first who asks for the outcome gets it
     * @param address the address that the answer proved, if it was not known before
     * @param inbound the message that brought the answer, if one did
     */
    record Asked(Assurance least, boolean handedOut, Optional<Address> address, Optional<Inbound> inbound) {
        /** For answers that come from a page: what the application expects is compared when it asks. */
        static final Asked ELSEWHERE = new Asked(Assurance.NONE, false, Optional.empty(), Optional.empty());

        /** An answer that the application itself brings. */
        static Asked by(Assurance least) {
            return new Asked(least, true, Optional.empty(), Optional.empty());
        }

        /** An answer from a chat. */
        static Asked in(Inbound message) {
            return new Asked(Assurance.NONE, false, Optional.empty(), Optional.of(message));
        }
    }

    /**
     * The message that brought an answer, for the audit.
     *
     * @param messageId the provider's id
     * @param receivedAt when the provider got it
     */
    record Inbound(String messageId, Optional<Instant> receivedAt) {}

    Judge(Parts parts, Ledger ledger, Postbox postbox, Guard guard, Decoys decoys, GuessWatch watch) {
        this.parts = parts;
        this.ledger = ledger;
        this.postbox = postbox;
        this.guard = guard;
        this.decoys = decoys;
        this.watch = watch;
    }

    /**
     * Lets the flow judge, and carries its verdict out.
     *
     * @return empty if the flow takes no such answers; then nothing was done
     */
    Optional<Answer> judge(
            ChallengeRecord challenge, Content content, AnswerContext context, Asked asked, Instant now) {
        if (!ledger.reached(challenge)) {
            return Optional.of(new Answer.Unknown());
        }
        Verdict verdict = flow(challenge).evaluate(context);
        if (verdict.kind() == Verdict.Kind.NOT_ACCEPTED) {
            return Optional.empty();
        }
        Answer answer = decide(challenge, content, verdict, asked, now);
        tell(challenge, context.kind(), answer, asked, now);
        return Optional.of(answer);
    }

    /** Says what became of an answer, for the audit. */
    void tell(ChallengeRecord challenge, AnswerContext.Kind kind, Answer answer, Asked asked, Instant now) {
        parts.events()
                .tell(new Answered(
                        now,
                        challenge.tenant(),
                        challenge.id(),
                        challenge.flow(),
                        challenge.channel(),
                        kind,
                        answer.getClass().getSimpleName(),
                        asked.inbound().map(Inbound::messageId),
                        asked.inbound().flatMap(Inbound::receivedAt)));
    }

    private Answer decide(ChallengeRecord challenge, Content content, Verdict verdict, Asked asked, Instant now) {
        if (verdict.kind() == Verdict.Kind.HOLD) {
            return new Answer.Waiting(Ledger.allowance(challenge, now));
        }
        Assurance assurance = verdict.assurance().orElse(Assurance.NONE);
        if (verdict.kind() == Verdict.Kind.WRONG
                || (verdict.kind() == Verdict.Kind.APPROVE && assurance.compareTo(asked.least()) < 0)
                || decoys.is(challenge)) {
            return wrong(challenge, content, now);
        }
        ChallengeState to = verdict.kind() == Verdict.Kind.APPROVE ? ChallengeState.APPROVED : ChallengeState.DENIED;
        Applied applied = ledger.end(
                challenge.id(),
                new Transition.Answer(now, challenge.generation(), to, assurance, asked.handedOut()),
                now);
        ChallengeRecord after = applied.challenge().orElse(challenge);
        if (!applied.won()) {
            return Ledger.stateAt(after, now).ended() ? late(after, now) : wrong(after, content, now);
        }
        postbox.forget(after);
        note(challenge, content, to, assurance, asked);
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

    /** Lets the guard know of the decision: a device that is trusted, a person who wants to be left alone. */
    private void note(ChallengeRecord challenge, Content content, ChallengeState to, Assurance assurance, Asked asked) {
        Optional<Who> person =
                content.recipient().or(asked::address).map(address -> who(guard, challenge, content, address));
        if (to == ChallengeState.APPROVED) {
            // A bare reply or a word of the application says nothing of the device that began.
            Optional<String> device =
                    content.terms().binding().filter(shown -> assurance.compareTo(Assurance.BOUND) >= 0);
            person.ifPresent(who -> guard.succeeded(who, device));
        } else if (content.terms().prompts()) {
            person.ifPresent(guard::denied);
        }
    }

    static Who who(Guard guard, ChallengeRecord challenge, Content content, Address address) {
        return guard.who(challenge.tenant(), challenge.channel(), content.sender(), address, content.country());
    }

    /** Ends the challenge if no attempts are left. */
    private Answer wrong(ChallengeRecord challenge, Content content, Instant now) {
        int left = challenge.maxAttempts() - challenge.attempts();
        parts.events().tell(new WrongAnswer(now, challenge.tenant(), challenge.id(), Math.max(0, left)));
        if (left <= 0) {
            Applied applied = ledger.end(
                    challenge.id(),
                    new Transition.Answer(now, challenge.generation(), ChallengeState.EXHAUSTED, Assurance.NONE, true),
                    now);
            applied.challenge().ifPresent(postbox::forget);
            if (applied.won()) {
                watch.challengeExhausted(challenge, content);
            }
            return new Answer.Exhausted();
        }
        if (Ledger.undelivered(challenge)) {
            return new Answer.DeliveryFailed(
                    Ledger.allowance(challenge, now),
                    Ledger.lastMessage(challenge).failure().orElseThrow());
        }
        return new Answer.WrongAnswer(Ledger.allowance(challenge, now));
    }

    /** What a later answer gets: whatever the first one said, it was first. */
    Answer.Ended late(ChallengeRecord challenge, Instant now) {
        Answer.Ended ended = ended(challenge, now);
        return ended instanceof Answer.Denied ? new Answer.AlreadyAnswered() : ended;
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
