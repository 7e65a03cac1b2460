package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import io.chatauth.ChatAuthException;
import io.chatauth.DeliveryFailure;
import io.chatauth.infobip.wire.FailureCodes;
import io.chatauth.store.ChallengeRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Doubts what is known of a template when a message failed over it. */
final class TemplateFailures {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateFailures.class);

    private final Parts parts;
    private final Ledger ledger;
    private final Composer composer;
    private final Approvals approvals;

    TemplateFailures(Parts parts, Ledger ledger, Composer composer, Approvals approvals) {
        this.parts = parts;
        this.ledger = ledger;
        this.composer = composer;
        this.approvals = approvals;
    }

    /** Takes in a failure that the provider told; others, and those of challenges whose content is erased, change nothing. */
    void told(ChallengeRecord challenge, ChannelId channelId, DeliveryFailure failure) {
        if (!FailureCodes.doubtsTemplate(failure)) {
            return;
        }
        try {
            if (challenge.payload().isEmpty()) {
                LOG.info(
                        "A message of {} failed over its template ({}), which can't be told any more",
                        challenge.id(),
                        failure.code());
                return;
            }
            Content content = ledger.content(challenge);
            Composer.Wish wish = new Composer.Wish(
                    channelId,
                    content.template(),
                    content.language(),
                    content.to().kind());
            Composer.Prepared prepared = composer.known(wish, parts.channels().apply(channelId));
            approvals.invalidate(channelId, prepared.key(), prepared.languageCode(), failure);
        } catch (ChatAuthException e) {
            LOG.warn("What a failed message of {} says about its template was not kept", challenge.id(), e);
        }
    }
}
