package io.chatauth.channel.whatsapp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import io.chatauth.testkit.ChannelFixture;
import io.chatauth.testkit.SampleTemplates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatsAppEncoderTest {
    private static final Template CARD = Template.named("card_activation")
            .body("Hi {{name}}, please give us a call.")
            .button(new Button.CallPhone("Contact Us", "+441123456789"))
            .build();

    private final ChannelFixture whatsApp = WhatsAppSamples.FIXTURE;

    @Test
    void tutorialRequestComesOutFieldForFieldAndNothingMore() {
        OutboundMessage message = whatsApp.message("a28dd97c-1ffb-4fcf-99f1-0b557ed381da", CARD, Map.of("name", "Nick"))
                .language("GB")
                .build();

        WireRequest request = whatsApp.channel().encode(whatsApp.context(message));

        assertEquals("POST /whatsapp/1/message/template", request.toString());
        assertEquals("POST /whatsapp/1/message/template", whatsApp.channel().lane(message));
        assertEquals(Map.of("Content-Type", "application/json"), request.headers());
        WhatsAppSamples.GOLDEN.assertSame("tutorial.json", whatsApp.body(message));
    }

    @Test
    void languageAndTemplateKeyDefaultToTheTemplateAndTextIsEscaped() {
        assertGolden(
                "own-id.json",
                whatsApp.message("4Zt0pQk9Zt0pQk9Zt0pQkA-0-1", CARD, Map.of("name", "Zoë \"Z\" \uD83D\uDE00")));
    }

    @Test
    void bindingAndLanguageAreSentWhereGiven() {
        String json = whatsApp.body(whatsApp.message("m-1", CARD, Map.of("name", "Nick"))
                .templateKey("card_activation_v2")
                .language("en_GB")
                .build());

        assertTrue(json.contains("\"templateName\":\"card_activation_v2\""), json);
        assertTrue(json.contains("\"language\":\"en_GB\""), json);
    }

    @Test
    void codeButtonIsSentEvenIfTheTemplateWishedForNone() {
        AdaptedMessage full = code().build().content();
        AdaptedMessage bare = new AdaptedMessage(
                full.template(), full.header(), List.of(), full.body(), full.bodyValues(), full.footer(), List.of());

        assertEquals(whatsApp.body(code().build()), whatsApp.body(message(bare)));
    }

    @Test
    void authenticationTemplateWithMoreThanTheCodeIsRefused() {
        AdaptedMessage two = new AdaptedMessage(
                code().build().content().template(),
                Optional.empty(),
                List.of(),
                "x",
                List.of("482913", "Ana"),
                Optional.empty(),
                List.of());

        TemplateRefusedException refused =
                assertThrows(TemplateRefusedException.class, () -> whatsApp.body(message(two)));

        assertTrue(refused.getMessage().contains("sample_code (en)"), refused.getMessage());
        assertFalse(refused.getMessage().contains("482913"), refused.getMessage());
    }

    @Test
    void linkIsNeitherShortenedNorTrackedAndAFixedUrlHasNoEntry() {
        Template template = Template.named("login_link")
                .body("Hi {{name}}")
                .button(new Button.OpenUrl("Help", "https://bank.example/help"))
                .button(new Button.OpenUrl("Log on", "https://bank.example/l/{{token}}"))
                .build();

        assertGolden("link.json", whatsApp.message("m-1", template, Map.of("name", "Ana", "token", "k9Zt0pQ")));
    }

    @Test
    void linkInTheTextIsNotShortenedEither() {
        Template template = Template.named("login_text")
                .body("Log on at https://bank.example/{{page}} now.")
                .build();

        String json = whatsApp.body(
                whatsApp.message("m-1", template, Map.of("page", "l/k9")).build());

        assertTrue(json.contains("\"urlOptions\":{\"shortenUrl\":false,\"trackClicks\":false}"), json);
    }

    @Test
    void repliesGoOutInOrderAndAUserIdAsItIs() {
        Template template = Template.named("confirm_txn")
                .body("Pay {{amount}} to {{payee}}?")
                .button(new Button.QuickReply("Yes", "Y"))
                .button(new Button.QuickReply("No", "N"))
                .button(new Button.CallPhone("Call", "+441123456789"))
                .button(new Button.CopyCode("Copy", "reference"))
                .build();
        ChannelFixture unnumbered = whatsApp.to(Address.userId("US.13491208655302741918"));

        assertGolden(
                "quick-replies.json",
                unnumbered.message(
                        "m-1", template, Map.of("amount", "EUR 120.00", "payee", "Shop Ltd", "reference", "7F3A")));
    }

    @Test
    void headerValueIsSentAndAbsentBodyValuesAreAnEmptyList() {
        Template template = Template.named("card_activation")
                .header("Hello {{name}}")
                .body("Please call.")
                .build();

        assertGolden("header.json", whatsApp.message("m-1", template, Map.of("name", "Nick")));
    }

    @Test
    void headerWithTwoValuesIsRefused() {
        Template source = Template.named("card_activation")
                .header("{{a}} {{b}}")
                .body("Please call.")
                .build();
        AdaptedMessage two = new AdaptedMessage(
                WhatsAppSamples.adapted(source),
                Optional.of("filled"),
                List.of("A", "B"),
                source.body(),
                List.of(),
                Optional.empty(),
                List.of());

        assertThrows(TemplateRefusedException.class, () -> whatsApp.body(message(two)));
    }

    private OutboundMessage.Builder code() {
        return whatsApp.message("m-1", SampleTemplates.code(), Map.of("code", "482913"));
    }

    private OutboundMessage message(AdaptedMessage content) {
        return OutboundMessage.of("m-1", whatsApp.sender(), whatsApp.person(), content)
                .build();
    }

    private static void assertGolden(String name, OutboundMessage.Builder message) {
        WhatsAppSamples.GOLDEN.assertSame(name, WhatsAppSamples.FIXTURE.body(message.build()));
    }
}
