package io.chatauth.sandbox.internal;

import io.chatauth.sandbox.internal.envelope.EnvelopeEndpoint;
import io.chatauth.sandbox.internal.envelope.EnvelopeReports;
import io.chatauth.sandbox.internal.kakao.Kakao;
import io.chatauth.sandbox.internal.line.Line;
import io.chatauth.sandbox.internal.message.ChannelReports;
import io.chatauth.sandbox.internal.message.Message;
import io.chatauth.sandbox.internal.message.MessageStore;
import io.chatauth.sandbox.internal.registry.Declaration;
import io.chatauth.sandbox.internal.registry.RegisteredStore;
import io.chatauth.sandbox.internal.registry.Registry;
import io.chatauth.sandbox.internal.server.Routes;
import io.chatauth.sandbox.internal.viber.Viber;
import io.chatauth.sandbox.internal.viber.ViberReports;
import io.chatauth.sandbox.internal.webhook.Notice;
import io.chatauth.sandbox.internal.whatsapp.TemplateStore;
import io.chatauth.sandbox.internal.whatsapp.WhatsApp;
import io.chatauth.sandbox.internal.whatsapp.WhatsAppReports;
import io.chatauth.sandbox.internal.zalo.Zalo;
import io.chatauth.sandbox.internal.zalo.ZaloReports;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All channels of the sandbox, with their templates. */
final class Channels {
    private final TemplateStore whatsapp;
    private final RegisteredStore viber;
    private final RegisteredStore line;
    private final RegisteredStore kakao;
    private final RegisteredStore zalo;

    Channels(Clock clock, @Nullable Duration approveAfter, Consumer<Notice> templateUpdates) {
        whatsapp = new TemplateStore(clock, approveAfter, templateUpdates);
        viber = Viber.templates(clock, approveAfter);
        line = Line.templates(clock);
        kakao = Kakao.templates(clock);
        zalo = Zalo.templates(clock, approveAfter);
    }

    /** How each channel writes its webhooks. */
    static Map<String, ChannelReports> reports() {
        return Map.of(
                WhatsAppReports.CHANNEL, new WhatsAppReports(),
                Viber.CHANNEL, new ViberReports(),
                Line.CHANNEL, new EnvelopeReports(),
                Kakao.CHANNEL, new EnvelopeReports(),
                Zalo.CHANNEL, new ZaloReports(),
                Message.SMS, new EnvelopeReports());
    }

    /** The API of all channels. */
    Routes routes(EnvelopeEndpoint.Shared shared, MessageStore messages, Runnable templatesChanged) {
        Routes api = new Routes();
        WhatsApp.addTo(
                api,
                whatsapp,
                shared.conversations(),
                shared.senders(),
                shared.inPart(),
                shared.clock(),
                templatesChanged);
        Viber.addTo(api, viber, shared, templatesChanged);
        Line.addTo(api, line, shared);
        Kakao.addTo(api, kakao, shared);
        Zalo.addTo(api, zalo, messages, shared, templatesChanged);
        return api;
    }

    /** Tells of the templates whose review is over by now. */
    void settleTemplates() {
        whatsapp.settle();
    }

    List<Registry> registries() {
        return List.of(whatsapp, viber, line, kakao, zalo);
    }

    /** How templates are declared where the API has no way, by the path that takes them. */
    Map<String, Declaration> declarations() {
        return Map.of(
                "/_sandbox/line-templates", Line.declaration(line),
                "/_sandbox/kakao-templates", Kakao.declaration(kakao));
    }
}
