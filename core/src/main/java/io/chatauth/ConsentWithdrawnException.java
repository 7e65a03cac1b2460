package io.chatauth;

/**
 * The person wants no more messages of this sender on this channel, by a word such as STOP or through the application. Nothing
 * was counted, stored or sent. Offer another channel; {@link Consents#restore} lifts it when the person agreed again. Answer a
 * stranger the same as always.
 */
public final class ConsentWithdrawnException extends ChatAuthException {
    private static final long serialVersionUID = 1L;

    /** The channel, for the getter. */
    private final ChannelId channel;

    /** The sender, for the getter. */
    private final String sender;

    /**
     * Names the sender.
     *
     * @param channel the channel
     * @param sender the business sender
     */
    public ConsentWithdrawnException(ChannelId channel, String sender) {
        super(
                "the person wants no more messages of the sender '" + sender + "' on " + channel
                        + "; nothing was sent. Offer another channel, or restore the consent with consents() once the person"
                        + " agreed again",
                null);
        this.channel = channel;
        this.sender = sender;
    }

    /**
     * Gives the channel.
     *
     * @return its id
     */
    public ChannelId channel() {
        return channel;
    }

    /**
     * Gives the business sender.
     *
     * @return the sender, as the channel names it
     */
    public String sender() {
        return sender;
    }
}
