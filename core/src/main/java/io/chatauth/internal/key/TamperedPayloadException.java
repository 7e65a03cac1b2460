package io.chatauth.internal.key;

import io.chatauth.ChallengeId;
import io.chatauth.ChatAuthException;

/** A sealed payload that can't be opened: it was changed, cut, moved to another challenge, or sealed in an unknown version. */
public final class TamperedPayloadException extends ChatAuthException {
    private static final long serialVersionUID = 1L;

    TamperedPayloadException(ChallengeId challenge, String keyId, String what) {
        super("the sealed payload of challenge " + challenge + " (key '" + keyId + "') can't be opened: " + what, null);
    }
}
