package io.chatauth.internal.address;

import io.chatauth.Address;
import io.chatauth.ChannelId;

/** What a person is counted by. */
public final class SubjectKey {
    private SubjectKey() {}

    /**
     * Gives the parts of a person's look-up key. A phone number is the same person on every channel; a user id means
     * something on its channel and to its sender only, so equal ids elsewhere are others.
     *
     * @param canonical the address, in its canonical form
     * @param channel the channel
     * @param sender the sender on that channel
     * @return {@code phone, number} or {@code user, channel, sender, id}
     */
    public static String[] parts(Address canonical, ChannelId channel, String sender) {
        return canonical.kind() == Address.Kind.PHONE
                ? new String[] {"phone", canonical.value()}
                : new String[] {"user", channel.value(), sender, canonical.value()};
    }
}
