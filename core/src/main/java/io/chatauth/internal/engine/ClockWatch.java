package io.chatauth.internal.engine;

import io.chatauth.event.ChatAuthEvent.OperatorAlert;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.Transition;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that this node's clock was set back, and withdraws the challenges that were made by the wrong time: when that time
 * comes, they would be good again.
 */
final class ClockWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final int BATCH = 500;

    private final Parts parts;
    private final Ledger ledger;
    private final Postbox postbox;
    private Instant latest = Instant.MIN;

    ClockWatch(Parts parts, Ledger ledger, Postbox postbox) {
        this.parts = parts;
        this.ledger = ledger;
        this.postbox = postbox;
    }

    synchronized void run() {
        Instant now = parts.clock().instant();
        if (latest.isAfter(now.plus(KeyDesk.SKEW))) {
            int withdrawn = 0;
            for (String keyId : parts.keys().ring().states().keySet()) {
                withdrawn += withdraw(keyId, now);
            }
            String text = "this node's clock was set back from about " + latest + " to " + now + "; " + withdrawn
                    + " challenges made by the wrong time were cancelled";
            LOG.error("{}", text);
            parts.events().tell(new OperatorAlert(now, text));
            latest = now;
        } else if (now.isAfter(latest)) {
            latest = now;
        }
    }

    /** The newest come first, so those of the wrong time are a page's beginning. */
    private int withdraw(String keyId, Instant now) {
        int withdrawn = 0;
        while (true) {
            List<ChallengeRecord> page = parts.store().findOpen(new OpenQuery.ByKey(keyId, now), BATCH);
            int before = withdrawn;
            for (ChallengeRecord challenge : page) {
                if (challenge.createdAt().isAfter(now.plus(KeyDesk.SKEW))
                        && ledger.end(challenge.id(), new Transition.Cancel(now), now)
                                .won()) {
                    postbox.forget(challenge);
                    withdrawn++;
                }
            }
            if (withdrawn - before < BATCH) {
                return withdrawn;
            }
        }
    }
}
