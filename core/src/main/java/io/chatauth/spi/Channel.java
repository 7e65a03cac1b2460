package io.chatauth.spi;

import io.chatauth.ApiError;
import io.chatauth.Receipt;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Adapter;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Template;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way to reach people. A channel is pure: it declares what it can do, encodes requests and decodes what comes back. It
 * does no I/O, starts no thread and reads no clock; what it must know stands in the context. Safe for use by many threads.
 */
public interface Channel {
    /**
     * Declares what this channel can show and carry.
     *
     * @return the capabilities, always the same
     */
    Capabilities capabilities();

    /**
     * Makes the request that sends the messages of the context. They share a {@linkplain #lane lane} and are no more than
     * {@link Capabilities#batchSize()}.
     *
     * @param context the messages, and what else may be known
     * @return the request; always the same for the same context
     */
    WireRequest encode(EncodeContext context);

    /**
     * Reads the provider's answer to such a request, if its status is 2xx.
     *
     * @param context the same context
     * @param response the answer
     * @return a receipt for each message of the context, in any order; a message without one counts as refused
     * @throws MalformedResponseException if the answer can't be read
     */
    List<Receipt> decodeResponse(EncodeContext context, WireResponse response);

    /**
     * Shows a template the way this channel can.
     *
     * @param channel this channel's id, for notes and errors
     * @param template the template
     * @return the template as people will see it, with notes on what was changed
     * @throws io.chatauth.template.TemplateRefusedException if it can't be shown
     * @implSpec the core's adapter over {@link #capabilities()}
     */
    default AdaptedTemplate adapt(io.chatauth.ChannelId channel, Template template) {
        return Adapter.adapt(channel, template, capabilities());
    }

    /**
     * Shows a template as the one that the provider keeps: one that is created there, or bound to the identifier it has there.
     *
     * @param channel this channel's id, for notes and errors
     * @param template the template
     * @return the template as people will see it, with notes on what was changed
     * @throws io.chatauth.template.TemplateRefusedException if it can't be shown
     * @implSpec the same as {@link #adapt}: most channels know templates of one kind only
     */
    default AdaptedTemplate adaptRegistered(io.chatauth.ChannelId channel, Template template) {
        return adapt(channel, template);
    }

    /**
     * Refuses a message that the channel can't send because of its values, before anything is stored. What follows from the
     * template alone, {@link #adapt} refuses.
     *
     * @param message the message
     * @throws io.chatauth.template.TemplateRefusedException if it can't be sent, with the reason and without the values
     * @implSpec takes all: the core has compared the lengths with {@link #capabilities()}
     */
    default void check(OutboundMessage message) {}

    /**
     * Names the lane of a message: messages of one lane share requests in flight, and may share one request.
     *
     * @param message the message
     * @return the endpoint and whatever else a whole request has in common, such as {@code POST /whatsapp/1/message/template}
     * @implSpec one lane for all
     */
    default String lane(OutboundMessage message) {
        return "";
    }

    /**
     * Names the hosts that absolute requests of this channel may go to. Credentials of the Infobip account never go there.
     *
     * @return host names without port, lower case
     * @implSpec none: requests are relative to the Infobip account
     */
    default Set<String> hosts() {
        return Set.of();
    }

    /**
     * Reads an answer whose status is not 2xx.
     *
     * @param response the answer
     * @return the error; empty if the core shall read it (it knows both of Infobip's bodies, and keeps other text raw)
     * @implSpec empty
     */
    default Optional<ApiError> decodeError(WireResponse response) {
        return Optional.empty();
    }

    /**
     * Reads what the provider posts to the webhook of this channel. Unknown kinds become {@link InboundEvent.Unknown};
     * unknown fields are passed over, see {@link #webhookFields}.
     *
     * @param request the raw request
     * @return the events in their order
     * @throws MalformedResponseException if the body can't be read at all
     * @implSpec nothing is understood
     */
    default List<InboundEvent> decodeWebhook(WebhookRequest request) {
        return List.of();
    }

    /**
     * Names all fields that the provider documents for webhooks of this channel, however deep they stand. What else comes is
     * logged once by its name.
     *
     * @return the names; empty if no field shall be looked at
     * @since 0.1.0
     * @implSpec empty
     */
    default Set<String> webhookFields() {
        return Set.of();
    }

    /**
     * Declares what the provider can be told to post to the webhook of this channel.
     *
     * @return the data; empty if nothing can be subscribed
     * @implSpec empty
     */
    default Optional<Subscribable> subscribable() {
        return Optional.empty();
    }

    /**
     * Asks the provider for reports, for channels that can be asked. It is used only where no webhook is configured. Reports
     * may be handed out once only, so nobody else should ask with the same account.
     *
     * @return the exchange; empty if the provider has no API for it
     * @implSpec empty
     */
    default Optional<Exchange<List<InboundEvent>>> reports() {
        return Optional.empty();
    }

    /**
     * Declares what this channel asks of its provider, and what the credentials need for it.
     *
     * @return the operations, one of a kind at most, but of {@link ApiOperation.Kind#SEND_IN_WINDOW} any number
     * @since 0.1.0
     * @implSpec nothing is said
     */
    default List<ApiOperation> operations() {
        return List.of();
    }

    /**
     * Makes the link that opens a chat with a sender, for people who write first.
     *
     * @param context the sender, and what the person shall send
     * @return the link, always the same for the same context, or why there is none
     * @since 0.1.0
     * @implSpec refused: what people write does not come back on this channel
     */
    default ChatLink chatLink(ChatLinkContext context) {
        return ChatLink.refused("what people write there does not come back");
    }

    /**
     * Gives the channel's template registry.
     *
     * @return the registry; empty if the provider has no API for templates
     * @implSpec empty
     */
    default Optional<TemplateRegistry> templateRegistry() {
        return Optional.empty();
    }
}
