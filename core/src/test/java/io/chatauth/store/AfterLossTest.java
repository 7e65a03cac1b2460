package io.chatauth.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.FlowId;
import io.chatauth.MessageStatus;
import io.chatauth.Tenant;
import io.chatauth.store.AfterLoss.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AfterLossTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456789Z");
    private static final ChannelId PLAIN = ChannelId.of("plain");
    private static final Transition APPROVE =
            new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.SECRET, false);

    private static ChallengeRecord challenge() {
        return new ChallengeRecord(
                ChallengeId.of("c1"),
                Tenant.DEFAULT,
                FlowId.of("verification-code"),
                PLAIN,
                ChallengeState.OPEN,
                NOW,
                NOW.plusSeconds(300),
                Optional.empty(),
                0,
                5,
                NOW,
                1,
                5,
                NOW,
                Optional.empty(),
                0,
                "salt",
                "k1",
                "k1",
                "recipient",
                "subject",
                "purpose.",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(MessageRecord.queued("c1-0-0", 0, 0, PLAIN, NOW, "node", NOW.plusSeconds(60))));
    }

    private static ChallengeRecord after(ChallengeRecord before, Transition transition) {
        return Transitions.carryOut(before, transition).orElseThrow();
    }

    private static Judgement judge(Transition transition, boolean marked, ChallengeRecord found) {
        return AfterLoss.judge(transition, marked, Optional.of(found), Instant::toEpochMilli);
    }

    private static boolean won(Judgement judgement) {
        return assertInstanceOf(Judgement.Known.class, judgement).applied().won();
    }

    @Test
    void ourMarkProvesThatItWasDone() {
        assertEquals(true, won(judge(APPROVE, true, after(challenge(), APPROVE))));
        assertEquals(
                true, won(judge(new Transition.CountAttempt(NOW, 2, Duration.ZERO, Set.of("k1")), true, challenge())));
    }

    @Test
    void anEndThatIsNotOursWasAnothers() {
        ChallengeRecord cancelled = after(challenge(), new Transition.Cancel(NOW));

        assertEquals(false, won(judge(APPROVE, false, cancelled)));
        assertEquals(false, won(judge(new Transition.Cancel(NOW), false, after(challenge(), APPROVE))));
    }

    @Test
    void whatAnOpenChallengeExcludesMayBeTriedAgain() {
        assertInstanceOf(Judgement.Again.class, judge(APPROVE, false, challenge()));
        assertInstanceOf(Judgement.Again.class, judge(new Transition.HandOut(NOW), false, after(challenge(), APPROVE)));
    }

    @Test
    void anAttemptThatLeftNoMarkCantBeTold() {
        Transition attempt = new Transition.CountAttempt(NOW, 2, Duration.ZERO, Set.of("k1"));

        assertInstanceOf(Judgement.Untold.class, judge(attempt, false, challenge()));
    }

    @Test
    void anApprovalThatWasHandedOutSinceCantBeTold() {
        ChallengeRecord handedOut = after(after(challenge(), APPROVE), new Transition.HandOut(NOW));

        assertInstanceOf(Judgement.Untold.class, judge(APPROVE, false, handedOut));
    }

    @Test
    void aStatusThatStandsThereWasWrittenAsThePrecisionOfTheStoreTells() {
        Transition moved = new Transition.MessageUpdate(
                NOW, "c1-0-0", MessageStatus.DELIVERED, Optional.empty(), Optional.empty());
        Transition rounded = new Transition.MessageUpdate(
                Instant.ofEpochMilli(NOW.toEpochMilli()),
                "c1-0-0",
                MessageStatus.DELIVERED,
                Optional.empty(),
                Optional.empty());

        assertEquals(true, won(judge(moved, false, after(challenge(), rounded))));
        assertInstanceOf(Judgement.Again.class, judge(moved, false, challenge()));
    }

    @Test
    void ofAChallengeThatIsGoneNothingWasDone() {
        assertEquals(false, won(AfterLoss.judge(APPROVE, false, Optional.empty(), Instant::toEpochMilli)));
    }
}
