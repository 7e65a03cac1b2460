package io.chatauth.internal.engine;

import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.webhook.InboundEvent;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings decoded reports to the messages they are about, and what people write to the inbox. */
final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final int REMEMBERED = 1_000;

    private final Parts parts;
    private final Postbox postbox;
    private final Inbox inbox;
    private final Approvals approvals;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    Reports(Parts parts, Postbox postbox, Inbox inbox, Approvals approvals) {
        this.parts = parts;
        this.postbox = postbox;
        this.inbox = inbox;
        this.approvals = approvals;
    }

    /**
     * Takes in one event. Reports about messages that are not ours are passed over.
     *
     * @return false if it is just being taken in elsewhere and must come again
     */
    boolean take(ChannelId channel, InboundEvent event) {
        if (event instanceof InboundEvent.Report report) {
            report(channel, report);
        } else if (event instanceof InboundEvent.TemplateChanged changed) {
            approvals.told(channel, changed);
        } else if (event instanceof InboundEvent.Reply reply) {
            return inbox.take(channel, reply);
        } else if (event instanceof InboundEvent.AddressClaimed claim) {
            return inbox.take(channel, claim);
        } else if (event instanceof InboundEvent.IdentityChanged change) {
            return inbox.take(channel, change);
        } else if (event instanceof InboundEvent.Unknown unknown) {
            logOnce(channel, unknown.kind(), "is not known and was passed over");
        }
        return true;
    }

    private void report(ChannelId channel, InboundEvent.Report report) {
        Optional<ChallengeId> own = MessageIds.challenge(report.messageId());
        boolean found = own.isPresent()
                && postbox.move(own.get(), report.messageId(), report.status(), report.failure(), Optional.empty());
        if (!found) {
            parts.state()
                    .get(MessageIds.mappingKey(channel, report.messageId()))
                    .map(mapping -> mapping.split(" ", 2))
                    .ifPresentOrElse(
                            mapping -> postbox.move(
                                    ChallengeId.of(mapping[0]),
                                    mapping[1],
                                    report.status(),
                                    report.failure(),
                                    Optional.empty()),
                            () -> hold(channel, report));
        }
    }

    /** A provider may report a message before its answer has told us the id: then the report waits a little. */
    private void hold(ChannelId channel, InboundEvent.Report report) {
        LOG.debug("A report on {} is about no message that is known yet", channel);
        parts.state()
                .put(
                        MessageIds.earlyKey(channel, report.messageId()),
                        new EarlyReport(report.status(), report.failure()).write(),
                        EarlyReport.WAITS);
    }

    private void logOnce(ChannelId channel, String kind, String what) {
        if (logged.size() < REMEMBERED && logged.add(channel + " " + kind)) {
            LOG.warn("'{}' on {} {}; this is logged once", kind, channel, what);
        }
    }
}
