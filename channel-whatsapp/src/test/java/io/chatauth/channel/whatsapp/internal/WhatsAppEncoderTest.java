package io.chatauth.channel.whatsapp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.spi.Channel;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.OutboundMessage.SmsFailover;
import io.chatauth.spi.WireRequest;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedMessage.FilledButton;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatsAppEncoderTest {
    private final Channel channel = WhatsAppSamples.channel();

    @Test
    void tutorialRequestComesOutFieldForFieldAndNothingMore() {
        OutboundMessage message = WhatsAppSamples.cardActivation("a28dd97c-1ffb-4fcf-99f1-0b557ed381da", "Nick")
                .language("GB")
                .build();

        WireRequest request = channel.encode(WhatsAppSamples.context(message));

        assertEquals("POST", request.method());
        assertEquals("/whatsapp/1/message/template", request.target());
        assertEquals(Map.of("Content-Type", "application/json"), request.headers());
        assertEquals(Golden.text("tutorial.json"), text(request));
    }

    @Test
    void languageAndTemplateKeyDefaultToTheTemplateAndTextIsEscaped() {
        assertGolden(
                "own-id.json",
                WhatsAppSamples.cardActivation("4Zt0pQk9Zt0pQk9Zt0pQkA-0-1", "Zoë \"Z\" \uD83D\uDE00")
                        .build());
    }

    @Test
    void codeStandsInTheBodyAndInAButtonOfTypeUrl() {
        assertGolden(
                "authentication.json",
                WhatsAppSamples.loginCode("m-1", "482913").build());
    }

    @Test
    void codeButtonIsSentEvenIfTheTemplateWishedForNone() {
        AdaptedMessage full = WhatsAppSamples.loginCode("m-1", "482913").build().content();
        AdaptedMessage bare = new AdaptedMessage(
                full.template(), full.header(), List.of(), full.body(), full.bodyValues(), full.footer(), List.of());

        assertGolden(
                "authentication.json",
                OutboundMessage.of("m-1", WhatsAppSamples.SENDER, WhatsAppSamples.NICK, bare)
                        .build());
    }

    @Test
    void authenticationTemplateWithMoreThanTheCodeIsRefused() {
        AdaptedMessage code = WhatsAppSamples.loginCode("m-1", "482913").build().content();
        AdaptedMessage two = new AdaptedMessage(
                code.template(),
                Optional.empty(),
                List.of(),
                "x",
                List.of("482913", "Ana"),
                Optional.empty(),
                List.of());
        OutboundMessage message = OutboundMessage.of("m-1", WhatsAppSamples.SENDER, WhatsAppSamples.NICK, two)
                .build();

        TemplateRefusedException refused =
                assertThrows(TemplateRefusedException.class, () -> channel.encode(WhatsAppSamples.context(message)));

        assertTrue(refused.getMessage().contains("login_code (en_GB)"), refused.getMessage());
        assertFalse(refused.getMessage().contains("482913"), refused.getMessage());
    }

    @Test
    void linkIsNeitherShortenedNorTrackedAndAFixedUrlHasNoEntry() {
        assertGolden("link.json", message(loginLink()));
    }

    @Test
    void linkInTheTextIsNotShortenedEither() {
        AdaptedMessage content = WhatsAppSamples.message(
                Template.named("login_text").body("Log on: {{link}}").build(),
                "Log on: https://bank.example/l/k9",
                List.of("https://bank.example/l/k9"));

        String json = text(channel.encode(WhatsAppSamples.context(message(content))));

        assertTrue(json.contains("\"urlOptions\":{\"shortenUrl\":false,\"trackClicks\":false}"), json);
    }

    @Test
    void repliesCarryPayloadsInOrderAndAUserIdGoesOutAsItIs() {
        AdaptedMessage content = WhatsAppSamples.message(
                Template.named("confirm_txn")
                        .body("Pay {{amount}} to {{payee}}?")
                        .build(),
                "Pay EUR 120.00 to Shop Ltd?",
                List.of("EUR 120.00", "Shop Ltd"),
                new FilledButton(ButtonKind.QUICK_REPLY, "Yes", "Y", Optional.of("txn-7f3a:Y")),
                new FilledButton(ButtonKind.QUICK_REPLY, "No", "N", Optional.of("txn-7f3a:N")),
                new FilledButton(ButtonKind.CALL_PHONE, "Call", "+441123456789", Optional.empty()),
                new FilledButton(ButtonKind.COPY_CODE, "Copy", "7F3A", Optional.of("7F3A")));

        assertGolden(
                "quick-replies.json",
                OutboundMessage.of("m-1", WhatsAppSamples.SENDER, Address.userId("US.13491208655302741918"), content)
                        .build());
    }

    @Test
    void headerValueIsSentAndAbsentBodyValuesAreAnEmptyList() {
        Template source = Template.named("card_activation")
                .header("Hello {{name}}")
                .body("Please call.")
                .build();

        assertGolden("header.json", message(withHeader(source, "Nick")));
    }

    @Test
    void headerWithTwoValuesIsRefused() {
        Template source = Template.named("card_activation")
                .header("{{a}} {{b}}")
                .body("Please call.")
                .build();

        assertThrows(
                TemplateRefusedException.class,
                () -> channel.encode(WhatsAppSamples.context(message(withHeader(source, "A", "B")))));
    }

    @Test
    void failoverCallbackDataNotifyUrlAndBindingAreSentWhereGiven() {
        assertGolden(
                "extras.json",
                WhatsAppSamples.cardActivation("m-1", "Nick")
                        .templateKey("card_activation_v2")
                        .language("en_GB")
                        .callbackData("order 7")
                        .notifyUrl(URI.create("https://bank.example/hooks/whatsapp/t0k3n"))
                        .smsFailover(new SmsFailover("Bank", "Please call +44 1123 456789"))
                        .build());
    }

    @Test
    void messagesOfTheLaneShareOneRequest() {
        OutboundMessage first = WhatsAppSamples.cardActivation("m-1", "Nick").build();
        OutboundMessage second = OutboundMessage.of(
                        "m-2",
                        WhatsAppSamples.SENDER,
                        Address.phone("+441134960002"),
                        WhatsAppSamples.cardActivation("m-2", "Ana").build().content())
                .build();
        OutboundMessage third = OutboundMessage.of(
                        "m-3",
                        "441134960009",
                        Address.phone("+441134960003"),
                        WhatsAppSamples.loginCode("m-3", "482913").build().content())
                .build();

        assertEquals(channel.lane(first), channel.lane(third));
        assertEquals("POST /whatsapp/1/message/template", channel.lane(first));
        assertGolden("batch.json", first, second, third);
    }

    @Test
    void sameContextGivesTheSameBytes() {
        OutboundMessage message = WhatsAppSamples.loginCode("m-1", "482913").build();

        assertEquals(
                text(channel.encode(WhatsAppSamples.context(message))),
                text(channel.encode(WhatsAppSamples.context(message))));
    }

    private void assertGolden(String name, OutboundMessage... messages) {
        assertEquals(Golden.text(name), text(channel.encode(WhatsAppSamples.context(messages))));
    }

    private static OutboundMessage message(AdaptedMessage content) {
        return OutboundMessage.of("m-1", WhatsAppSamples.SENDER, WhatsAppSamples.NICK, content)
                .build();
    }

    private static AdaptedMessage loginLink() {
        return WhatsAppSamples.message(
                Template.named("login_link")
                        .body("Hi {{name}}")
                        .button(new Button.OpenUrl("Help", "https://bank.example/help"))
                        .button(new Button.OpenUrl("Log on", "https://bank.example/l/{{token}}"))
                        .build(),
                "Hi Ana",
                List.of("Ana"),
                new FilledButton(ButtonKind.OPEN_URL, "Help", "https://bank.example/help", Optional.empty()),
                new FilledButton(
                        ButtonKind.OPEN_URL, "Log on", "https://bank.example/l/k9Zt0pQ", Optional.of("k9Zt0pQ")));
    }

    private static AdaptedMessage withHeader(Template source, String... values) {
        return new AdaptedMessage(
                WhatsAppSamples.adapted(source),
                Optional.of("filled"),
                List.of(values),
                source.body(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static String text(WireRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
