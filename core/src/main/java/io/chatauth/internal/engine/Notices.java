package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.BusyException;
import io.chatauth.ChannelId;
import io.chatauth.Receipt;
import io.chatauth.StoreException;
import io.chatauth.internal.dispatch.Permit;
import io.chatauth.internal.dispatch.Shipment;
import io.chatauth.internal.reply.Notice;
import io.chatauth.spi.Channel;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Adapter;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import io.chatauth.template.WindowForm;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people in their chat why an answer does not count: in the window that their own message has opened, once a minute at
 * most, and only if nothing stands against it. Best effort: it belongs to no challenge and is not stored.
 */
final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Parts parts;
    private final Windows windows;

    Notices(Parts parts, Windows windows) {
        this.parts = parts;
        this.windows = windows;
    }

    /**
     * Tells somebody who just wrote.
     *
     * @param sender the sender as the challenge names it
     * @param language the code of the language that the question was in; English if none of ours
     */
    void tell(ChannelId channelId, String sender, Address to, Notice notice, String language) {
        Channel channel = parts.channels().apply(channelId);
        String id = "notice-" + parts.ids().newChallengeId();
        try {
            Optional<OutboundMessage> message = message(id, channelId, channel, sender, to, notice, language);
            if (message.isPresent() && first(channelId, sender, to, notice)) {
                Permit permit = parts.dispatcher().reserve();
                parts.dispatcher().submit(permit, new Parcel(channelId, channel, message.get(), deadline()));
            }
        } catch (BusyException | StoreException | TemplateRefusedException e) {
            LOG.debug("The notice {} was not sent on {}: {}", notice, channelId, e.getMessage());
        }
    }

    private Optional<OutboundMessage> message(
            String id,
            ChannelId channelId,
            Channel channel,
            String sender,
            Address to,
            Notice notice,
            String language) {
        Capabilities can = channel.capabilities();
        Template template = Template.named("notice")
                .language(notice.language(language))
                .body(notice.text(language))
                .build();
        AdaptedTemplate adapted = Adapter.adapt(channelId, template, can);
        AdaptedMessage content = Adapter.filler(channelId, adapted, can).fill(Map.of(), Map.of());
        Optional<WindowForm> form = can.windowForms().stream()
                .filter(one -> one.shows(content, can.lengthUnit()))
                .findFirst()
                .filter(one -> windows.open(channelId, can, sender, to));
        if (form.isEmpty() && can.textMode() != Capabilities.TextMode.FREE_TEXT) {
            return Optional.empty();
        }
        OutboundMessage.Builder out = OutboundMessage.of(id, sender, to, content)
                .templateKey(template.name())
                .language(template.language())
                .expiresAt(deadline());
        form.ifPresent(out::windowForm);
        return Optional.of(out.build());
    }

    private boolean first(ChannelId channel, String sender, Address to, Notice notice) {
        String key = parts.keys()
                .index(
                        parts.keys().activeId(),
                        "notice",
                        channel.value(),
                        AddressBook.plain(sender),
                        to.kind().name(),
                        to.value(),
                        notice.name());
        return parts.state().putIfAbsent("notice:" + key, "told", PAUSE);
    }

    private Instant deadline() {
        return parts.clock().instant().plus(PAUSE);
    }

    private record Parcel(ChannelId channelId, Channel channel, OutboundMessage message, Instant deadline)
            implements Shipment {
        @Override
        public boolean wanted() {
            return true;
        }

        @Override
        public void settled(Receipt receipt) {
            if (!receipt.accepted()) {
                LOG.debug("A notice on {} was refused", channelId);
            }
        }

        @Override
        public void left() {
            LOG.debug("A notice on {} was not sent before the end", channelId);
        }
    }
}
