package io.chatauth;

import io.chatauth.internal.page.Pages;
import io.chatauth.internal.subscription.WebhookDesk;
import io.chatauth.webhook.WebhookReceiver;
import io.chatauth.webhook.WebhookRequest;
import io.chatauth.webhook.WebhookResponse;

/**
 * Takes what providers post, serves the pages behind links, and sets up at Infobip what is needed for it to arrive. Safe for use by many threads.
 */
public final class Webhooks implements WebhookReceiver {
    private final WebhookReceiver receiver;
    private final Pages pages;
    private final WebhookDesk desk;

    Webhooks(WebhookReceiver receiver, Pages pages, WebhookDesk desk) {
        this.receiver = receiver;
        this.pages = pages;
        this.desk = desk;
    }

    @Override
    public WebhookResponse receive(WebhookRequest request) {
        return pages.takes(request) ? pages.receive(request) : receiver.receive(request);
    }

    /**
     * Reads what stands at the provider, on the caller's thread, and says what is missing: security settings, one profile
     * and one subscription for each channel, and that what people write to a sender follows the subscription. Nothing is
     * written. The credentials need the scope {@code subscriptions:manage}, and {@code numbers:manage} for inbound messages.
     *
     * @return the plan; its text is for people
     * @throws RequestException if {@code chatauth.webhook.base-url} is not configured
     * @throws ApiException if the provider refuses to tell
     * @throws TransportException if the provider can't be reached
     */
    public WebhookPlan plan() {
        return new WebhookPlan(desk, desk.plan());
    }
}
