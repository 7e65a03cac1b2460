package io.chatauth.internal.engine;

import io.chatauth.MessageState;
import io.chatauth.internal.decoy.Course;
import io.chatauth.internal.decoy.Decoys;
import io.chatauth.spi.Channel;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.MessageRecord;
import java.time.Instant;
import java.util.function.Function;

/** How far messages got, as it is told: of a decoy what is played, of others what is stored. */
final class Progress {
    private final Parts parts;
    private final Decoys decoys;

    Progress(Parts parts, Decoys decoys) {
        this.parts = parts;
        this.decoys = decoys;
    }

    /** Tells the states of a challenge's messages now. */
    Function<MessageRecord, MessageState> of(ChallengeRecord challenge, Instant now) {
        return decoys.is(challenge) ? message -> played(challenge, message, now) : Progress::stored;
    }

    private static MessageState stored(MessageRecord message) {
        return new MessageState(message.id(), message.channel(), message.status(), message.at(), message.failure());
    }

    /** Nothing was sent, so no report comes, either; what is told instead is told only where reports can come. */
    private MessageState played(ChallengeRecord challenge, MessageRecord message, Instant now) {
        Channel channel = parts.channels().apply(message.channel());
        boolean reported = parts.webhookBase().isPresent() || channel.reports().isPresent();
        return reported
                ? Course.of(parts.keys(), challenge.codeKeyId(), message.id())
                        .at(message, channel.capabilities().reports(), now)
                : stored(message);
    }
}
