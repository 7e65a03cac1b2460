package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.Language;
import io.chatauth.event.ChatAuthEvent.AnswerUnclear;
import io.chatauth.internal.reply.Notice;
import io.chatauth.internal.reply.ReplyText;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AnswerContext.Choice;
import io.chatauth.spi.AnswerContext.Kind;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.webhook.InboundEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers to questions that come from a chat. Which question is meant follows from ranked evidence: the payload of its button,
 * the message that is quoted, and else only if one question alone is open for that person, sender and channel. What a provider
 * guesses may confirm that, and never chooses.
 */
final class Replies {
    private static final String ENGLISH = "en";

    private final Parts parts;
    private final Ledger ledger;
    private final Questions questions;
    private final Trials trials;
    private final Judge judge;
    private final Notices notices;

    /**
     * A question that is answered, and how.
     *
     * @param challenge the challenge
     * @param kind the evidence
     * @param said what the person said
     * @param from who
     * @param reply the message
     */
    private record Found(ChallengeRecord challenge, Kind kind, ReplyText said, Address from, InboundEvent.Reply reply) {
        Judge.Asked asked() {
            return Judge.Asked.in(new Judge.Inbound(reply.messageId(), reply.receivedAt()));
        }
    }

    Replies(Parts parts, Ledger ledger, Questions questions, Trials trials, Judge judge, Notices notices) {
        this.parts = parts;
        this.ledger = ledger;
        this.questions = questions;
        this.trials = trials;
        this.judge = judge;
        this.notices = notices;
    }

    /**
     * Takes in what a person wrote or tapped.
     *
     * @param from the person's address on this channel, first of {@code person}
     * @param person all proven addresses of the person
     * @return what became of the answer; empty if it is none, or can't be told to be one
     */
    Optional<Answer> take(ChannelId channel, InboundEvent.Reply reply, Address from, Set<Address> person) {
        Optional<ChallengeId> tapped = reply.payload().flatMap(AnswerToken::challenge);
        if (tapped.isPresent()) {
            return questions
                    .find(tapped.get(), channel, reply.to(), person)
                    .flatMap(challenge -> tap(channel, challenge, from, reply));
        }
        Optional<ReplyText> said = reply.text().or(reply::payload).flatMap(ReplyText::read);
        Optional<ChallengeRecord> quoted = reply.quotedId()
                .flatMap(id -> questions.ofMessage(channel, id))
                .flatMap(id -> questions.find(id, channel, reply.to(), person));
        if (quoted.isPresent()) {
            return said.isPresent()
                    ? decide(channel, new Found(quoted.get(), Kind.QUOTED, said.get(), from, reply))
                    : unclear(channel, reply, from, quoted.get(), "it quotes a question and says neither yes nor no");
        }
        return said.flatMap(words -> bare(channel, words, from, person, reply));
    }

    private Optional<Answer> tap(ChannelId channel, ChallengeRecord challenge, Address from, InboundEvent.Reply reply) {
        if (Ledger.stateAt(challenge, now()).ended()) {
            ReplyText said = new ReplyText(Choice.NO, Optional.empty());
            return decide(channel, new Found(challenge, Kind.TAPPED, said, from, reply));
        }
        Content content = ledger.content(challenge);
        return AnswerToken.choice(
                        parts.keys(),
                        Composer.context(ledger.seed(challenge), content),
                        reply.payload().orElseThrow())
                .map(choice -> new ReplyText(choice, Optional.empty()))
                .map(said -> decide(channel, new Found(challenge, Kind.TAPPED, said, from, reply)))
                .orElseGet(() -> unclear(
                        channel, reply, from, challenge, "the button's payload is not of this question as it stands"));
    }

