package io.chatauth.internal.engine;

import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.Expect;
import io.chatauth.RequestException;
import io.chatauth.UnknownKeyException;
import io.chatauth.event.ChatAuthEvent.OperatorAlert;
import io.chatauth.event.ChatAuthEvent.WrongAnswer;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.Verdict;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Transition;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges answers: counts the attempt, compares, asks the flow, and lets one conditional write decide. */
final class Verifier {
    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);

    private final Parts parts;
    private final Ledger ledger;
    private final Composer composer;
    private final Guard guard;
    private final Postbox postbox;

    Verifier(Parts parts, Ledger ledger, Composer composer, Guard guard, Postbox postbox) {
        this.parts = parts;
        this.ledger = ledger;
        this.composer = composer;
        this.guard = guard;
        this.postbox = postbox;
    }

    /** Judges a typed answer. */
    Answer verify(ChallengeId id, String typed, Expect expect) {
        Instant now = parts.clock().instant();
        Applied counted = parts.store()
                .apply(
                        id,
                        new Transition.CountAttempt(
                                now,
                                parts.limits().freeAttempts(),
                                parts.limits().attemptGap(),
                                parts.keys().codeKeyIds()));
        Optional<ChallengeRecord> found = counted.challenge().filter(challenge -> expected(challenge, expect));
        if (found.isEmpty()) {
            return new Answer.Unknown();
        }
        ChallengeRecord challenge = found.get();
        return counted.won() ? judgeTyped(challenge, typed, expect, now) : notCounted(challenge, now);
    }

    /** Lets the team's own system complete the challenge. */
    Answer complete(ChallengeId id, Expect expect) {
        Instant now = parts.clock().instant();
        Optional<ChallengeRecord> found =
                parts.store().find(id).filter(challenge -> ledger.expected(challenge, expect));
        if (found.isEmpty()) {
            return new Answer.Unknown();
        }
        ChallengeRecord challenge = found.get();
        if (Ledger.stateAt(challenge, now).ended()) {
            return ended(challenge, now);
        }
        Verdict verdict = flow(challenge).evaluate(new AnswerContext(AnswerContext.Kind.COMPLETED, false));
        if (verdict.kind() == Verdict.Kind.NOT_ACCEPTED) {
            throw new RequestException("the flow '" + challenge.flow()
                    + "' can't be completed by the application; the person answers with verify(…)");
        }
        return decide(challenge, ledger.content(challenge), verdict, expect, false, now);
    }

    /** Withdraws the challenge. */
    Answer cancel(ChallengeId id, Expect expect) {
        Instant now = parts.clock().instant();
        Optional<ChallengeRecord> found =
                parts.store().find(id).filter(challenge -> ledger.expected(challenge, expect));
        if (found.isEmpty()) {
            return new Answer.Unknown();
        }
        Applied applied = ledger.end(id, new Transition.Cancel(now), now);
        applied.challenge().ifPresent(postbox::forget);
        return applied.won()
                ? new Answer.Cancelled()
                : applied.challenge().map(after -> (Answer) ended(after, now)).orElseGet(Answer.Unknown::new);
    }

    private boolean expected(ChallengeRecord challenge, Expect expect) {
        return ledger.expected(challenge, expect);
    }

    private Answer judgeTyped(ChallengeRecord challenge, String typed, Expect expect, Instant now) {
        Content content = ledger.content(challenge);
        String person = guard.person(challenge.channel(), content.sender(), content.to());
        if (!guard.reserveFailure(challenge.tenant(), person, challenge.id())) {
            return new Answer.Limited(Ledger.allowance(challenge, now));
        }
        boolean matches = content.secret()
                .map(spec -> composer.codeMatches(ledger.seed(challenge), content, spec, typed))
                .orElse(false);
        Verdict verdict = flow(challenge).evaluate(new AnswerContext(AnswerContext.Kind.TYPED, matches));
        if (verdict.kind() == Verdict.Kind.NOT_ACCEPTED) {
            guard.takeBackFailure(challenge.tenant(), person);
            throw new RequestException("the flow '" + challenge.flow() + "' takes no typed answers");
        }
        Answer answer = decide(challenge, content, verdict, expect, true, now);
        if (answer.approved()) {
            guard.takeBackFailure(challenge.tenant(), person);
        }
        return answer;
    }

    private Answer decide(
            ChallengeRecord challenge,
            Content content,
            Verdict verdict,
            Expect expect,
            boolean handedOut,
            Instant now) {
        Assurance assurance = verdict.assurance().orElse(Assurance.NONE);
        if (verdict.kind() == Verdict.Kind.WRONG || assurance.compareTo(expect.assurance()) < 0) {
            return wrong(challenge, now);
        }
        ChallengeState to = verdict.kind() == Verdict.Kind.APPROVE ? ChallengeState.APPROVED : ChallengeState.DENIED;
        Applied applied = ledger.end(
                challenge.id(), new Transition.Answer(now, challenge.generation(), to, assurance, handedOut), now);
        ChallengeRecord after = applied.challenge().orElse(challenge);
        if (!applied.won()) {
            return Ledger.stateAt(after, now).ended() ? ended(after, now) : wrong(after, now);
        }
        postbox.forget(after);
        return to == ChallengeState.DENIED
                ? new Answer.Denied()
                : new Answer.Approved(
                        challenge.id(),
                        challenge.flow(),
                        challenge.channel(),
                        content.purpose(),
                        content.subject(),
                        assurance,
                        now);
    }

    private Answer wrong(ChallengeRecord challenge, Instant now) {
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

    private Answer notCounted(ChallengeRecord challenge, Instant now) {
        if (Ledger.stateAt(challenge, now).ended()) {
            return ended(challenge, now);
        }
        if (challenge.attempts() >= challenge.maxAttempts()) {
            // Not ended here: the last attempt that was counted may just be compared, and be right.
            return new Answer.Exhausted();
        }
        if (now.isBefore(challenge.nextAttemptAt())) {
            return new Answer.TooEarly(Ledger.allowance(challenge, now), challenge.nextAttemptAt());
        }
        return unknownKey(challenge, now);
    }

    /** The write was refused for no other reason than the key. */
    private Answer unknownKey(ChallengeRecord challenge, Instant now) {
        String keyId = challenge.codeKeyId();
        if (parts.keys().compromised().contains(keyId)) {
            // Marked, and not withdrawn yet.
            Applied applied = ledger.end(challenge.id(), new Transition.Cancel(now), now);
            postbox.forget(challenge);
            return ended(applied.challenge().orElse(challenge), now);
        }
        UnknownKeyException unknown = parts.keys().knows(keyId)
                ? UnknownKeyException.retired(keyId)
                : UnknownKeyException.unknown(
                        keyId, parts.keys().ring().states().keySet());
        String text = "challenge " + challenge.id() + " can't be answered on this node: " + unknown.getMessage();
        LOG.error(text);
        parts.events().tell(new OperatorAlert(now, text));
        throw unknown;
    }

    private Answer.Ended ended(ChallengeRecord challenge, Instant now) {
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
