package io.chatauth.internal.engine;

import io.chatauth.BusyException;
import io.chatauth.ChatAuthException;
import io.chatauth.ConsentWithdrawnException;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.MessageStatus;
import io.chatauth.Receipt;
import io.chatauth.StoreException;
import io.chatauth.UnknownKeyException;
import io.chatauth.internal.dispatch.Permit;
import io.chatauth.spi.Channel;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Due;
import io.chatauth.store.DueKind;
import io.chatauth.store.MessageRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what came due: sends what was stored and not sent, lets challenges expire, purges old ones. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final int BATCH = 200;

    private final Parts parts;
    private final Ledger ledger;
    private final Composer composer;
    private final Postbox postbox;
    private final ConsentDesk consents;
    private final NextSteps steps;

    Recovery(Parts parts, Ledger ledger, Composer composer, Postbox postbox, ConsentDesk consents, NextSteps steps) {
        this.parts = parts;
        this.ledger = ledger;
        this.composer = composer;
        this.postbox = postbox;
        this.consents = consents;
        this.steps = steps;
    }

    /** One round; returns how many messages it handed to the dispatcher. */
    int run() {
        postbox.renewLeases();
        int sent = 0;
        List<Due> due = claim(DueKind.MESSAGE);
        while (!due.isEmpty()) {
            for (Due work : due) {
                sent += send(work) ? 1 : 0;
            }
            due = due.size() < BATCH ? List.of() : claim(DueKind.MESSAGE);
        }
        sent += steps.run();
        for (Due work : claim(DueKind.EXPIRY)) {
            ledger.expire(work.challenge(), parts.clock().instant());
            postbox.forget(work.challenge());
        }
        parts.store().purge(parts.clock().instant().minus(parts.retention()), BATCH);
        return sent;
    }

    private List<Due> claim(DueKind kind) {
        return parts.store().claim(kind, parts.node(), parts.clock().instant(), Postbox.LEASE, BATCH);
    }

    private boolean send(Due work) {
        ChallengeRecord challenge = work.challenge();
        String messageId = work.messageId().orElseThrow();
        if (postbox.holds(messageId)) {
            return false;
        }
        try {
            MessageRecord message = challenge.message(messageId).orElseThrow();
            Channel channel = parts.channels().apply(message.channel());
            Content content = ledger.content(challenge).on(message.channel());
            consents.require(message.channel(), content.sender(), content.to());
            OutboundMessage again = composer.compose(
                    messageId, message.channel(), channel, content, ledger.seed(challenge), challenge.expiresAt());
            Permit permit = parts.dispatcher().reserve();
            Instant leasedUntil = parts.clock().instant().plus(Postbox.LEASE);
            CompletableFuture<Receipt> unused =
                    postbox.send(permit, challenge, message.channel(), channel, again, leasedUntil);
            return true;
        } catch (BusyException e) {
            LOG.info("Message {} stays stored until the queue has room", messageId);
            return false;
        } catch (UnknownKeyException e) {
            LOG.error("Message {} stays stored for a node that has its key: {}", messageId, e.getMessage());
            return false;
        } catch (ConsentWithdrawnException e) {
            LOG.info("Message {} is not sent any more: {}", messageId, e.getMessage());
            giveUp(challenge, messageId);
            return false;
        } catch (StoreException e) {
            throw e;
        } catch (ChatAuthException e) {
            LOG.error("Message {} can't be sent any more: {}", messageId, e.getMessage());
            giveUp(challenge, messageId);
            return false;
        } catch (RuntimeException e) {
            LOG.error("Message {} can't be sent any more", messageId, e);
            giveUp(challenge, messageId);
            return false;
        }
    }

    /** One message that can't be made again must not hold up the others. */
    private void giveUp(ChallengeRecord challenge, String messageId) {
        postbox.move(
                challenge.id(),
                messageId,
                MessageStatus.FAILED,
                Optional.of(new DeliveryFailure(FailureReason.TEMPLATE, "", "it can't be made again")),
                Optional.empty());
    }
}
