package io.chatauth.internal.config;

import io.chatauth.IdGenerator;
import io.chatauth.page.PageRenderer;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.SharedState;
import io.chatauth.webhook.WebhookAuth;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * The objects that the application may give; each is empty unless it was given.
 *
 * @param challengeStore where challenges are kept
 * @param sharedState where shared state is kept
 * @param clock the time
 * @param idGenerator makes ids
 * @param webhookAuth how webhooks may prove themselves
 * @param pageRenderer draws the pages behind links
 * @param threadFactory makes threads
 */
public record Parts(
        Optional<ChallengeStore> challengeStore,
        Optional<SharedState> sharedState,
        Optional<Clock> clock,
        Optional<IdGenerator> idGenerator,
        List<WebhookAuth> webhookAuth,
        Optional<PageRenderer> pageRenderer,
        Optional<ThreadFactory> threadFactory) {}
