package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.ChallengeId;
import io.chatauth.Expect;
import io.chatauth.RequestException;
import io.chatauth.spi.AnswerContext;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Transition;
import java.time.Instant;
import java.util.Optional;

/** What the application asks and says: typed answers, completion, withdrawal. */
final class Verifier {
    private final Parts parts;
    private final Ledger ledger;
    private final Composer composer;
    private final Trials trials;
    private final Postbox postbox;
    private final Judge judge;
    private final Held held;
    private final OptIns optIns;

    Verifier(
            Parts parts,
            Ledger ledger,
            Composer composer,
            Trials trials,
            Postbox postbox,
            Judge judge,
            Held held,
            OptIns optIns) {
        this.parts = parts;
        this.ledger = ledger;
        this.composer = composer;
        this.trials = trials;
        this.postbox = postbox;
        this.judge = judge;
        this.held = held;
        this.optIns = optIns;
    }

    /** Judges a typed answer. */
    Answer verify(ChallengeId id, String typed, Expect expect) {
        return trials.attempt(
                id,
                challenge -> ledger.expected(challenge, expect),
                new Trials.Try(
                        AnswerContext.of(AnswerContext.Kind.TYPED),
                        (challenge, content) -> content.secret()
                                .map(spec -> composer.codeMatches(ledger.seed(challenge), content, spec, typed))
                                .orElse(false),
                        Judge.Asked.by(expect.assurance())));
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
            return judge.late(challenge, now);
        }
        Content content = ledger.content(challenge);
        Optional<Address> waiting = content.terms().invite() ? held.address(challenge) : Optional.empty();
        if (content.terms().invite() && waiting.isEmpty()) {
            return new Answer.Waiting(Ledger.allowance(challenge, now));
        }
        AnswerContext context = AnswerContext.of(AnswerContext.Kind.COMPLETED).held(waiting.isPresent());
        Judge.Asked asked = new Judge.Asked(expect.assurance(), waiting.isPresent(), waiting, Optional.empty());
        Answer answer = judge.judge(challenge, content, context, asked, now)
                .orElseThrow(() -> new RequestException("the flow '" + challenge.flow()
                        + "' can't be completed by the application; the person answers with verify(…)"));
        if (answer instanceof Answer.Approved approved && content.terms().invite()) {
            optIns.completed(challenge, content, approved);
        }
        return answer;
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
}
