package io.chatauth;

import io.chatauth.internal.subscription.WebhookDesk;
import io.chatauth.webhook.WebhookStep;
import java.util.List;

/** What there is to do at the provider for webhooks to arrive. {@link #toString()} is a text for people without secrets. */
public final class WebhookPlan {
    private static final String INDENT = "  ";

    private final WebhookDesk desk;
    private final List<WebhookStep> steps;

    WebhookPlan(WebhookDesk desk, List<WebhookStep> steps) {
        this.desk = desk;
        this.steps = List.copyOf(steps);
    }

    /**
     * Gives the steps.
     *
     * @return in the order in which they are done
     */
    public List<WebhookStep> steps() {
        return steps;
    }

    /**
     * Tells whether there is nothing to write. Steps that somebody must do by hand don't count.
     *
     * @return true if {@link #apply()} would do nothing
     */
    public boolean isUnchanged() {
        return steps.stream().noneMatch(step -> step.action().writes());
    }

    /**
     * Does the steps, in their order, on the caller's thread, and reads again what stands there then.
     *
     * @return the new plan: unchanged if the provider took everything
     * @throws RequestException if the account was changed after this plan was made; then nothing was done
     * @throws ApiException if the provider refuses a step; what was done before it stays, and a new plan goes on from there
     * @throws TransportException if the provider can't be reached; the same holds
     */
    public WebhookPlan apply() {
        desk.apply(steps);
        return new WebhookPlan(desk, desk.plan());
    }

    /**
     * Writes the plan.
     *
     * @return a line that counts, and one for each detail of each step
     */
    @Override
    public String toString() {
        long writes = steps.stream().filter(step -> step.action().writes()).count();
        StringBuilder out = new StringBuilder("Webhooks: ")
                .append(steps.size())
                .append(steps.size() == 1 ? " step, " : " steps, ")
                .append(writes)
                .append(" to write");
        String group = "";
        for (WebhookStep step : steps) {
            String current = step.channel().map(ChannelId::value).orElse("all channels");
            if (!current.equals(group)) {
                out.append(System.lineSeparator()).append(current);
                group = current;
            }
            out.append(System.lineSeparator())
                    .append(INDENT)
                    .append(step.action().inWords())
                    .append(' ')
                    .append(step.subject());
            for (String detail : step.details()) {
                out.append(System.lineSeparator()).append(INDENT.repeat(3)).append(detail);
            }
        }
        return out.toString();
    }
}
