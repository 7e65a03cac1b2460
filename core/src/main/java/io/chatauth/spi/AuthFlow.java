package io.chatauth.spi;

import io.chatauth.ChallengeRequest;

/**
 * What is asked and what counts as an answer. A flow is pure: it says which secret it needs, which template with which
 * values, and judges an answer from the engine's findings. The engine owns secrets, persistence, attempts, expiry and
 * limits. Safe for use by many threads.
 */
public interface AuthFlow {
    /**
     * Plans a challenge.
     *
     * @param request what the application asked for
     * @return the plan; always the same for the same request
     * @throws io.chatauth.RequestException if the request lacks something or has too much
     */
    FlowPlan prepare(ChallengeRequest request);

    /**
     * Judges an answer that arrived in time for an open challenge.
     *
     * @param context what the engine found
     * @return the verdict; always the same for the same context
     */
    Verdict evaluate(AnswerContext context);
}
