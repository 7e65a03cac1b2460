package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import io.chatauth.ChatAuthException;
import io.chatauth.spi.Channel;
import io.chatauth.spi.Exchange;
import io.chatauth.webhook.InboundEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for reports where no webhook is configured. Of many nodes one asks in each turn; whichever it is, what it learns is
 * stored for all.
 */
final class ReportPoll {
    private static final Logger LOG = LoggerFactory.getLogger(ReportPoll.class);
    private static final Duration TURN = Duration.ofSeconds(5);

    private final Parts parts;
    private final Reports reports;
    private final Errands errands;

    ReportPoll(Parts parts, Reports reports, Errands errands) {
        this.parts = parts;
        this.reports = reports;
        this.errands = errands;
    }

    /** One round over all channels that can be asked; does nothing where reports come by webhook. */
    void run() {
        if (parts.webhookBase().isEmpty()) {
            parts.channelIds().forEach(this::ask);
        }
    }

    private void ask(ChannelId id) {
        Channel channel = parts.channels().apply(id);
        Optional<Exchange<List<InboundEvent>>> exchange = channel.reports();
        if (exchange.isEmpty() || !parts.state().putIfAbsent("report-poll:" + id, parts.node(), TURN)) {
            return;
        }
        try {
            errands.run("ask for the reports of " + id, channel, exchange.get())
                    .forEach(event -> reports.take(id, event));
        } catch (ChatAuthException e) {
            LOG.warn("The reports of {} could not be asked for, and are asked for again later: {}", id, e.getMessage());
        }
    }
}
