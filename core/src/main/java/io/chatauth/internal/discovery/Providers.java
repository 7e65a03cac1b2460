package io.chatauth.internal.discovery;

import io.chatauth.Discovery;
import io.chatauth.internal.catalog.TemplateSource;
import io.chatauth.internal.discovery.Candidate.Origin;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.FlowContext;
import io.chatauth.spi.OptionException;
import io.chatauth.spi.Options;
import io.chatauth.spi.TemplateProvider;
import io.chatauth.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The chosen providers of all kinds, and what they give. Used by one thread, once per {@code build()}. */
public final class Providers {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final Wish wish;
    private final List<String> problems;
    private final Set<String> inTrouble = new TreeSet<>();
    private final Choice<ChannelProvider> channels =
            new Choice<>(Discovery.Kind.CHANNEL, ChannelProvider::id, "channel");
    private final Choice<AuthFlowProvider> flows = new Choice<>(Discovery.Kind.FLOW, AuthFlowProvider::id, "flow");
    private final Choice<TemplateProvider> templates =
            new Choice<>(Discovery.Kind.TEMPLATES, TemplateProvider::id, "templates");

    private Providers(Wish wish, List<String> problems) {
        this.wish = wish;
        this.problems = problems;
    }

    /**
     * Looks for providers and chooses among them.
     *
     * @param wish what is wanted
     * @param problems takes what is wrong
     * @return the choice
     */
    public static Providers choose(Wish wish, List<String> problems) {
        Providers found = new Providers(wish, problems);
        Set<String> excluded = wish.excluded();
        found.channels.make(
                GuardedLoader.load(ChannelProvider.class, wish.sources()), wish.channels(), List.of(), excluded);
        found.flows.make(
                GuardedLoader.load(AuthFlowProvider.class, wish.sources()),
                wish.flows(),
                wish.builtIn().flows(),
                excluded);
        found.templates.make(
                GuardedLoader.load(TemplateProvider.class, wish.sources()),
                wish.templates(),
                wish.builtIn().templates(),
                excluded);
        problems.addAll(found.channels.problems());
        problems.addAll(found.flows.problems());
        problems.addAll(found.templates.problems());
        found.inTrouble.addAll(found.channels.inTrouble());
        found.inTrouble.addAll(found.flows.inTrouble());
        found.warnOfIdleExclusions();
        return found;
    }

