package io.chatauth.store;

import io.chatauth.ChannelId;
import java.time.Instant;
import java.util.Objects;

/** Which open challenges to look for. All look over all tenants. */
public sealed interface OpenQuery {
    /**
     * Only challenges that end after this time.
     *
     * @return now
     */
    Instant at();

    /**
     * By one of their look-up keys.
     *
     * @param lookup the opaque key
     * @param at now
     */
    record ByLookup(String lookup, Instant at) implements OpenQuery {
        /** Checks that both parts are there. */
        public ByLookup {
            Objects.requireNonNull(lookup, "lookup");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * By the recipient and the channel of the challenge, which is that of its first step.
     *
     * @param recipientKey the opaque key
     * @param channel the channel
     * @param at now
     */
    record ByRecipient(String recipientKey, ChannelId channel, Instant at) implements OpenQuery {
        /** Checks that all parts are there. */
        public ByRecipient {
            Objects.requireNonNull(recipientKey, "recipientKey");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * By the subject, over all channels.
     *
     * @param subjectKey the opaque key
     * @param at now
     */
    record BySubject(String subjectKey, Instant at) implements OpenQuery {
        /** Checks that both parts are there. */
        public BySubject {
            Objects.requireNonNull(subjectKey, "subjectKey");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * By the key their secret is derived with.
     *
     * @param keyId the key id
     * @param at now
     */
    record ByKey(String keyId, Instant at) implements OpenQuery {
        /** Checks that both parts are there. */
        public ByKey {
            Objects.requireNonNull(keyId, "keyId");
            Objects.requireNonNull(at, "at");
        }
    }
}
