package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.ChallengeId;
import io.chatauth.Expect;
import io.chatauth.RequestException;
import io.chatauth.UnknownKeyException;
import io.chatauth.event.ChatAuthEvent.OperatorAlert;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.Verdict;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Transition;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the application asks and says: typed answers, completion, withdrawal. */
final class Verifier {
    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);

    private final Parts parts;
    private final Ledger ledger;
    private final Composer composer;
    private final Guard guard;
    private final Postbox postbox;
    private final Judge judge;
    private final Held held;

    Verifier(Parts parts, Ledger ledger, Composer composer, Guard guard, Postbox postbox, Judge judge, Held held) {
        this.parts = parts;
        this.ledger = ledger;
        this.composer = composer;
        this.guard = guard;
        this.postbox = postbox;
        this.judge = judge;
        this.held = held;
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
            return judge.ended(challenge, now);
        }
        Content content = ledger.content(challenge);
        Optional<Address> waiting = content.terms().invite() ? held.address(challenge) : Optional.empty();
        if (content.terms().invite() && waiting.isEmpty()) {
            return new Answer.Waiting(Ledger.allowance(challenge, now));
        }
        AnswerContext context = AnswerContext.of(AnswerContext.Kind.COMPLETED).held(waiting.isPresent());
        Verdict verdict = judge.verdict(challenge, context);
        if (verdict.kind() == Verdict.Kind.NOT_ACCEPTED) {
            throw new RequestException("the flow '" + challenge.flow()
                    + "' can't be completed by the application; the person answers with verify(…)");
        }
        return judge.decide(
                challenge, content, verdict, new Judge.Asked(expect.assurance(), waiting.isPresent(), waiting), now);
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
                : applied.challenge()
                        .map(after -> (Answer) judge.ended(after, now))
                        .orElseGet(Answer.Unknown::new);
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
        Verdict verdict = judge.verdict(
                challenge, AnswerContext.of(AnswerContext.Kind.TYPED).secretMatches(matches));
        if (verdict.kind() == Verdict.Kind.NOT_ACCEPTED) {
            guard.takeBackFailure(challenge.tenant(), person);
            throw new RequestException("the flow '" + challenge.flow() + "' takes no typed answers");
        }
        Answer answer = judge.decide(
                challenge, content, verdict, new Judge.Asked(expect.assurance(), true, Optional.empty()), now);
        if (answer.approved()) {
            guard.takeBackFailure(challenge.tenant(), person);
        }
        return answer;
    }

    private Answer notCounted(ChallengeRecord challenge, Instant now) {
        if (Ledger.stateAt(challenge, now).ended()) {
            return judge.ended(challenge, now);
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
        UnknownKeyException unknown = parts.keys().knows(keyId)
                ? UnknownKeyException.retired(keyId)
                : UnknownKeyException.unknown(
                        keyId, parts.keys().ring().states().keySet());
        String text = "challenge " + challenge.id() + " can't be answered on this node: " + unknown.getMessage();
        LOG.error(text);
        parts.events().tell(new OperatorAlert(now, text));
        throw unknown;
    }
}
