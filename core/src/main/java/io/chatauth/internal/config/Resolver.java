package io.chatauth.internal.config;

import io.chatauth.ChannelId;
import io.chatauth.Countries;
import io.chatauth.FlowId;
import io.chatauth.Secret;
import io.chatauth.flow.FlowTemplates;
import io.chatauth.internal.catalog.TemplateSource;
import io.chatauth.internal.discovery.Channels;
import io.chatauth.internal.discovery.Flows;
import io.chatauth.internal.discovery.ProviderSource;
import io.chatauth.internal.discovery.Providers;
import io.chatauth.internal.discovery.Wish;
import io.chatauth.internal.link.LinkSettings;
import io.chatauth.internal.text.Masking;
import io.chatauth.template.Template;
import io.chatauth.webhook.WebhookAuth;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** Turns what was given into what the engine is started with, collecting every problem on the way. */
public final class Resolver {
    private final Inputs inputs;
    private final Declarations declared;
    private final List<String> problems = new ArrayList<>();

    /**
     * What the integrating code brings by itself and therefore need not be configured.
     *
     * @param credentials whether the account is given as an object with its credentials
     * @param keys whether a key ring is given as an object
     */
    public record Brought(boolean credentials, boolean keys) {}

    /**
     * Begins.
     *
     * @param inputs the texts
     * @param declared senders and templates from the builder
     */
    public Resolver(Inputs inputs, Declarations declared) {
        this.inputs = inputs;
        this.declared = declared;
    }

    /**
     * Reads, looks for providers, makes channels and flows, and checks.
     *
     * @param asked the providers of the builder; the property {@code chatauth.discover} may add the usual sources, and
     *     {@code chatauth.exclude} may exclude more
     * @param parts the objects of the builder
     * @param sslContext the TLS settings of the builder
     * @param brought what need not be configured
     * @return everything, with the problems
     */
    public Resolved resolve(Wish asked, Parts parts, Optional<SSLContext> sslContext, Brought brought) {
        Values values = new Values(inputs, problems);
        AccountOptions account = account(values, sslContext);
        EngineOptions engine = engine(values);
        Countries countries = CountryReader.read(values, problems::add);
        Optional<String> region = values.text(Catalogue.REGION)
                .flatMap(text ->
                        CountryReader.code(text, what -> problems.add(values.source(Catalogue.REGION) + ": " + what)));
        Optional<Secret> keys = values.secret(Catalogue.KEYS);
        LinkSettings links = LinkReader.read(values);
        Optional<URI> webhook = Places.own(values, Catalogue.WEBHOOK_URL);

        Providers providers = Providers.choose(complete(asked, values), problems);
        Families families = new Families(values, declared, providers.channelIds(), providers.flowIds(), problems);
        Channels channels = providers.makeChannels(families.channelOptions());
        Flows flows = providers.makeFlows(families.flowOptions());
        List<TemplateSource> templates = new ArrayList<>(providers.collectTemplates());
        templates.add(new TemplateSource("ChatAuth", TemplateSource.Origin.BUILT_IN, waiting(values, links.page())));
        boolean missingNamed = checkChannels(families, channels, providers.inTrouble());
        checkFlows(families, flows, providers.inTrouble());
        Senders senders = families.senders();

        boolean usesAccount = channels.ids().isEmpty()
                || channels.ids().stream()
                        .anyMatch(id -> channels.get(id).hosts().isEmpty());
        Needs needs = new Needs(values, account, problems);
        if (usesAccount) {
            needs.account(brought);
            needs.senders(senders, channels);
        }
        needs.countries();
        needs.keys(keys, brought);
        if (channels.ids().isEmpty() && !missingNamed) {
            problems.add(channels.none());
        }
        return new Resolved(
                account,
                usesAccount,
                channels,
                flows,
                templates,
                providers.report(),
                senders,
                families.bindings(),
                countries,
                region,
                keys,
                links,
                webhook,
                ways(values, parts),
                engine,
                parts,
                problems);
    }

    /** What the builder was given, and what the properties say. */
    private List<WebhookAuth> ways(Values values, Parts parts) {
        List<WebhookAuth> ways = new ArrayList<>(parts.webhookAuth());
        ways.addAll(WebhookSettings.read(values, problems));
        return ways;
    }

    private static Wish complete(Wish asked, Values values) {
        List<ProviderSource> sources = new ArrayList<>(asked.sources());
        if (values.flag(Catalogue.DISCOVER) && sources.isEmpty()) {
            sources.addAll(Providers.usual());
        }
        Set<String> excluded = new HashSet<>(asked.excluded());
        excluded.addAll(values.list(Catalogue.EXCLUDE));
        return new Wish(
                sources,
                asked.channels(),
                asked.flows(),
                asked.templates(),
                asked.ownTemplates(),
                excluded,
                asked.builtIn());
    }

    /** Three families of the built-in templates wait for settings. */
    private static List<Template> waiting(Values values, Optional<URI> page) {
        List<Template> all = new ArrayList<>();
        page.ifPresent(place -> {
            all.addAll(FlowTemplates.loginLink(place));
            all.addAll(FlowTemplates.transactionLink(place));
        });
        values.text(Catalogue.CALL_NUMBER).ifPresent(number -> {
            try {
                all.addAll(FlowTemplates.cardActivation(number));
            } catch (IllegalArgumentException e) {
                values.problem(Catalogue.CALL_NUMBER, number, "a plus and 3 to 15 digits, such as +441123456789");
            }
        });
        return all;
    }

