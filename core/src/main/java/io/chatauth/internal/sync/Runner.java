package io.chatauth.internal.sync;

import io.chatauth.ApiException;
import io.chatauth.ChatAuthException;
import io.chatauth.TransportException;
import io.chatauth.internal.engine.LocalTemplate;
import io.chatauth.internal.engine.TemplateDesk;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.template.Approval;
import io.chatauth.template.sync.PlannedStep;
import io.chatauth.template.sync.PlannedStep.Action;
import io.chatauth.template.sync.SyncProgress;
import io.chatauth.template.sync.SyncProgress.Phase;
import io.chatauth.template.sync.SyncResult;
import io.chatauth.template.sync.SyncResult.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a plan says, one step after the other. What fails is reported and takes no other with it, unless the credentials
 * are refused: then the rest of that channel is left undone.
 */
public final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int MOST_BACK_OFFS = 6;

    private final TemplateDesk desk;
    private final List<Planned> plan;
    private final Consumer<SyncProgress> listener;
    private final int writing;
    private final Map<String, String> closed = new HashMap<>();
    private int number;

    public Runner(TemplateDesk desk, List<Planned> plan, Consumer<SyncProgress> listener) {
        this.desk = desk;
        this.plan = plan;
        this.listener = listener;
        this.writing = (int) plan.stream()
                .filter(planned -> planned.step().action().writes())
                .count();
    }

    public SyncResult run() {
        List<SyncResult.Step> results = new ArrayList<>();
        for (Planned planned : plan) {
            results.add(result(planned));
        }
        return new SyncResult(results);
    }

    private SyncResult.Step result(Planned planned) {
        PlannedStep step = planned.step();
        if (!step.action().writes() || planned.local().isEmpty()) {
            return same(step, Outcome.NOTHING_TO_DO, step.reason());
        }
        number++;
        String channel = step.channel().value();
        if (closed.containsKey(channel)) {
            return same(step, Outcome.NOT_DONE, closed.get(channel));
        }
        if (Thread.currentThread().isInterrupted()) {
            return same(step, Outcome.NOT_DONE, "the thread was interrupted; plan and apply again");
        }
        tell(Phase.BEGINS, step, "");
        LocalTemplate local = planned.local().get();
        try {
            Written written = write(step, local, planned.before());
            String binding = desk.bindingAdvice(local, written.registered().key());
            String text = List.of(written.text(), binding).stream()
                    .filter(part -> !part.isEmpty())
                    .reduce((one, other) -> one + "; " + other)
                    .orElse("");
            Approval approval = Approval.observed(
                    written.registered().approval(),
                    written.registered().detail(),
                    desk.parts().clock().instant());
            tell(Phase.DONE, step, approval.state() + (text.isEmpty() ? "" : "; " + text));
            return new SyncResult.Step(step, Outcome.DONE, written.registered().key(), approval, text);
        } catch (ChatAuthException e) {
            String text = String.valueOf(e.getMessage());
            if (e instanceof ApiException refused && closes(refused)) {
                closed.put(channel, "not begun, because " + text);
            }
            tell(Phase.FAILED, step, text);
            return same(step, Outcome.FAILED, text);
        }
    }

    private record Written(RegisteredTemplate registered, String text) {}

    private Written write(PlannedStep step, LocalTemplate local, Optional<RegisteredTemplate> before) {
        Optional<Consumer<Duration>> waits =
                Optional.of(wait -> tell(Phase.WAITS, step, inWords(wait) + " for the provider's rate limit"));
        for (int tried = 0; ; tried++) {
            try {
                return new Written(
                        step.action() == Action.CREATE || before.isEmpty()
                                ? desk.create(local, waits)
                                : desk.edit(local, before.get(), waits),
                        "");
            } catch (ApiException e) {
                boolean again = e.error().status() == TOO_MANY
                        && tried < MOST_BACK_OFFS
                        && desk.backOff(
                                tried,
                                wait -> tell(
                                        Phase.WAITS, step, inWords(wait) + ", because the provider is busy (429)"));
                if (!again) {
                    throw e;
                }
            } catch (TransportException e) {
                Optional<RegisteredTemplate> there =
                        step.action() == Action.CREATE && e.maybeSent() ? lookAgain(local, waits) : Optional.empty();
                return new Written(there.orElseThrow(() -> e), "the answer was lost, but the template is there");
            }
        }
    }

    private Optional<RegisteredTemplate> lookAgain(LocalTemplate local, Optional<Consumer<Duration>> waits) {
        try {
            return desk.find(local, desk.list(local, waits));
        } catch (ChatAuthException e) {
            LOG.debug("Whether {} was created can't be told", local, e);
            return Optional.empty();
        }
    }

    private static boolean closes(ApiException refused) {
        return refused.error().status() == UNAUTHORIZED || refused.error().status() == FORBIDDEN;
    }

    private static String inWords(Duration wait) {
        return wait.toSeconds() > 0 ? wait.toSeconds() + " s" : wait.toMillis() + " ms";
    }

    private static SyncResult.Step same(PlannedStep step, Outcome outcome, String text) {
        return new SyncResult.Step(step, outcome, step.key(), step.approval(), text);
    }

    private void tell(Phase phase, PlannedStep step, String text) {
        try {
            listener.accept(new SyncProgress(phase, number, writing, step, text));
        } catch (RuntimeException e) {
            LOG.warn("The listener of a synchronisation failed; it goes on", e);
        }
    }
}
