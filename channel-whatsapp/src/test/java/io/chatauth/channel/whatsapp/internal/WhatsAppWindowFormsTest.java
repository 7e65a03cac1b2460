package io.chatauth.channel.whatsapp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.Address;
import io.chatauth.Receipt;
import io.chatauth.spi.Channel;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedMessage.FilledButton;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Template;
import io.chatauth.template.WindowForm;
import io.chatauth.testkit.SampleTemplates;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatsAppWindowFormsTest {
    private static final FilledButton YES =
            new FilledButton(ButtonKind.QUICK_REPLY, "Yes", "Y", Optional.of("txn-7f3a:Y"));
    private static final FilledButton NO =
            new FilledButton(ButtonKind.QUICK_REPLY, "No", "N", Optional.of("txn-7f3a:N"));
    private static final FilledButton LOG_ON =
            new FilledButton(ButtonKind.OPEN_URL, "Log on", "https://bank.example/l/k9Zt0pQ", Optional.of("k9Zt0pQ"));
    private static final FilledButton CALL =
            new FilledButton(ButtonKind.CALL_PHONE, "Contact Us", "+441123456789", Optional.empty());

    private final Channel channel = WhatsAppSamples.FIXTURE.channel();
    private final Capabilities capabilities = channel.capabilities();

    @Test
    void theWindowIsOpenForADay() {
        assertEquals(Optional.of(Duration.ofDays(1)), capabilities.window());
    }

    @Test
    void aBodyAloneIsAText() {
        AdaptedMessage content = message("Hi Ana, your card is on its way.");

        assertSent(
                "window-text.json",
                "POST /whatsapp/1/message/text",
                content,
                WhatsAppSamples.FIXTURE.person(),
                message -> message.callbackData("order 7")
                        .notifyUrl(URI.create("https://bank.example/hooks/whatsapp/t0k3n")));
    }

    @Test
    void repliesAreButtonsWithTheirPayloadsUnderHeaderAndAboveFooter() {
        AdaptedMessage content = around(message("Pay EUR 120.00 to Shop Ltd?", YES, NO));

        assertSent(
                "window-buttons.json",
                "POST /whatsapp/1/message/interactive/buttons",
                content,
                Address.userId("US.13491208655302741918"),
                message -> message);
    }

    @Test
    void oneLinkIsAButtonAndNeitherShortenedNorTracked() {
        assertSent(
                "window-link.json",
                "POST /whatsapp/1/message/interactive/url-button",
                message("Hi Ana", LOG_ON),
                WhatsAppSamples.FIXTURE.person(),
                message -> message);
    }

    @Test
    void whatWouldNotBeShownWholeGoesByTemplate() {
        assertEquals(Optional.empty(), form(message("Please give us a call.", CALL)));
        assertEquals(Optional.empty(), form(message("Please give us a call.", LOG_ON, CALL)));
        assertEquals(Optional.empty(), form(message("Choose", YES, LOG_ON)));
        assertEquals(Optional.empty(), form(message("Choose", YES, NO, YES, NO)), "four replies");
        assertEquals(Optional.empty(), form(message("Choose", LOG_ON, LOG_ON)), "two links");
        assertEquals(Optional.empty(), form(around(message("No buttons"))), "a text has no header");
        assertEquals(Optional.empty(), form(message("x".repeat(1025), YES)));
        assertEquals(Optional.empty(), form(message("x".repeat(4097))));
        assertEquals(
                Optional.empty(),
                form(message(
                        "Choose", new FilledButton(ButtonKind.QUICK_REPLY, "x".repeat(21), "Y", Optional.of("p")))));
        assertEquals(
                Optional.empty(),
                form(WhatsAppSamples.FIXTURE
                        .message("m-1", SampleTemplates.code(), Map.of("code", "482913"))
                        .build()
                        .content()));
    }

    @Test
    void theAnswerIsThatOfOneMessage() {
        OutboundMessage sent =
                build(message("Hi"), WhatsAppSamples.FIXTURE.person()).build();
        WireResponse accepted = WireResponse.of(
                200,
                Map.of(),
                "{\"to\":\"441134960001\",\"messageCount\":1,\"messageId\":\"m-1\",\"status\":{\"groupId\":1,\"id\":7}}"
                        .getBytes(StandardCharsets.UTF_8));

        assertEquals(
                List.of(new Receipt.Accepted("m-1", Optional.empty())),
                channel.decodeResponse(WhatsAppSamples.FIXTURE.context(sent), accepted));
    }

    private interface Options {
        OutboundMessage.Builder on(OutboundMessage.Builder message);
    }

    private void assertSent(String golden, String lane, AdaptedMessage content, Address to, Options options) {
        OutboundMessage message = options.on(build(content, to)).build();

        WireRequest request = channel.encode(WhatsAppSamples.FIXTURE.context(message));

        assertEquals(lane, channel.lane(message));
        assertEquals(lane, request.method() + " " + request.target());
        WhatsAppSamples.GOLDEN.assertSame(golden, new String(request.body(), StandardCharsets.UTF_8));
    }

    private OutboundMessage.Builder build(AdaptedMessage content, Address to) {
        return OutboundMessage.of("m-1", WhatsAppSamples.FIXTURE.sender(), to, content)
                .windowForm(form(content).orElseThrow());
    }

    private Optional<WindowForm> form(AdaptedMessage content) {
        return capabilities.windowForms().stream()
                .filter(form -> form.shows(content, capabilities.lengthUnit()))
                .findFirst();
    }

    private static AdaptedMessage message(String body, FilledButton... buttons) {
        Template news = Template.named("news").body("News").build();
        return new AdaptedMessage(
                WhatsAppSamples.adapted(news),
                Optional.empty(),
                List.of(),
                body,
                List.of(),
                Optional.empty(),
                List.of(buttons));
    }

    private static AdaptedMessage around(AdaptedMessage inner) {
        return new AdaptedMessage(
                inner.template(),
                Optional.of("Bank"),
                List.of(),
                inner.body(),
                inner.bodyValues(),
                Optional.of("We never ask for your PIN."),
                inner.buttons());
    }
}
