package io.chatauth;

/** A channel was asked for that is not there. The message names those that are, those that failed, and what to add. */
public final class UnknownChannelException extends RequestException {
    private static final long serialVersionUID = 1L;

    /** The id asked for. */
    private final transient ChannelId channel;

    /**
     * Says which channel is missing.
     *
     * @param channel the id asked for
     * @param message what there is and what to do
     */
    public UnknownChannelException(ChannelId channel, String message) {
        super(message);
        this.channel = channel;
    }

    /**
     * Gives the id asked for.
     *
     * @return the channel's id
     */
    public ChannelId channel() {
        return channel;
    }
}
