package io.chatauth.sandbox.internal.envelope;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.message.Content;
import io.chatauth.sandbox.internal.message.DeliveryError;
import io.chatauth.sandbox.internal.message.Status;
import io.chatauth.sandbox.internal.server.Fields;
import org.jspecify.annotations.Nullable;

/** What a channel adds to the common envelope. */
public interface Dialect {
    /**
     * How a message will look on the phone, or why it never gets there.
     *
     * @param content what it shows
     * @param error why it fails, or {@link DeliveryError#NO_ERROR}
     */
    record Played(Content content, DeliveryError error) {
        /**
         * Makes a message that arrives.
         *
         * @param content what it shows
         * @return the played message
         */
        public static Played as(Content content) {
            return new Played(content, DeliveryError.NO_ERROR);
        }

        /**
         * Makes a message that fails.
         *
         * @param error why
         * @return the played message
         */
        public static Played not(DeliveryError error) {
            return new Played(Content.NONE, error);
        }
    }

    /**
     * Tells the channel.
     *
     * @return its name, for instance {@code VIBER}
     */
    String channel();

    /**
     * Tells what an accepted message is answered with.
     *
     * @return the status
     */
    default Status accepted() {
        return Status.PENDING_ENROUTE;
    }

    /**
     * Notes what is wrong with a message.
     *
     * @param content its content
     * @param options its options, or null
     */
    void check(Fields content, @Nullable Fields options);

    /**
     * Notes what is wrong with the options of the request.
     *
     * @param options the options
     */
    default void checkRequest(Fields options) {}

    /**
     * Plays a message that obeys the rules.
     *
     * @param sender who sends it
     * @param to who gets it
     * @param content its content
     * @return the message as the person will see it, or why it fails
     */
    Played play(String sender, String to, ObjectNode content);
}