    /**
     * The class loaders that discovery asks unless others are given: that of the thread, then ChatAuth's own.
     *
     * @return one or two class loaders
     */
    public static List<ProviderSource> usual() {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null) {
            loaders.add(context);
        }
        loaders.add(Providers.class.getClassLoader());
        return loaders.stream().map(ProviderSource::of).toList();
    }

    /**
     * Names all channels that were seen, in use or not: options for them are no mistake.
     *
     * @return the ids, sorted
     */
    public NavigableSet<String> channelIds() {
        return ids(channels);
    }

    /**
     * Names all flows that were seen, in use or not.
     *
     * @return the ids, sorted
     */
    public NavigableSet<String> flowIds() {
        return ids(flows);
    }

    /**
     * Names the channels and flows that are problems already; no other problem need be made of them.
     *
     * @return the ids
     */
    public Set<String> inTrouble() {
        return inTrouble;
    }

    /**
     * Makes the channels. One that can't be made becomes a problem if its options are wrong or the application gave it, else
     * it is reported and left out.
     *
     * @param options the options by id
     * @return the channels
     */
    public Channels makeChannels(Function<String, Options> options) {
        Map<String, Channel> made = make(channels, options, Providers::channel, "channel");
        List<ProviderSource> sources = wish.sources().isEmpty() ? usual() : wish.sources();
        List<ClassLoader> loaders =
                sources.stream().flatMap(source -> source.loader().stream()).toList();
        return new Channels(made, channels.entries(), loaders, !wish.sources().isEmpty());
    }

    /**
     * Makes the flows, with the same rules.
     *
     * @param options the options by id
     * @return the flows
     */
    public Flows makeFlows(Function<String, Options> options) {
        Map<String, AuthFlow> made =
                make(flows, options, (provider, own) -> provider.create(new FlowContext(own)), "flow");
        return new Flows(made, flows.entries());
    }

    /**
     * Collects the templates: those of the application before discovered ones, these before built-in ones.
     *
     * @return where they come from, least first
     */
    public List<TemplateSource> collectTemplates() {
        Map<String, List<Template>> lists =
                make(templates, any -> Options.none(), (provider, none) -> provider.templates(), "templates");
        List<TemplateSource> sources = new ArrayList<>();
        for (Origin origin : Origin.values()) {
            templates.chosen().forEach((id, candidate) -> {
                if (candidate.origin() == origin) {
                    add(sources, origin, candidate.described(), lists.getOrDefault(id, List.of()));
                }
            });
        }
        add(sources, Origin.EXPLICIT, "template(…)", wish.ownTemplates());
        return sources;
    }

    private void add(
            List<TemplateSource> sources, Origin origin, String owner, List<? extends @Nullable Template> templates) {
        List<Template> there = new ArrayList<>();
        for (Template template : templates) {
            if (template == null) {
                problems.add("templates of " + owner + ": there is null among them");
            } else {
                there.add(template);
            }
        }
        sources.add(new TemplateSource(owner, TemplateSource.Origin.valueOf(origin.name()), there));
    }

    /**
     * Reports what became of each provider; complete after all was made.
     *
     * @return the report
     */
    public Discovery report() {
        List<Discovery.Entry> all = new ArrayList<>(channels.entries());
        all.addAll(flows.entries());
        all.addAll(templates.entries());
        return Discovery.of(all);
    }

    /** Asks a new channel what it declares, so that a broken one is found now and not in the middle of a send. */
    private static @Nullable Channel channel(ChannelProvider provider, Options options) {
        Channel channel = provider.create(new ChannelContext(options));
        if (channel != null) {
            Objects.requireNonNull(channel.capabilities(), "capabilities() gave null");
            Objects.requireNonNull(channel.hosts(), "hosts() gave null");
        }
        return channel;
    }

    private <P, T> Map<String, T> make(
            Choice<P> choice,
            Function<String, Options> options,
            BiFunction<P, Options, @Nullable T> create,
            String kind) {
        Map<String, T> made = new LinkedHashMap<>();
        for (Map.Entry<String, Candidate<P>> entry : List.copyOf(choice.chosen().entrySet())) {
            String id = entry.getKey();
            Candidate<P> candidate = entry.getValue();
            try {
                T thing = create.apply(candidate.provider(), options.apply(id));
                if (thing == null) {
                    refuse(choice, id, candidate, "it gave null", kind);
                } else {
                    made.put(id, thing);
                }
            } catch (OptionException wrong) {
                String message = String.valueOf(wrong.getMessage());
                String unwanted =
                        candidate.origin() == Origin.DISCOVERED ? "; if it is not wanted, exclude(\"" + id + "\")" : "";
                problems.add(kind + " '" + id + "': " + message + unwanted);
                inTrouble.add(id);
                choice.drop(id, message);
            } catch (Throwable failure) {
                GuardedLoader.rethrowFatal(failure);
                Optional<Class<?>> type = Optional.of(candidate.provider().getClass());
                String reason = GuardedLoader.reason(failure, type, candidate.location());
                refuse(choice, id, candidate, "it could not be made: " + reason, kind);
            }
        }
        return made;
    }

    private <P> void refuse(Choice<P> choice, String id, Candidate<P> candidate, String reason, String kind) {
        if (candidate.origin() != Origin.DISCOVERED) {
            problems.add(kind + " '" + id + "' of " + candidate.described() + ": " + reason);
            inTrouble.add(id);
        }
        choice.drop(id, reason);
    }

    private static <P> NavigableSet<String> ids(Choice<P> choice) {
        NavigableSet<String> ids = new TreeSet<>();
        choice.entries().forEach(entry -> entry.id().ifPresent(ids::add));
        return ids;
    }

    private void warnOfIdleExclusions() {
        Set<String> idle = new TreeSet<>(wish.excluded());
        idle.removeAll(channels.matched());
        idle.removeAll(flows.matched());
        idle.removeAll(templates.matched());
        if (!idle.isEmpty()) {
            LOG.warn("Excluded, but not there in the first place: {}", idle);
        }
    }
}
