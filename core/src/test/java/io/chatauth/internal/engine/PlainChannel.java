package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.Receipt;
import io.chatauth.spi.ApiOperation;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.CapabilitiesBuilder;
import io.chatauth.template.WindowForm;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A channel of plain text: one line for each message, id and text. Answers are one provider id for each line, or empty. */
final class PlainChannel implements Channel {
    static final ChannelId ID = ChannelId.of("plain");

    /** Shows a body and nothing else. */
    static final WindowForm FORM = WindowForm.named("free", 1000);

    volatile List<InboundEvent> webhook = List.of();
    volatile Set<String> fields = Set.of();
    volatile boolean polled = true;
    volatile List<ApiOperation> operations = List.of();
    volatile Optional<TemplateRegistry> registry = Optional.empty();

    volatile Capabilities capabilities = plain().build();

    private static CapabilitiesBuilder plain() {
        return Capabilities.of(Capabilities.TextMode.FREE_TEXT)
                .recipients(Address.Kind.PHONE, Address.Kind.USER_ID)
                .reports(Capabilities.Report.DELIVERED, Capabilities.Report.SEEN)
                .window(Duration.ofDays(1), FORM);
    }

    /** What it says of links that open a chat. */
    volatile Function<ChatLinkContext, ChatLink> links = context -> ChatLink.prefilled(
            URI.create("https://chat.example/" + context.sender() + "?text=" + ChatLink.encode(context.text())));

    @Override
    public ChatLink chatLink(ChatLinkContext context) {
        return links.apply(context);
    }

    /** From now on it has quick replies, and people's replies can be traced in every way. */
    void answers() {
        capabilities = plain().button(ButtonKind.QUICK_REPLY, new Capabilities.ButtonSupport(3, 20, true))
                .inbound(Capabilities.Evidence.PAYLOAD, Capabilities.Evidence.QUOTE, Capabilities.Evidence.TEXT)
                .build();
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public String lane(OutboundMessage message) {
        return message.windowForm().map(WindowForm::name).orElse("");
    }

    @Override
    public WireRequest encode(EncodeContext context) {
        StringBuilder body = new StringBuilder();
        context.messages()
                .forEach(message -> body.append(message.id())
                        .append('|')
                        .append(message.to().value())
                        .append('|')
                        .append(message.content().body().replace('\n', ' '))
                        .append(buttons(message))
                        .append('\n'));
        String path = context.messages().get(0).windowForm().isPresent() ? "/free" : "/plain";
        return WireRequest.post(path, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String buttons(OutboundMessage message) {
        StringBuilder text = new StringBuilder();
        message.content()
                .buttons()
                .forEach(button -> button.parameter()
                        .ifPresent(payload -> text.append('|')
                                .append(button.label())
                                .append('=')
                                .append(payload)));
        return text.toString();
    }

    @Override
    public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
        Optional<String> providerId = Optional.of(response.text()).filter(text -> !text.isEmpty());
        return context.messages().stream()
                .map(message -> (Receipt) new Receipt.Accepted(message.id(), providerId))
                .toList();
    }

    @Override
    public List<ApiOperation> operations() {
        return operations;
    }

    @Override
    public Optional<TemplateRegistry> templateRegistry() {
        return registry;
    }

    @Override
    public Optional<Exchange<List<InboundEvent>>> reports() {
        return Optional.of(new Exchange<>(WireRequest.get("/plain/reports"), response -> webhook))
                .filter(exchange -> polled);
    }

    @Override
    public Set<String> webhookFields() {
        return fields;
    }

    @Override
    public List<InboundEvent> decodeWebhook(WebhookRequest request) {
        return webhook;
    }
}