    private AccountOptions account(Values values, Optional<SSLContext> sslContext) {
        List<String> hosts = values.list(Catalogue.ALLOWED_HOSTS);
        hosts.stream()
                .filter(host -> !Places.isHostPattern(host))
                .forEach(host -> values.problem(
                        Catalogue.ALLOWED_HOSTS,
                        host,
                        "host names without scheme and port, such as *.api.infobip.com"));
        Optional<String> proxyHost = values.text(Catalogue.PROXY_HOST);
        Optional<Integer> port = values.optionalNumber(Catalogue.PROXY_PORT);
        if (proxyHost.isPresent() && !values.isSet(Catalogue.PROXY_PORT)) {
            problems.add("the proxy '" + Masking.clean(proxyHost.get()) + "' has no port: "
                    + Catalogue.PROXY_PORT.howToSet());
        }
        boolean strayProxy = values.isSet(Catalogue.PROXY_PORT)
                || values.isSet(Catalogue.PROXY_USERNAME)
                || values.isSet(Catalogue.PROXY_PASSWORD);
        if (proxyHost.isEmpty() && strayProxy) {
            problems.add("there are settings of a proxy, but no proxy: " + Catalogue.PROXY_HOST.howToSet());
        }
        CredentialsReader.pair(values, Catalogue.PROXY_USERNAME, Catalogue.PROXY_PASSWORD, problems);
        Optional<AccountOptions.Proxy> proxy = proxyHost.flatMap(name -> port.map(number -> new AccountOptions.Proxy(
                name, number, values.text(Catalogue.PROXY_USERNAME), values.secret(Catalogue.PROXY_PASSWORD))));
        return new AccountOptions(
                Places.account(values, Catalogue.BASE_URL, hosts),
                CredentialsReader.read(values, problems),
                hosts,
                values.duration(Catalogue.CONNECT_TIMEOUT),
                values.duration(Catalogue.REQUEST_TIMEOUT),
                values.number(Catalogue.MAX_RESPONSE_BYTES),
                proxy,
                values.flag(Catalogue.BLOCKING_TRUST_MANAGER),
                sslContext);
    }

    private static EngineOptions engine(Values values) {
        return new EngineOptions(
                values.number(Catalogue.REQUESTS_PER_LANE),
                values.number(Catalogue.QUEUE),
                values.number(Catalogue.TRIES),
                values.duration(Catalogue.TRY_FOR),
                values.duration(Catalogue.CLOSE_TIMEOUT),
                values.number(Catalogue.MAX_CHALLENGES),
                values.duration(Catalogue.RETENTION),
                LimitSettings.read(values));
    }

    /**
     * An option for a channel that is not there is a mistake, unless that one was excluded or is a problem already. Tells
     * whether there was such a mistake.
     */
    private boolean checkChannels(Families families, Channels channels, Set<String> inTrouble) {
        boolean missing = false;
        for (Map.Entry<String, String> named : families.channelsNamed().entrySet()) {
            String id = named.getKey();
            try {
                ChannelId channel = ChannelId.of(id);
                if (channels.find(channel).isEmpty() && !channels.excluded(channel) && !inTrouble.contains(id)) {
                    problems.add(named.getValue() + ": " + channels.missing(channel));
                    missing = true;
                }
            } catch (IllegalArgumentException e) {
                problems.add(named.getValue() + ": " + e.getMessage());
            }
        }
        return missing;
    }

    /** The same for flows. */
    private void checkFlows(Families families, Flows flows, Set<String> inTrouble) {
        families.flowsNamed().forEach((id, source) -> {
            try {
                FlowId flow = FlowId.of(id);
                if (flows.find(flow).isEmpty() && !flows.excluded(flow) && !inTrouble.contains(id)) {
                    problems.add(source + ": " + flows.missing(flow));
                }
            } catch (IllegalArgumentException e) {
                problems.add(source + ": " + e.getMessage());
            }
        });
    }

    /** What can't be done without. */
    private record Needs(Values values, AccountOptions account, List<String> problems) {
        void account(Brought brought) {
            if (!values.isSet(Catalogue.BASE_URL)) {
                problems.add("there is no base URL: " + Catalogue.BASE_URL.howToSet()
                        + " with that of your Infobip account, such as https://xxxxx.api.infobip.com");
            }
            if (!brought.credentials() && !CredentialsReader.anySet(values)) {
                problems.add(CredentialsReader.none());
            }
        }

        void senders(Senders senders, Channels channels) {
            if (senders.isEmpty() && !channels.ids().isEmpty()) {
                String first = channels.ids().first().value();
                String here = channels.ids().stream().map(ChannelId::value).collect(Collectors.joining(", "));
                problems.add("there is no sender: set " + Catalogue.SENDER.prefix() + first + " or call sender(\""
                        + first + "\", …) with the sender you registered; channels that are here: " + here);
            }
        }

        void countries() {
            if (!values.isSet(Catalogue.COUNTRIES) && !account.loopback()) {
                problems.add("there are no countries: set " + Catalogue.COUNTRIES.property()
                        + " to codes such as GB,IE or to all, or call " + Catalogue.COUNTRIES.method());
            }
        }

        void keys(Optional<Secret> keys, Brought brought) {
            if (keys.isEmpty() && !brought.keys() && !account.loopback()) {
                problems.add("there are no keys: " + Catalogue.KEYS.howToSet());
            }
        }
    }
}
