package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.BusyException;
import io.chatauth.ChannelId;
import io.chatauth.Language;
import io.chatauth.Receipt;
import io.chatauth.RequestException;
import io.chatauth.StoreException;
import io.chatauth.flow.FlowTemplates;
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
 * most, and only if nothing stands against it. That somebody guesses they are told once a day, so that nobody can use it to
 * bother them. Best effort: it belongs to no challenge and is not stored.
 */
final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Parts parts;
    private final Windows windows;
    private final ConsentBook consents;

    Notices(Parts parts, Windows windows, ConsentBook consents) {
        this.parts = parts;
        this.windows = windows;
        this.consents = consents;
    }

    /**
     * Tells somebody something.
     *
     * @param sender the sender as the challenge names it
     * @param language the code of the language that the question was in; English if none of ours
     * @return whether the message was handed over; false if the channel does not permit it now, or they were told just before
     */
    boolean tell(ChannelId channelId, String sender, Address to, Notice notice, String language) {
        return send(
                channelId,
                sender,
                to,
                Template.named("notice")
                        .language(notice.language(language))
                        .body(notice.text(language))
                        .build(),
                notice.name(),
                notice == Notice.GUESSED ? DAY : PAUSE);
    }

    /** Thanks somebody who just opted in, with the template {@code opt_in_confirmation}. */
    void confirm(ChannelId channelId, String sender, Address to, Optional<Language> language) {
        Capabilities can = parts.channels().apply(channelId).capabilities();
        try {
            Template template = parts.catalog()
                    .resolve(FlowTemplates.OPT_IN_CONFIRMATION, language, channelId, can)
                    .template();
            boolean unused = send(channelId, sender, to, template, template.name(), PAUSE);
        } catch (RequestException e) {
            LOG.warn("Nobody is thanked for an opt-in on {}: {}", channelId, e.getMessage());
        }
    }

    private boolean send(
            ChannelId channelId, String sender, Address to, Template template, String what, Duration pause) {
        Channel channel = parts.channels().apply(channelId);
        String id = "notice-" + parts.ids().newChallengeId();
        try {
            Optional<OutboundMessage> message = message(id, channelId, channel, sender, to, template);
            if (message.isPresent()
                    && !consents.withdrawn(channelId, sender, to)
                    && first(channelId, sender, to, what, pause)) {
                Permit permit = parts.dispatcher().reserve();
                parts.dispatcher().submit(permit, new Parcel(channelId, channel, message.get(), deadline()));
                return true;
            }
        } catch (BusyException | StoreException | TemplateRefusedException e) {
            LOG.debug("The notice {} was not sent on {}: {}", what, channelId, e.getMessage());
        }
        return false;
    }

    private Optional<OutboundMessage> message(
            String id, ChannelId channelId, Channel channel, String sender, Address to, Template template) {
        Capabilities can = channel.capabilities();
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

    private boolean first(ChannelId channel, String sender, Address to, String what, Duration pause) {
        String key = parts.keys()
                .index(
                        parts.keys().activeId(),
                        "notice",
                        channel.value(),
                        AddressBook.plain(sender),
                        to.kind().name(),
                        to.value(),
                        what);
        return parts.state().putIfAbsent("notice:" + key, "told", pause);
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
