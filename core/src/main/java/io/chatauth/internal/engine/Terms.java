package io.chatauth.internal.engine;

import io.chatauth.Assurance;
import io.chatauth.Transaction;
import io.chatauth.spi.FlowPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an answer to a challenge must be, and what else the challenge brings along.
 *
 * @param question whether replies count
 * @param numberMatch whether two digits are asked for wherever the challenge did not begin
 * @param invite whether the person writes first
 * @param link the placeholder of the link to its page
 * @param next where the person is sent after the page
 * @param transaction what is confirmed
 * @param least the least assurance that says yes
 * @param bound whether the application must show the binding again
 * @param binding a digest of what ties it to the browser or device that started it
 * @param reminders after how long the message is sent again, each counted from the one before
 */
record Terms(
        boolean question,
        boolean numberMatch,
        boolean invite,
        Optional<String> link,
        Optional<String> next,
        Optional<Transaction> transaction,
        Assurance least,
        boolean bound,
        Optional<String> binding,
        List<Duration> reminders) {
    /** Neither question nor link nor anything. */
    static final Terms NONE = new Terms(
            false,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Assurance.NONE,
            false,
            Optional.empty(),
            List.of());

    Terms {
        reminders = List.copyOf(reminders);
    }

    static Terms of(FlowPlan plan, Optional<String> binding) {
        boolean none = !plan.question()
                && !plan.numberMatch()
                && !plan.invite()
                && plan.link().isEmpty()
                && plan.next().isEmpty()
                && plan.transaction().isEmpty()
                && plan.least() == Assurance.NONE
                && binding.isEmpty()
                && plan.reminders().isEmpty();
        return none
                ? NONE
                : new Terms(
                        plan.question(),
                        plan.numberMatch(),
                        plan.invite(),
                        plan.link(),
                        plan.next(),
                        plan.transaction(),
                        plan.least(),
                        plan.bound(),
                        binding.map(Digests::whole),
                        plan.reminders());
    }

    /** Whether a person is asked for a yes, by replies or on a page: what one can be flooded with. */
    boolean prompts() {
        return question || (link.isPresent() && transaction.isPresent());
    }

    /** The transaction as it is bound into codes, links and payloads; empty if there is none. */
    String digest() {
        return transaction.map(Terms::digest).orElse("");
    }

    static String digest(Transaction transaction) {
        return Digests.whole(
                transaction.amount().toPlainString(), transaction.currency().getCurrencyCode(), transaction.payee());
    }
}
