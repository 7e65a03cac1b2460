package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.Expect;
import io.chatauth.MessageState;
import io.chatauth.Outcome;
import io.chatauth.internal.decoy.Course;
import io.chatauth.internal.decoy.Decoys;
import io.chatauth.spi.Channel;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells what happened to a challenge so far. */
final class Outcomes {
    private final Parts parts;
    private final Ledger ledger;
    private final Held held;
    private final Decoys decoys;

    Outcomes(Parts parts, Ledger ledger, Held held, Decoys decoys) {
        this.parts = parts;
        this.ledger = ledger;
        this.held = held;
        this.decoys = decoys;
    }

    Optional<Outcome> outcome(ChallengeId id, Expect expect) {
        Instant now = parts.clock().instant();
        return parts.store()
                .find(id)
                .filter(challenge -> ledger.expected(challenge, expect))
                .map(challenge -> new Outcome(
                        Ledger.stateAt(challenge, now),
                        challenge.expiresAt(),
                        messages(challenge, now),
                        Ledger.allowance(challenge, now),
                        answeredFrom(challenge, now),
                        handOut(challenge, expect, now)));
    }

    private List<MessageState> messages(ChallengeRecord challenge, Instant now) {
        boolean decoy = decoys.is(challenge);
        return challenge.messages().stream()
                .map(message -> decoy ? played(challenge, message, now) : state(message))
                .toList();
    }

    private static MessageState state(MessageRecord message) {
        return new MessageState(message.id(), message.channel(), message.status(), message.at(), message.failure());
    }

    /** Nothing was sent, so no report comes, either; what is told instead is told only where reports can come. */
    private MessageState played(ChallengeRecord challenge, MessageRecord message, Instant now) {
        Channel channel = parts.channels().apply(message.channel());
        boolean reported = parts.webhookBase().isPresent() || channel.reports().isPresent();
        return reported
                ? Course.of(parts.keys(), challenge.codeKeyId(), message.id())
                        .at(message, channel.capabilities().reports(), now)
                : state(message);
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
