package io.chatauth.samples.bank.play;

import io.chatauth.samples.stage.StepMissingException;
import io.chatauth.samples.stage.Tracking;
import io.chatauth.webhook.WebhookReceiver;
import io.chatauth.webhook.WebhookRequest;
import io.chatauth.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Stands before the receiver of webhooks and remembers what was answered: an attack that changes nothing is waited for, too. */
final class Doorbell implements WebhookReceiver {
    private static final int MOST = 1_000;

    private final WebhookReceiver receiver;
    private final List<WebhookRequest> answered = new ArrayList<>();

    Doorbell(WebhookReceiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public WebhookResponse receive(WebhookRequest request) {
        WebhookResponse response = receiver.receive(request);
        synchronized (answered) {
            if (answered.size() < MOST) {
                answered.add(request);
            }
            answered.notifyAll();
        }
        return response;
    }

    /** Waits until the webhook with this message of a person was answered. */
    WebhookRequest await(String messageId) {
        long end = System.nanoTime() + Tracking.PATIENCE.toNanos();
        synchronized (answered) {
            while (true) {
                Optional<WebhookRequest> found = answered.stream()
                        .filter(request -> text(request).contains('"' + messageId + '"'))
                        .findFirst();
                long left = end - System.nanoTime();
                if (found.isPresent() || left <= 0) {
                    return found.orElseThrow(() ->
                            new StepMissingException("the webhook of the message " + messageId + " did not come"));
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(answered, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new StepMissingException("interrupted while a webhook was awaited");
                }
            }
        }
    }

    static String text(WebhookRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
