package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.ChallengeId;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.MessageStatus;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The cases of sends, reports and leases. */
abstract class ChallengeStoreMessages extends ChallengeStoreDecisions {
    private static final DeliveryFailure BLOCKED = new DeliveryFailure(FailureReason.BLOCKED, "7001", "blocked");

    /** For subclasses. */
    protected ChallengeStoreMessages() {}

    @Test
    void sendAddsAMessageAndSetsWhatComesNext() {
        ChallengeRecord challenge = inserted("send");
        MessageRecord second = queued(challenge.id(), NOW, 1);
        Instant nextSend = NOW.plusSeconds(60);
        Instant nextStep = NOW.plusSeconds(45);
        ChallengeRecord sent =
                wins(challenge, new Transition.Send(NOW, second, nextSend, Optional.of(nextStep), false));
        assertEquals(List.of(challenge.messages().get(0), second), sent.messages());
        assertEquals(2, sent.sends());
        assertEquals(nextSend, sent.nextSendAt());
        assertEquals(Optional.of(nextStep), sent.nextStepAt());
        assertEquals(0, sent.generation());
        assertEquals(challenge.attempts(), sent.attempts());
        assertEquals(sent, found(challenge));
    }

    @Test
    void sendWithANewCodeRaisesTheGenerationAndKeepsTheAttempts() {
        ChallengeRecord challenge = inserted("new-code");
        wins(challenge, attempt(NOW));
        ChallengeRecord sent =
                wins(challenge, new Transition.Send(NOW, queued(challenge.id(), NOW, 1), NOW, Optional.empty(), true));
        assertEquals(1, sent.generation());
        assertEquals(1, sent.attempts());
    }

    @Test
    void sendIsWonBeforeTheEndOnly() {
        ChallengeRecord challenge = inserted("send-late");
        loses(challenge, send(challenge.id(), END, 1));
        wins(challenge, send(challenge.id(), TOO_EARLY, 1));
    }

    @Test
    void sendWaitsUntilItMaySendAgain() {
        ChallengeRecord challenge = inserted("cool-down");
        Instant next = wins(challenge, send(challenge.id(), NOW, 1)).nextSendAt();
        loses(challenge, send(challenge.id(), next.minusMillis(1), 2));
        wins(challenge, send(challenge.id(), next, 2));
    }

    @Test
    void messageThatBeginsAStepNeedNotWait() {
        ChallengeRecord challenge = inserted("step-at-once");
        Instant next = wins(challenge, send(challenge.id(), NOW, 1)).nextSendAt();
        wins(challenge, begin(challenge.id(), next.minusSeconds(20), 2, 1));
        loses(challenge, send(challenge.id(), next.minusSeconds(20), 3));
    }

    @Test
    void stepBeginsOnceWhateverItsMessageIsCalled() {
        ChallengeRecord challenge = inserted("step-once");
        loses(challenge, begin(challenge.id(), NOW, 1, 0));
        wins(challenge, begin(challenge.id(), NOW, 2, 2));
        loses(challenge, begin(challenge.id(), NOW, 3, 2));
        loses(challenge, begin(challenge.id(), NOW, 4, 1));
        ChallengeRecord after = wins(challenge, begin(challenge.id(), NOW, 5, 3));
        assertEquals(
                List.of(0, 2, 3),
                after.messages().stream().map(MessageRecord::step).toList());
    }

    @Test
    void noStepBeginsAfterTheEndNorBeyondTheMaximum() {
        ChallengeRecord late = inserted("step-late");
        loses(late, begin(late.id(), END, 1, 1));
        ChallengeRecord full = inserted(SampleChallenge.named("step-full").maxSends(2));
        wins(full, begin(full.id(), NOW, 1, 1));
        loses(full, begin(full.id(), NOW, 2, 2));
    }

    private static Transition.Send begin(ChallengeId id, Instant at, int number, int step) {
        MessageRecord message = queued(id, at, number);
        return new Transition.Send(
                at,
                MessageRecord.queued(
                        message.id(), step, 0, message.channel(), at, message.node(), message.leasedUntil()),
                at.plusSeconds(30),
                Optional.empty(),
                false);
    }

