package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.StoreException;
import io.chatauth.event.ChatAuthEvent.OperatorAlert;
import io.chatauth.store.ChallengeRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows once somebody who was invited has agreed: it is written down, and the person is thanked. */
final class OptIns {
    private static final Logger LOG = LoggerFactory.getLogger(OptIns.class);

    private final Parts parts;
    private final ConsentDesk consents;
    private final Notices notices;

    OptIns(Parts parts, ConsentDesk consents, Notices notices) {
        this.parts = parts;
        this.consents = consents;
        this.notices = notices;
    }

    /** It is decided already, so nothing that goes wrong here takes it back: the operator is told. */
    void completed(ChallengeRecord challenge, Content content, Answer.Approved approved) {
        Address address = approved.address().orElseThrow();
        try {
            consents.optedIn(challenge, content.sender(), address);
        } catch (StoreException e) {
            String text = "the consent of challenge " + challenge.id() + " was given and could not be written down;"
                    + " write it down with consents().restore(…)";
            LOG.error(text, e);
            parts.events().tell(new OperatorAlert(parts.clock().instant(), text));
        }
        notices.confirm(challenge.channel(), content.sender(), address, content.language());
    }
}
