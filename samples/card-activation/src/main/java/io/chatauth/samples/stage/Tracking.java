package io.chatauth.samples.stage;

import io.chatauth.MessageStatus;
import io.chatauth.Outcome;
import io.chatauth.Receipt;
import io.chatauth.Started;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Follows a message from the bank to the phone; what does not happen in time is a missing step. */
public final class Tracking {
    /** How long a step may take. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Deliveries deliveries;
    private final Phone phone;

    /**
     * Follows messages.
     *
     * @param deliveries hears of reports
     * @param phone where messages arrive
     */
    public Tracking(Deliveries deliveries, Phone phone) {
        this.deliveries = deliveries;
        this.phone = phone;
    }

    /**
     * Waits until Infobip has taken the message.
     *
     * @param started the challenge
     */
    public void accept(Started started) {
        try {
            Receipt receipt = started.accepted().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            StepMissingException.unless(
                    receipt.accepted(),
                    "the message was not accepted: "
                            + receipt.fold(
                                    taken -> "", refused -> refused.failure().describe()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepMissingException("interrupted while the message was sent");
        } catch (ExecutionException | CancellationException | TimeoutException e) {
            throw new StepMissingException("no answer to the message within " + PATIENCE + ": " + e);
        }
    }

    /**
     * Waits for the report that the phone has the message.
     *
     * @param outcome asks for the challenge
     */
    public void deliver(Supplier<Optional<Outcome>> outcome) {
        reach(MessageStatus.DELIVERED, outcome);
    }

    /**
     * Waits for the report that the person has seen the message.
     *
     * @param outcome asks for the challenge
     */
    public void see(Supplier<Optional<Outcome>> outcome) {
        reach(MessageStatus.SEEN, outcome);
    }

    private void reach(MessageStatus wanted, Supplier<Optional<Outcome>> outcome) {
        MessageStatus status = deliveries
                .await(wanted, PATIENCE, outcome)
                .orElseThrow(() -> new StepMissingException("there is no such challenge"));
        StepMissingException.unless(status.compareTo(wanted) >= 0, "the message is " + status + ", not " + wanted);
    }

    /**
     * Reads the last message of a challenge.
     *
     * @param number the phone's number, digits only
     * @param outcome asks for the challenge
     * @return the message as the phone shows it
     */
    public Phone.Shown read(String number, Supplier<Optional<Outcome>> outcome) {
        List<String> ids = outcome.get().orElseThrow().messages().stream()
                .map(message -> message.id())
                .toList();
        String last = ids.get(ids.size() - 1);
        return phone.read(number, last)
                .orElseThrow(() -> new StepMissingException("the message " + last + " is not on the phone"));
    }
}