    @Test
    void nothingIsSentBeyondTheMaximum() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("two-sends").maxSends(2));
        wins(challenge, send(challenge.id(), NOW, 1));
        loses(challenge, send(challenge.id(), NOW.plusSeconds(60), 2));
    }

    @Test
    void sameMessageIsNotAddedTwice() {
        ChallengeRecord challenge = inserted("same-message");
        loses(challenge, send(challenge.id(), NOW, 0));
    }

    @Test
    void messageOnlyMovesForwardWhateverIsReported() {
        for (MessageStatus from : MessageStatus.values()) {
            for (MessageStatus to : MessageStatus.values()) {
                ChallengeRecord challenge = inserted("from-" + from + "-to-" + to);
                if (from != MessageStatus.QUEUED) {
                    wins(challenge, update(challenge, NOW, from));
                }
                Transition.MessageUpdate report = update(challenge, NOW.plusSeconds(1), to);
                if (from.mayBecome(to)) {
                    MessageRecord moved = wins(challenge, report).messages().get(0);
                    assertEquals(to, moved.status());
                    assertEquals(NOW.plusSeconds(1), moved.at());
                } else {
                    loses(challenge, report);
                }
            }
        }
    }

    @Test
    void lateDeliveryOverridesAFailureAndItsReason() {
        ChallengeRecord challenge = inserted("late-delivery");
        MessageRecord failed = wins(challenge, failure(challenge)).messages().get(0);
        assertEquals(Optional.of(BLOCKED), failed.failure());
        loses(challenge, failure(challenge));
        MessageRecord delivered = wins(challenge, update(challenge, NOW, MessageStatus.DELIVERED))
                .messages()
                .get(0);
        assertEquals(MessageStatus.DELIVERED, delivered.status());
        assertEquals(Optional.empty(), delivered.failure());
        loses(challenge, failure(challenge));
    }

    private static Transition failure(ChallengeRecord challenge) {
        return new Transition.MessageUpdate(
                NOW, messageOf(challenge), MessageStatus.FAILED, Optional.of(BLOCKED), Optional.empty());
    }

    @Test
    void reportMovesTheMessageOfAnEndedChallengeToo() {
        ChallengeRecord challenge = inserted("report-after-end");
        wins(challenge, approval(NOW));
        wins(challenge, update(challenge, TOO_LATE, MessageStatus.SEEN));
        assertEquals(MessageStatus.SEEN, found(challenge).messages().get(0).status());
    }

    @Test
    void reportForAnUnknownMessageLoses() {
        ChallengeRecord challenge = inserted("unknown-message");
        loses(
                challenge,
                new Transition.MessageUpdate(NOW, "other", MessageStatus.SENT, Optional.empty(), Optional.empty()));
    }

    @Test
    void reportMovesItsMessageOnly() {
        ChallengeRecord challenge = inserted("two-messages");
        wins(challenge, send(challenge.id(), NOW, 1));
        String second = SampleChallenge.messageId(challenge.id(), 1);
        wins(
                challenge,
                new Transition.MessageUpdate(NOW, second, MessageStatus.SENT, Optional.empty(), Optional.empty()));
        List<MessageStatus> statuses = new ArrayList<>();
        found(challenge).messages().forEach(message -> statuses.add(message.status()));
        assertEquals(List.of(MessageStatus.QUEUED, MessageStatus.SENT), statuses);
    }

    @Test
    void providersIdIsKeptOnceItIsKnown() {
        ChallengeRecord challenge = inserted("provider-id");
        wins(challenge, told(challenge, MessageStatus.ACCEPTED, Optional.of("wamid-1")));
        wins(challenge, told(challenge, MessageStatus.SENT, Optional.empty()));
        wins(challenge, told(challenge, MessageStatus.DELIVERED, Optional.of("wamid-2")));
        assertEquals(Optional.of("wamid-1"), found(challenge).messages().get(0).providerId());
    }

    private static Transition told(ChallengeRecord challenge, MessageStatus status, Optional<String> providerId) {
        return new Transition.MessageUpdate(NOW, messageOf(challenge), status, Optional.empty(), providerId);
    }

    @Test
    void ownNodeRenewsItsLeaseAndAnotherWaitsUntilItRanOut() {
        ChallengeRecord challenge = inserted("lease");
        MessageRecord renewed = wins(challenge, lease(challenge, NOW, SampleChallenge.NODE))
                .messages()
                .get(0);
        assertEquals(NOW.plus(LEASE), renewed.leasedUntil());
        loses(challenge, lease(challenge, NOW.plus(LEASE).minusMillis(1), "node-2"));
        MessageRecord taken = wins(challenge, lease(challenge, NOW.plus(LEASE), "node-2"))
                .messages()
                .get(0);
        assertEquals("node-2", taken.node());
        assertEquals(NOW.plus(LEASE).plus(LEASE), taken.leasedUntil());
        loses(challenge, lease(challenge, NOW.plus(LEASE), SampleChallenge.NODE));
    }

    @Test
    void onlyAQueuedMessageThatIsThereCanBeLeased() {
        ChallengeRecord challenge = inserted("lease-sent");
        loses(challenge, new Transition.Lease(NOW, "other", SampleChallenge.NODE, NOW.plus(LEASE)));
        wins(challenge, update(challenge, NOW, MessageStatus.ACCEPTED));
        loses(challenge, lease(challenge, NOW, SampleChallenge.NODE));
    }
}
