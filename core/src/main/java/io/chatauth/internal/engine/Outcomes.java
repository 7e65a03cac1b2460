package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.Expect;
import io.chatauth.Outcome;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Transition;
import java.time.Instant;
import java.util.Optional;

/** Tells what happened to a challenge so far. */
final class Outcomes {
    private final Parts parts;
    private final Ledger ledger;
    private final Held held;
    private final Progress progress;

    Outcomes(Parts parts, Ledger ledger, Held held, Progress progress) {
        this.parts = parts;
        this.ledger = ledger;
        this.held = held;
        this.progress = progress;
    }

    Optional<Outcome> outcome(ChallengeId id, Expect expect) {
        Instant now = parts.clock().instant();
        return parts.store()
                .find(id)
                .filter(challenge -> ledger.expected(challenge, expect))
                .map(challenge -> new Outcome(
                        Ledger.stateAt(challenge, now),
                        challenge.expiresAt(),
                        challenge.messages().stream()
                                .map(progress.of(challenge, now))
                                .toList(),
                        Ledger.allowance(challenge, now),
                        answeredFrom(challenge, now),
                        handOut(challenge, expect, now)));
    }

    /** Only a challenge without message can have been answered from an address that nobody named before. */
    private Optional<String> answeredFrom(ChallengeRecord challenge, Instant now) {
        return challenge.messages().isEmpty() && !Ledger.stateAt(challenge, now).ended()
                ? held.address(challenge).map(Address::masked)
                : Optional.empty();
    }

    private Optional<Answer.Approved> handOut(ChallengeRecord challenge, Expect expect, Instant now) {
        boolean waiting = challenge.state() == ChallengeState.APPROVED
                && !challenge.handedOut()
                && challenge.assurance().orElseThrow().compareTo(expect.assurance()) >= 0;
        if (!waiting
                || !parts.store()
                        .apply(challenge.id(), new Transition.HandOut(now))
                        .won()) {
            return Optional.empty();
        }
        return Optional.of(new Answer.Approved(
                challenge.id(),
                challenge.flow(),
                challenge.channel(),
                expect.purpose(),
                expect.subject(),
                challenge.messages().isEmpty() ? held.address(challenge) : Optional.empty(),
                challenge.assurance().orElseThrow(),
                challenge.endedAt().orElse(now)));
    }
}
