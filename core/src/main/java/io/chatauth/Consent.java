package io.chatauth;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a person agreed to get messages from a sender, as last said.
 *
 * @param channel the channel
 * @param sender the business sender
 * @param state whether messages may go out
 * @param since when it was said
 * @param source who said it
 * @param challenge the opt-in that it was said with; empty if it was said in another way
 */
public record Consent(
        ChannelId channel, String sender, State state, Instant since, Source source, Optional<ChallengeId> challenge) {
    /** Whether messages may go out. */
    public enum State {
        /** The person agreed. */
        GIVEN,
        /** The person wants no more messages of this sender on this channel. */
        WITHDRAWN
    }

    /** Who said it. */
    public enum Source {
        /** The person, by an opt-in that was confirmed. */
        OPT_IN,
        /** The person, by a word such as STOP or START in the chat. */
        WORD,
        /** The application, by {@link Consents}. */
        APPLICATION
    }

    /** Checks that all parts are there. */
    public Consent {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(challenge, "challenge");
    }
}
