package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import io.chatauth.MessageStatus;
import io.chatauth.Route;
import java.time.Duration;

/**
 * A step of a route as it is kept with the challenge: its sender was resolved when the challenge began, so that a restart sends
 * the same.
 *
 * @param channel the channel
 * @param sender the sender
 * @param within how long the next step waits
 * @param wanted how far the message must get so that no further step is needed
 */
record Leg(ChannelId channel, String sender, Duration within, MessageStatus wanted) {
    static Leg of(Route.Step step, String sender) {
        return new Leg(step.channel(), sender, step.within(), step.wanted());
    }
}
