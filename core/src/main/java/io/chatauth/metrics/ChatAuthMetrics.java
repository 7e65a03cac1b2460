package io.chatauth.metrics;

import io.chatauth.ChannelId;
import io.chatauth.Consent;
import io.chatauth.Tenant;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.event.ChatAuthListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Counts events in Micrometer: give it to the builder with {@code listener(metrics)}, and to a registry with
 * {@link #bindTo}. Micrometer is an optional dependency; nothing else of ChatAuth needs it. The guide for operators lists the
 * meters. Tags are flows, channels, countries, states and names of limits: few values each, never an id or a number; tenants
 * only after {@link #withTenants()}. Each node counts what it does itself: add nodes up. Safe for use by many threads.
 */
@SuppressWarnings("exports") // transitive, it would be asked of every module that uses ChatAuth
public final class ChatAuthMetrics implements ChatAuthListener, MeterBinder {
    private static final String UNKNOWN = "unknown";
    private static final String NONE = "none";

    private final boolean tenants;
    private volatile LongSupplier dropped = () -> 0;
    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

    /** Counts without tenants. */
    public ChatAuthMetrics() {
        this(false);
    }

    private ChatAuthMetrics(boolean tenants) {
        this.tenants = tenants;
    }

    /**
     * Makes metrics with the tag {@code tenant} on all that belongs to one. Only for few tenants: each makes all meters anew.
     *
     * @return metrics without a registry yet
     */
    public static ChatAuthMetrics withTenants() {
        return new ChatAuthMetrics(true);
    }

    /**
     * Says where the number of dropped events comes from; without it, 0 is shown.
     *
     * @param count gives the number, such as {@code chatAuth::droppedEvents}; asked whenever a registry is read
     */
    public void dropped(LongSupplier count) {
        dropped = Objects.requireNonNull(count, "count");
    }

    /**
     * Counts in this registry, too, from now on.
     *
     * @param registry the registry
     */
    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder(ChatAuthMeter.DROPPED.meter(), this, metrics -> metrics.dropped.getAsLong())
                .description(ChatAuthMeter.DROPPED.description())
                .register(registry);
        registries.add(registry);
    }

    @Override
    public void on(ChatAuthEvent event) {
        if (event instanceof ChatAuthEvent.ChallengeStarted started) {
            count(
                    ChatAuthMeter.STARTED,
                    started.tenant(),
                    started.flow(),
                    started.channel(),
                    started.country().orElse(UNKNOWN));
        } else if (event instanceof ChatAuthEvent.MessageMoved moved) {
            moved(moved);
        } else if (event instanceof ChatAuthEvent.ChallengeEnded ended) {
            ended(ended);
        } else if (event instanceof ChatAuthEvent.Answered answered) {
            count(
                    ChatAuthMeter.ANSWERS,
                    answered.tenant(),
                    answered.flow(),
                    answered.channel(),
                    lower(answered.kind()),
                    answered.result());
        } else if (event instanceof ChatAuthEvent.DeliveryFailed failed) {
            count(ChatAuthMeter.UNDELIVERED, failed.tenant());
        } else if (event instanceof ChatAuthEvent.LimitReached reached) {
            count(ChatAuthMeter.LIMITS, reached.tenant(), reached.limit());
        } else if (event instanceof ChatAuthEvent.FraudReported fraud) {
            count(ChatAuthMeter.FRAUD, fraud.tenant(), fraud.channel());
        } else if (event instanceof ChatAuthEvent.GuessesExhausted guessed) {
            count(
                    ChatAuthMeter.GUESSED,
                    guessed.tenant(),
                    guessed.channel(),
                    lower(guessed.whose()),
                    guessed.personTold() ? "yes" : "no");
        } else {
            onNoChallenge(event);
        }
    }

    /** What belongs to no challenge. */
    private void onNoChallenge(ChatAuthEvent event) {
        if (event instanceof ChatAuthEvent.ConsentGiven given) {
            consent(given.tenant(), given.channel(), "given", given.source());
        } else if (event instanceof ChatAuthEvent.ConsentWithdrawn withdrawn) {
            consent(withdrawn.tenant(), withdrawn.channel(), "withdrawn", withdrawn.source());
        } else if (event instanceof ChatAuthEvent.AnswerUnclear unclear) {
            count(ChatAuthMeter.UNCLEAR, unclear.channel().value());
        } else if (event instanceof ChatAuthEvent.WebhookRefused refused) {
            count(
                    ChatAuthMeter.WEBHOOKS,
                    refused.channel().map(Object::toString).orElse(NONE));
        } else if (event instanceof ChatAuthEvent.OperatorAlert) {
            count(ChatAuthMeter.ALERTS);
        } else if (event instanceof ChatAuthEvent.KeyCompromised) {
            count(ChatAuthMeter.COMPROMISED);
        }
    }

    /** A word in the chat is heard by all tenants, and belongs to none. */
    private void consent(Optional<Tenant> tenant, ChannelId channel, String change, Consent.Source source) {
        count(ChatAuthMeter.CONSENTS, tags(ChatAuthMeter.CONSENTS, tenant, channel, change, lower(source)));
    }

    private void moved(ChatAuthEvent.MessageMoved moved) {
        count(
                ChatAuthMeter.MESSAGES,
                moved.tenant(),
                moved.channel(),
                moved.country().orElse(UNKNOWN),
                lower(moved.status()),
                moved.failure().map(failure -> lower(failure.reason())).orElse(NONE));
    }

    private void ended(ChatAuthEvent.ChallengeEnded ended) {
        String country = ended.country().orElse(UNKNOWN);
        count(ChatAuthMeter.ENDED, ended.tenant(), ended.flow(), ended.channel(), country, lower(ended.state()));
        if (ended.assurance().isPresent()) {
            Duration took = Duration.between(ended.startedAt(), ended.at());
            Tags tags = tags(
                    ChatAuthMeter.ANSWER_TIME, Optional.of(ended.tenant()), ended.flow(), ended.channel(), country);
            each(registry -> Timer.builder(ChatAuthMeter.ANSWER_TIME.meter())
                            .description(ChatAuthMeter.ANSWER_TIME.description())
                            .tags(tags)
                            .register(registry))
                    .forEach(timer -> timer.record(took.isNegative() ? Duration.ZERO : took));
        }
    }

    private void count(ChatAuthMeter what, Tenant tenant, Object... values) {
        count(what, tags(what, Optional.of(tenant), values));
    }

    private void count(ChatAuthMeter what, String... values) {
        count(what, tags(what, Optional.empty(), (Object[]) values));
    }

    private void count(ChatAuthMeter what, Tags tags) {
        each(registry -> Counter.builder(what.meter())
                        .description(what.description())
                        .tags(tags)
                        .register(registry))
                .forEach(Counter::increment);
    }

    private <M> List<M> each(Function<MeterRegistry, M> meter) {
        return registries.stream().map(meter).toList();
    }

    private Tags tags(ChatAuthMeter what, Optional<Tenant> tenant, Object... values) {
        Tags tags = Tags.empty();
        for (int i = 0; i < what.tags().size(); i++) {
            tags = tags.and(what.tags().get(i), values[i].toString());
        }
        return tenants && tenant.isPresent() ? tags.and("tenant", tenant.get().value()) : tags;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
