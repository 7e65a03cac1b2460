package io.chatauth.spi;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the engine found about an answer. No secret stands here: the engine has already compared. Immutable; each method
 * that says more gives a copy.
 */
public final class AnswerContext {
    /** How an answer can come. */
    public enum Kind {
        /** A code, typed where the challenge began. */
        TYPED,
        /** A button on the page of the challenge's link, pressed in the browser where the challenge began. */
        PRESSED,
        /** The same in another browser, with the two digits that are shown where the challenge began. */
        NUMBER,
        /** A button of the message, whose payload belongs to this challenge alone. */
        TAPPED,
        /** A reply that names the message it belongs to. */
        QUOTED,
        /** A reply that names nothing, from a person with only this one question open. */
        BARE,
        /** The code that the person was asked to send from the chat app. */
        SENT,
        /** The application says that it is done. */
        COMPLETED
    }

    /** What a person can say to a question. */
    public enum Choice {
        /** Yes, do it. */
        YES,
        /** No, that was not me. */
        NO
    }

    private final Kind kind;
    private final @Nullable Choice choice;
    private final boolean secretMatches;
    private final boolean numberAsked;
    private final boolean held;

    private AnswerContext(
            Kind kind, @Nullable Choice choice, boolean secretMatches, boolean numberAsked, boolean held) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.choice = choice;
        this.secretMatches = secretMatches;
        this.numberAsked = numberAsked;
        this.held = held;
    }

    /**
     * An answer about which nothing else is known.
     *
     * @param kind how it came
     * @return the context
     */
    public static AnswerContext of(Kind kind) {
        return new AnswerContext(kind, null, false, false, false);
    }

    /**
     * Says what the person chose.
     *
     * @param said yes or no
     * @return a copy
     */
    public AnswerContext choice(Choice said) {
        return new AnswerContext(kind, Objects.requireNonNull(said, "said"), secretMatches, numberAsked, held);
    }

    /**
     * Says whether the answer holds the challenge's secret: its code, its link, or, where one was asked for, its number.
     *
     * @param matches true if it does
     * @return a copy
     */
    public AnswerContext secretMatches(boolean matches) {
        return new AnswerContext(kind, choice, matches, numberAsked, held);
    }

    /**
     * Says that a yes needs the two digits that are shown where the challenge began.
     *
     * @param asked true if it does
     * @return a copy
     */
    public AnswerContext numberAsked(boolean asked) {
        return new AnswerContext(kind, choice, secretMatches, asked, held);
    }

    /**
     * Says whether a right answer came before and waits for this one.
     *
     * @param waits true if it does
     * @return a copy
     */
    public AnswerContext held(boolean waits) {
        return new AnswerContext(kind, choice, secretMatches, numberAsked, waits);
    }

    /**
     * Tells how the answer came.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Tells what the person chose.
     *
     * @return yes or no; empty if nothing was chosen
     */
    public Optional<Choice> choice() {
        return Optional.ofNullable(choice);
    }

    /**
     * Tells whether the answer holds the challenge's secret.
     *
     * @return false if it does not, or the challenge has none
     */
    public boolean secretMatches() {
        return secretMatches;
    }

    /**
     * Tells whether a yes needs the number.
     *
     * @return true if it does; then {@link #secretMatches()} says whether it was right
     */
    public boolean numberAsked() {
        return numberAsked;
    }

    /**
     * Tells whether a right answer came before, for which the flow's verdict was {@link Verdict#hold()}.
     *
     * @return true if one waits
     */
    public boolean held() {
        return held;
    }

    /**
     * Says all of it.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "AnswerContext[" + kind + choice().map(said -> " " + said).orElse("")
                + (secretMatches ? ", the secret matches" : "") + (numberAsked ? ", a number is asked for" : "")
                + (held ? ", a right answer waits" : "") + "]";
    }
}
