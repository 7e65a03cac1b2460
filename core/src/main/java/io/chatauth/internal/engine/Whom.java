package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.UnknownKeyException;
import io.chatauth.internal.key.TamperedPayloadException;
import io.chatauth.store.ChallengeRecord;
import java.util.Optional;

/**
 * Whom an event is about, as far as it may be told.
 *
 * @param recipient the masked recipient; empty if it is erased, or nobody is known yet
 * @param country the recipient's country
 */
record Whom(Optional<String> recipient, Optional<String> country) {
    private static final Whom NOBODY = new Whom(Optional.empty(), Optional.empty());

    /** Opens the payload only if somebody listens. */
    static Whom of(Parts parts, ChallengeRecord challenge) {
        if (!parts.events().heard() || challenge.payload().isEmpty()) {
            return NOBODY;
        }
        try {
            Content content = ContentCodec.read(
                    parts.keys().open(challenge.id(), challenge.payload().get()));
            return new Whom(content.recipient().map(Address::masked), content.country());
        } catch (UnknownKeyException | TamperedPayloadException e) {
            return NOBODY;
        }
    }
}
