package io.chatauth.internal.engine;

import io.chatauth.Answer;
import io.chatauth.ChallengeId;
import io.chatauth.RequestException;
import io.chatauth.UnknownKeyException;
import io.chatauth.event.ChatAuthEvent.OperatorAlert;
import io.chatauth.internal.guard.Guard;
import io.chatauth.internal.guard.Reservation;
import io.chatauth.spi.AnswerContext;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Transition;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries at a secret that can be guessed: each is counted in its own write before anything is compared. */
final class Trials {
    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

    private final Parts parts;
    private final Ledger ledger;
    private final Guard guard;
    private final Judge judge;
    private final GuessWatch watch;

    /**
     * One try.
     *
     * @param context how the answer came, without what is compared
     * @param secret compares
     * @param asked who asks
     */
    record Try(AnswerContext context, BiPredicate<ChallengeRecord, Content> secret, Judge.Asked asked) {}

    Trials(Parts parts, Ledger ledger, Guard guard, Judge judge, GuessWatch watch) {
        this.parts = parts;
        this.ledger = ledger;
        this.guard = guard;
        this.judge = judge;
        this.watch = watch;
    }

    /**
     * Counts, compares and decides.
     *
     * @param about what the challenge must be about; if it is not, the attempt is spent and the answer is Unknown
     */
    Answer attempt(ChallengeId id, Predicate<ChallengeRecord> about, Try one) {
        Instant now = parts.clock().instant();
        Applied counted = parts.store()
                .apply(
                        id,
                        new Transition.CountAttempt(
                                now,
                                parts.limits().freeAttempts(),
                                parts.limits().attemptGap(),
                                parts.keys().codeKeyIds()));
        Optional<ChallengeRecord> found = counted.challenge().filter(about);
        if (found.isEmpty()) {
            return new Answer.Unknown();
        }
        ChallengeRecord challenge = found.get();
        Answer answer = counted.won() ? compare(challenge, one, now) : notCounted(challenge, now);
        if (!counted.won() || answer instanceof Answer.Limited) {
            judge.tell(challenge, one.context().kind(), answer, one.asked(), now);
        }
        return answer;
    }

    private Answer compare(ChallengeRecord challenge, Try one, Instant now) {
        Content content = ledger.content(challenge);
        if (content.recipient().isEmpty()) {
            throw notTaken(challenge);
        }
        Reservation reserved = guard.reserve(
                Judge.who(guard, challenge, content, content.to()),
                content.terms().binding(),
                challenge.id());
        if (reserved.refused()) {
            // The attempt stays counted: what gives attempts back could be made to give guesses back.
            watch.recipientExhausted(challenge, content);
            return new Answer.Limited(Ledger.allowance(challenge, now));
        }
        boolean matches = one.secret().test(challenge, content);
        Optional<Answer> answer =
                judge.judge(challenge, content, one.context().secretMatches(matches), one.asked(), now);
        if (answer.isEmpty() || answer.get().approved()) {
            reserved.takeBack();
        }
        return answer.orElseThrow(() -> notTaken(challenge));
    }

    private static RequestException notTaken(ChallengeRecord challenge) {
        return new RequestException("the flow '" + challenge.flow() + "' takes no typed answers");
    }

    private Answer notCounted(ChallengeRecord challenge, Instant now) {
        if (Ledger.stateAt(challenge, now).ended()) {
            return judge.late(challenge, now);
        }
        if (challenge.attempts() >= challenge.maxAttempts()) {
            // Not ended here: the last attempt that was counted may just be compared, and be right.
            return new Answer.Exhausted();
        }
        if (now.isBefore(challenge.nextAttemptAt())) {
            return new Answer.TooEarly(Ledger.allowance(challenge, now), challenge.nextAttemptAt());
        }
        if (parts.keys().compromised().contains(challenge.codeKeyId())) {
            // Marked, and not withdrawn yet.
            Applied applied = ledger.end(challenge.id(), new Transition.Cancel(now), now);
            return judge.late(applied.challenge().orElse(challenge), now);
        }
        throw unknownKey(challenge, now);
    }

    /** The write was refused for no other reason than the key. */
    private UnknownKeyException unknownKey(ChallengeRecord challenge, Instant now) {
        String keyId = challenge.codeKeyId();
        UnknownKeyException unknown = parts.keys().knows(keyId)
                ? UnknownKeyException.retired(keyId)
                : UnknownKeyException.unknown(
                        keyId, parts.keys().ring().states().keySet());
        String text = "challenge " + challenge.id() + " can't be answered on this node: " + unknown.getMessage();
        LOG.error(text);
        parts.events().tell(new OperatorAlert(now, text));
        return unknown;
    }
}