    private Optional<Answer> bare(
            ChannelId channel, ReplyText said, Address from, Set<Address> person, InboundEvent.Reply reply) {
        List<ChallengeRecord> open = questions.open(channel, reply.to(), person);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        ChallengeRecord only = open.get(0);
        if (open.size() > 1) {
            return unclear(channel, reply, from, only, "several questions are open, and it names none");
        }
        boolean otherPaired = reply.details()
                .pairedId()
                .flatMap(id -> questions.ofMessage(channel, id))
                .filter(id -> !id.equals(only.id()))
                .isPresent();
        if (otherPaired) {
            return unclear(channel, reply, from, only, "the provider takes it for the answer to another message");
        }
        if (reply.receivedAt()
                .filter(at -> at.isBefore(only.createdAt().minus(Questions.ROUNDING)))
                .isPresent()) {
            return unclear(channel, reply, from, only, "it was written before the question was asked");
        }
        return decide(channel, new Found(only, Kind.BARE, said, from, reply));
    }

    private Optional<Answer> decide(ChannelId channel, Found found) {
        ChallengeRecord challenge = found.challenge();
        Instant now = now();
        if (Ledger.stateAt(challenge, now).ended()) {
            Answer late = judge.late(challenge, now);
            judge.tell(challenge, found.kind(), late, found.asked(), now);
            if (!PurposeKey.read(challenge.purposeKey()).transaction().isEmpty()) {
                notices.tell(channel, found.reply().to(), found.from(), Notice.TOO_LATE, ENGLISH);
            }
            return Optional.of(late);
        }
        Content content = ledger.content(challenge);
        Terms terms = content.terms();
        ReplyText said = found.said();
        AnswerContext context =
                AnswerContext.of(found.kind()).choice(said.choice()).numberAsked(terms.numberMatch());
        if (said.choice() == Choice.NO) {
            return judge.judge(challenge, content, context, found.asked(), now);
        }
        if (!parts.keys().codeKeyIds().contains(challenge.codeKeyId())) {
            return unclear(
                    channel, found, content, Notice.TOO_LATE, "the question was asked under a key that counts no more");
        }
        if (terms.numberMatch()) {
            return said.number().isPresent()
                    ? Optional.of(number(found, context, said.number().get()))
                    : unclear(channel, found, content, Notice.NUMBER_NEEDED, "the two digits are missing");
        }
        if (said.number().isPresent()) {
            return unclear(channel, found, content, Notice.HOW_TO_ANSWER, "it is a number, and none was asked for");
        }
        if (found.kind() == Kind.BARE && terms.least().compareTo(Assurance.LOW) > 0) {
            return unclear(channel, found, content, Notice.HOW_TO_ANSWER, "a bare reply is too weak for this question");
        }
        return judge.judge(challenge, content, context, found.asked(), now);
    }

    private Answer number(Found found, AnswerContext context, String digits) {
        return trials.attempt(
                found.challenge().id(),
                challenge -> true,
                new Trials.Try(
                        context,
                        (challenge, content) ->
                                parts.keys().matchNumberIs(Composer.context(ledger.seed(challenge), content), digits),
                        found.asked()));
    }

    private Optional<Answer> unclear(
            ChannelId channel, InboundEvent.Reply reply, Address from, ChallengeRecord challenge, String reason) {
        String language = Ledger.stateAt(challenge, now()).ended()
                ? ENGLISH
                : ledger.content(challenge).language().map(Language::code).orElse(ENGLISH);
        return unclear(channel, reply, from, Notice.HOW_TO_ANSWER, language, reason);
    }

    private Optional<Answer> unclear(ChannelId channel, Found found, Content content, Notice notice, String reason) {
        String language = content.language().map(Language::code).orElse(ENGLISH);
        return unclear(channel, found.reply(), found.from(), notice, language, reason);
    }

    private Optional<Answer> unclear(
            ChannelId channel, InboundEvent.Reply reply, Address from, Notice notice, String language, String reason) {
        parts.events().tell(new AnswerUnclear(now(), channel, reply.to(), from.masked(), reason));
        notices.tell(channel, reply.to(), from, notice, language);
        return Optional.empty();
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
