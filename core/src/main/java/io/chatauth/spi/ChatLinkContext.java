package io.chatauth.spi;

import java.util.Objects;

/**
 * What a channel may know when it makes a link that opens a chat. Immutable; {@link #toString()} hides the text, which holds
 * a code.
 */
public final class ChatLinkContext {
    private final String sender;
    private final String text;

    private ChatLinkContext(String sender, String text) {
        this.sender = Objects.requireNonNull(sender, "sender");
        this.text = Objects.requireNonNull(text, "text");
    }

    /**
     * Makes a context.
     *
     * @param sender the business sender whose chat shall open, as the channel names it
     * @param text what the person shall send there
     * @return the context
     */
    public static ChatLinkContext of(String sender, String text) {
        return new ChatLinkContext(sender, text);
    }

    /**
     * Gives the business sender.
     *
     * @return the sender, as the channel names it
     */
    public String sender() {
        return sender;
    }

    /**
     * Gives what the person shall send.
     *
     * @return the text, not encoded for a URL
     */
    public String text() {
        return text;
    }

    /**
     * Says the sender only.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "ChatLinkContext[" + sender + "]";
    }
}
