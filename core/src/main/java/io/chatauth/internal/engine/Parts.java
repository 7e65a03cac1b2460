package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import io.chatauth.Countries;
import io.chatauth.FlowId;
import io.chatauth.IdGenerator;
import io.chatauth.internal.address.Recipients;
import io.chatauth.internal.catalog.TemplateCatalog;
import io.chatauth.internal.config.Bindings;
import io.chatauth.internal.dispatch.Dispatcher;
import io.chatauth.internal.guard.Figures;
import io.chatauth.internal.key.Keys;
import io.chatauth.internal.link.LinkSettings;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.Channel;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.SharedState;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All that the engine works with; made once, by the builder.
 *
 * @param clock the time that counts
 * @param ids makes challenge and message ids
 * @param store keeps challenges
 * @param state keeps counters and mappings
 * @param keys derives, seals and looks up
 * @param recipients makes addresses canonical
 * @param countries where messages may go
 * @param catalog the templates
 * @param channels finds a channel, or throws {@link io.chatauth.UnknownChannelException}
 * @param channelIds the channels that are there
 * @param flows the flows by id
 * @param senders finds senders
 * @param bindings what providers call templates, and what is declared about them
 * @param dispatcher sends
 * @param events tells listeners
 * @param limits the bounds
 * @param links what is configured about links and their pages
 * @param webhookBase where the provider's reports shall go
 * @param node this node's name, for leases
 * @param retention how long ended challenges stay, so that their ids stay taken
 */
public record Parts(
        Clock clock,
        IdGenerator ids,
        ChallengeStore store,
        SharedState state,
        Keys keys,
        Recipients recipients,
        Countries countries,
        TemplateCatalog catalog,
        Function<ChannelId, Channel> channels,
        Set<ChannelId> channelIds,
        Map<FlowId, AuthFlow> flows,
        SenderResolver senders,
        Bindings bindings,
        Dispatcher dispatcher,
        EventBus events,
        Figures limits,
        LinkSettings links,
        Optional<URI> webhookBase,
        String node,
        Duration retention) {}
