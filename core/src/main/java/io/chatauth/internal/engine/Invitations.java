package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.ChannelId;
import io.chatauth.internal.guard.Guard;
import io.chatauth.internal.guard.Reservation;
import io.chatauth.internal.reply.InvitationText;
import io.chatauth.spi.AnswerContext;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.OpenQuery;
import io.chatauth.webhook.InboundEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people write who were invited to. Each likely code in a text is counted as a miss before it is looked up, and all are
 * given back if one is right: so nobody guesses faster by guessing at once, or by many in one text. The first who sends the
 * right one is held, and the session that started confirms; who comes later changes nothing.
 */
final class Invitations {
    private final Parts parts;
    private final Ledger ledger;
    private final Judge judge;
    private final Held held;
    private final Guard guard;
    private final OptIns optIns;

    Invitations(Parts parts, Ledger ledger, Judge judge, Held held, Guard guard, OptIns optIns) {
        this.parts = parts;
        this.ledger = ledger;
        this.judge = judge;
        this.held = held;
        this.guard = guard;
        this.optIns = optIns;
    }

    /**
     * Takes in what a person wrote.
     *
     * @return what became of it; empty if it holds no code, or none that is waited for
     */
    Optional<Answer> take(ChannelId channel, InboundEvent.Reply reply, Address from) {
        Set<String> codes = reply.text().map(InvitationText::codes).orElse(Set.of());
        List<Reservation> misses = new ArrayList<>();
        Instant now = parts.clock().instant();
        for (String code : codes) {
            Reservation miss = guard.countMiss(channel, AddressBook.plain(reply.to()), from);
            if (miss.refused()) {
                return Optional.empty();
            }
            misses.add(miss);
            List<ChallengeRecord> right = find(channel, reply.to(), code, now);
            if (right.size() == 1) {
                misses.forEach(Reservation::takeBackAtOnce);
                return answer(right.get(0), reply, from, now);
            }
        }
        return Optional.empty();
    }

    /** Under two keys two may have the same first characters: then the whole code tells, and a typed one does not count. */
    private List<ChallengeRecord> find(ChannelId channel, String sender, String code, Instant now) {
        List<ChallengeRecord> right = new ArrayList<>();
        for (String lookup : parts.keys().indexUnderAll("invitation", Inviter.parts(channel, sender, code))) {
            for (ChallengeRecord challenge : parts.store().findOpen(new OpenQuery.ByLookup(lookup, now), 1)) {
                Content content = ledger.content(challenge);
                boolean typed = content.secret().isPresent();
                if (content.terms().invite()
                        && parts.keys()
                                .invitationMatches(Composer.context(ledger.seed(challenge), content), code, typed)) {
                    right.add(challenge);
                }
            }
        }
        return right;
    }

    private Optional<Answer> answer(ChallengeRecord challenge, InboundEvent.Reply reply, Address from, Instant now) {
        Judge.Asked asked = new Judge.Asked(
                Assurance.NONE,
                false,
                Optional.of(from),
                Optional.of(new Judge.Inbound(reply.messageId(), reply.receivedAt())));
        if (!held.hold(challenge, from)) {
            Answer late = new Answer.AlreadyAnswered();
            judge.tell(challenge, AnswerContext.Kind.SENT, late, asked, now);
            return Optional.of(late);
        }
        AnswerContext context = AnswerContext.of(AnswerContext.Kind.SENT).secretMatches(true);
        Content content = ledger.content(challenge);
        Optional<Answer> answer = judge.judge(challenge, content, context, asked, now);
        answer.ifPresent(decided -> {
            if (decided instanceof Answer.Approved approved) {
                optIns.completed(challenge, content, approved);
            }
        });
        return answer;
    }
}
