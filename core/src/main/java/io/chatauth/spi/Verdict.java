package io.chatauth.spi;

import io.chatauth.Assurance;
import java.util.Objects;
import java.util.Optional;

/**
 * A flow's judgement of an answer.
 *
 * @param kind the judgement
 * @param assurance how strongly an approval binds; empty for the others
 */
public record Verdict(Kind kind, Optional<Assurance> assurance) {
    /** The judgements. */
    public enum Kind {
        /** The answer is right: the challenge ends approved. */
        APPROVE,
        /** The answer is a no: the challenge ends denied. */
        DENY,
        /** The answer is wrong: the attempt is spent, the challenge stays open while there are more. */
        WRONG,
        /** The answer is right, and the application must confirm it where the challenge began. */
        HOLD,
        /** The flow takes no such answers: the challenge is left as it was. */
        NOT_ACCEPTED
    }

    /**
     * Checks that an approval, and nothing else, has an assurance.
     *
     * @throws IllegalArgumentException if it is otherwise
     */
    public Verdict {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(assurance, "assurance");
        if ((kind == Kind.APPROVE) != assurance.isPresent()) {
            throw new IllegalArgumentException("an approval has an assurance, other verdicts have none");
        }
    }

    /**
     * The answer is right.
     *
     * @param assurance how strongly it binds
     * @return the verdict
     */
    public static Verdict approve(Assurance assurance) {
        return new Verdict(Kind.APPROVE, Optional.of(assurance));
    }

    /**
     * The answer is a no.
     *
     * @return the verdict
     */
    public static Verdict deny() {
        return new Verdict(Kind.DENY, Optional.empty());
    }

    /**
     * The answer is wrong.
     *
     * @return the verdict
     */
    public static Verdict wrong() {
        return new Verdict(Kind.WRONG, Optional.empty());
    }

    /**
     * The answer is right, and the application must confirm it where the challenge began, with {@code complete(…)}.
     *
     * @return the verdict
     */
    public static Verdict hold() {
        return new Verdict(Kind.HOLD, Optional.empty());
    }

    /**
     * The flow takes no such answers.
     *
     * @return the verdict
     */
    public static Verdict notAccepted() {
        return new Verdict(Kind.NOT_ACCEPTED, Optional.empty());
    }
}
