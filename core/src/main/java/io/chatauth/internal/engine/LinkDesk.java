package io.chatauth.internal.engine;

import io.chatauth.Answer;
import io.chatauth.ChallengeState;
import io.chatauth.Language;
import io.chatauth.Transaction;
import io.chatauth.UnknownKeyException;
import io.chatauth.event.ChatAuthEvent.OperatorAlert;
import io.chatauth.internal.decoy.Decoys;
import io.chatauth.internal.key.Keys;
import io.chatauth.internal.link.LinkSettings;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AnswerContext.Choice;
import io.chatauth.spi.AnswerContext.Kind;
import io.chatauth.store.ChallengeRecord;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands behind links: looks without a trace, and takes what is pressed. Safe for use by many threads. */
public final class LinkDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LinkDesk.class);

    private final Parts parts;
    private final Ledger ledger;
    private final Trials trials;
    private final Judge judge;
    private final Decoys decoys;

    /** How things stand with a link. */
    public enum Stand {
        /** It can be used. */
        OPEN,
        /** It was used for a yes. */
        APPROVED,
        /** It was used for a no. */
        DENIED,
        /** It was spent by a wrong answer, withdrawn, or its key is gone. */
        OVER,
        /** Its time has run out. */
        EXPIRED,
        /** There is none, or it was changed on its way. */
        UNKNOWN
    }

    /** A link as somebody opened it. */
    public static final class Opened {
        /** No link at all. */
        public static final Opened NOTHING = new Opened(Stand.UNKNOWN, null, null, false);

        private final Stand stand;
        private final @Nullable ChallengeRecord challenge;
        private final @Nullable Content content;
        private final boolean home;

        private Opened(Stand stand, @Nullable ChallengeRecord challenge, @Nullable Content content, boolean home) {
            this.stand = stand;
            this.challenge = challenge;
            this.content = content;
            this.home = home;
        }

        public Stand stand() {
            return stand;
        }

        /** Whether the browser shows what the challenge was started with. */
        public boolean home() {
            return home;
        }

        /** The challenge; empty if there is none. */
        public Optional<ChallengeRecord> challenge() {
            return Optional.ofNullable(challenge);
        }

        /** Whether it is about a payment, which is known after its end too. */
        public boolean payment() {
            return challenge()
                    .filter(known ->
                            !PurposeKey.read(known.purposeKey()).transaction().isEmpty())
                    .isPresent();
        }

        /** What is confirmed; empty if nothing is, or the challenge has ended. */
        public Optional<Transaction> transaction() {
            return Optional.ofNullable(content).flatMap(known -> known.terms().transaction());
        }

        /** Where the person is sent after it; empty to stay, or if the challenge has ended. */
        public Optional<String> next() {
            return Optional.ofNullable(content).flatMap(known -> known.terms().next());
        }

        /** The language that the message was wished in; empty if none was, or the challenge has ended. */
        public Optional<Language> language() {
            return Optional.ofNullable(content).flatMap(Content::language);
        }
    }

    LinkDesk(Parts parts, Ledger ledger, Trials trials, Judge judge, Decoys decoys) {
        this.parts = parts;
        this.ledger = ledger;
        this.trials = trials;
        this.judge = judge;
        this.decoys = decoys;
    }

    public Keys keys() {
        return parts.keys();
    }

    public LinkSettings settings() {
        return parts.links();
    }

    public Instant now() {
        return parts.clock().instant();
    }

    /**
     * Looks at a link. Nothing is written.
     *
     * @param token the token, as it came
     * @param shown what the browser shows in the cookie of the binding
     */
    public Opened open(String token, Optional<String> shown) {
        Optional<ChallengeRecord> found = Keys.challengeOf(token)
                .flatMap(parts.store()::find)
                .filter(challenge ->
                        !PurposeKey.read(challenge.purposeKey()).binding().isEmpty())
                .filter(challenge -> !decoys.is(challenge));
        if (found.isEmpty()) {
            return Opened.NOTHING;
        }
        ChallengeRecord challenge = found.get();
        try {
            return open(challenge, token, shown);
        } catch (UnknownKeyException e) {
            String text = "a link can't be followed on this node: " + e.getMessage();
            LOG.error("Challenge {}: {}", challenge.id(), text);
            parts.events().tell(new OperatorAlert(now(), "challenge " + challenge.id() + ": " + text));
            return new Opened(Stand.OVER, challenge, null, false);
        }
    }

    private Opened open(ChallengeRecord challenge, String token, Optional<String> shown) {
        boolean home = shown.filter(value -> PurposeKey.read(challenge.purposeKey())
                        .shows(parts.keys(), challenge.indexKeyId(), challenge.tenant(), value))
                .isPresent();
        ChallengeState state = Ledger.stateAt(challenge, now());
        if (challenge.payload().isEmpty()) {
            return new Opened(stand(state), challenge, null, home);
        }
        Content content = ledger.content(challenge);
        boolean matches = content.terms().link().isPresent()
                && parts.keys().linkTokenMatches(Composer.context(ledger.seed(challenge), content), token);
        if (!matches) {
            return Opened.NOTHING;
        }
        return new Opened(stand(state), challenge, state.ended() ? null : content, home);
    }

    /**
     * Takes what was pressed on the page of an open link. In the browser where the challenge began, and for a no, a press is
     * enough; for a yes from elsewhere the digits are tried, once.
     *
     * @param link the link, as it was just opened
     * @param choice yes, or no where there is something to refuse
     * @param digits what was typed; not looked at where a press is enough
     */
    public Answer press(Opened link, Choice choice, String digits) {
        ChallengeRecord challenge = link.challenge().orElseThrow();
        Content content = Optional.ofNullable(link.content).orElseThrow();
        boolean press = link.home() || choice == Choice.NO;
        AnswerContext context = AnswerContext.of(press ? Kind.PRESSED : Kind.NUMBER);
        if (content.terms().transaction().isPresent()) {
            context = context.choice(choice);
        } else if (choice == Choice.NO) {
            throw new IllegalArgumentException("there is nothing to refuse");
        }
        if (press) {
            return judge.judge(challenge, content, context.secretMatches(true), Judge.Asked.ELSEWHERE, now())
                    .orElseThrow(() -> new IllegalStateException(
                            "the flow '" + challenge.flow() + "' sends links and takes no presses on their pages"));
        }
        return trials.attempt(
                challenge.id(),
                any -> true,
                new Trials.Try(
                        context.numberAsked(true),
                        (counted, about) ->
                                parts.keys().matchNumberIs(Composer.context(ledger.seed(counted), about), digits),
                        Judge.Asked.ELSEWHERE));
    }

    private static Stand stand(ChallengeState state) {
        return switch (state) {
            case OPEN -> Stand.OPEN;
            case APPROVED -> Stand.APPROVED;
            case DENIED -> Stand.DENIED;
            case EXPIRED -> Stand.EXPIRED;
            case EXHAUSTED, CANCELLED -> Stand.OVER;
        };
    }
}
