package io.chatauth.channel.zalo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.RequestException;
import io.chatauth.spi.Channel;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.OutboundMessage.SmsFailover;
import io.chatauth.spi.WireRequest;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZaloEncoderTest {
    private static final Map<String, String> LINK =
            Map.of("bank", "MyBank", "name", "Lan", "card", "4711", "token", "k9Zt0pQ");

    private final Channel channel = ZaloSamples.channel();

    @Test
    void cardActivationSendsTheValuesAndTheNumberOfTheTemplate() {
        OutboundMessage message = card("m-1").templateKey("322308").build();

        WireRequest request = channel.encode(ZaloSamples.context(message));

        assertEquals("POST", request.method());
        assertEquals("/zalo/2/messages", request.target());
        assertEquals("POST /zalo/2/messages", channel.lane(message));
        assertEquals(Map.of("Content-Type", "application/json"), request.headers());
        assertEquals(Golden.text("card-activation.json"), text(request));
    }

    @Test
    void codeGoesByTheNameThatTheOptionsGiveIt() {
        OutboundMessage code = code().build();

        assertGolden("verification-code.json", code);
        assertTrue(text(ZaloSamples.channel(Map.of("code-parameter", "ma-xac-thuc"))
                        .encode(ZaloSamples.context(code)))
                .contains("\"templateData\":{\"ma-xac-thuc\":\"482913\"}"));
    }

    @Test
    void loginLinkSendsWhatVariesOnItsButton() {
        assertGolden(
                "login-link.json",
                ZaloSamples.message("m-1", ZaloSamples.LAN, ZaloSamples.loginLink(), LINK)
                        .templateKey("7")
                        .build());
    }

    @Test
    void confirmationIsTextInAConversation() {
        assertGolden(
                "confirmation.json",
                ZaloSamples.message(
                                "m-1",
                                ZaloSamples.LAN_IN_CHAT,
                                ZaloSamples.confirmation(),
                                Map.of("amount", "VND 120000", "payee", "Shop Ltd"))
                        .build());
    }

    @Test
    void optInIsAnsweredWithTextInTheConversation() {
        assertGolden(
                "opt-in.json",
                ZaloSamples.message("m-1", ZaloSamples.LAN_IN_CHAT, ZaloSamples.optIn(), Map.of())
                        .build());
    }

    @Test
    void titleAndButtonsAreLinesInAConversation() {
        assertGolden(
                "conversation.json",
                ZaloSamples.message("m-1", ZaloSamples.LAN_IN_CHAT, ZaloSamples.loginLink(), LINK)
                        .build());
    }

    @Test
    void templateWithoutANumberIsRefusedWithThePropertyToSet() {
        TemplateRefusedException refused = refused(card("m-1").build());

        assertTrue(
                refused.getMessage().contains("chatauth.template.zalo.card_activation=<number>"), refused.getMessage());
        for (String key : new String[] {"0", "-1", "2147483648", "12x"}) {
            refused(card("m-1").templateKey(key).build());
        }
    }

    @Test
    void valueInTheMiddleOfAUrlIsRefused() {
        Template template = Template.named("login_link")
                .body("Use the button below.")
                .button(new Button.OpenUrl("Log on", "https://bank.example/{{token}}/x"))
                .build();

        TemplateRefusedException refused =
                refused(ZaloSamples.message("m-1", ZaloSamples.LAN, template, Map.of("token", "k9Zt0pQ"))
                        .templateKey("7")
                        .build());

        assertTrue(refused.getMessage().contains("at its very end"), refused.getMessage());
        assertFalse(refused.getMessage().contains("k9Zt0pQ"), refused.getMessage());
    }

    @Test
    void whatIsGivenStandsInItsPlace() {
        assertGolden(
                "extras.json",
                code().expiresAt(ZaloSamples.NOW.plusSeconds(300))
                        .callbackData("order 7")
                        .notifyUrl(URI.create("https://bank.example/hooks/zalo/t0k3n"))
                        .smsFailover(new SmsFailover("Bank", "482913 is your code"))
                        .build());
    }

    @Test
    void smsToAUserIdIsRefused() {
        OutboundMessage message = ZaloSamples.message("m-1", ZaloSamples.LAN_IN_CHAT, ZaloSamples.optIn(), Map.of())
                .smsFailover(new SmsFailover("Bank", "Thank you"))
                .build();

        assertThrows(RequestException.class, () -> channel.encode(ZaloSamples.context(message)));
    }

    @Test
    void messagesOfTheLaneShareOneRequest() {
        OutboundMessage first = card("m-1").templateKey("322308").build();
        OutboundMessage second = ZaloSamples.message("m-2", ZaloSamples.LAN_IN_CHAT, ZaloSamples.optIn(), Map.of())
                .build();

        assertEquals(channel.lane(first), channel.lane(second));
        assertGolden("batch.json", first, second);
    }

    private static OutboundMessage.Builder card(String id) {
        return ZaloSamples.message(id, ZaloSamples.LAN, ZaloSamples.cardActivation(), Map.of("name", "Lan"));
    }

    private static OutboundMessage.Builder code() {
        return ZaloSamples.message("m-1", ZaloSamples.LAN, ZaloSamples.loginCode(), Map.of("code", "482913"))
                .templateKey("322309");
    }

    private TemplateRefusedException refused(OutboundMessage message) {
        return assertThrows(TemplateRefusedException.class, () -> channel.encode(ZaloSamples.context(message)));
    }

    private void assertGolden(String name, OutboundMessage... messages) {
        assertEquals(Golden.text(name), text(channel.encode(ZaloSamples.context(messages))));
    }

    private static String text(WireRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
