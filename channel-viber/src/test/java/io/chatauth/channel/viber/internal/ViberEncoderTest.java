package io.chatauth.channel.viber.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class ViberEncoderTest {
    private static final String BOUND = "6f1c2a0e-0000-0000-0000-000000000000";

    private final Channel channel = ViberSamples.channel();
    private final Channel registered = ViberSamples.channel(Map.of("registered-templates", "true"));
    private final Channel checking = ViberSamples.channel(Map.of("activation-check", "true"));

    @Test
    void cardActivationHasAButtonThatCalls() {
        OutboundMessage message = card("m-1").build();

        WireRequest request = channel.encode(ViberSamples.context(message));

        assertEquals("POST", request.method());
        assertEquals("/viber/2/messages", request.target());
        assertEquals("POST /viber/2/messages", channel.lane(message));
        assertEquals(Map.of("Content-Type", "application/json"), request.headers());
        assertEquals(Golden.text("card-activation.json"), text(request));
    }

    @Test
    void verificationCodeIsTextUnlessItsTemplateIsBound() {
        assertGolden("verification-code.json", channel, code(channel).build());
        assertGolden(
                "verification-code-template.json",
                channel,
                code(channel).templateKey(BOUND).build());
    }

    @Test
    void loginLinkIsNeitherShortenedNorTracked() {
        assertGolden(
                "login-link.json",
                channel,
                ViberSamples.message(channel, "m-1", ViberSamples.loginLink(), Map.of("token", "k9Zt0pQ"))
                        .build());
    }

    @Test
    void confirmationIsAListWithAHintOfItsMessage() {
        assertGolden("confirmation.json", channel, confirmation("m-1", "Shop Ltd"));
    }

    @Test
    void listWhoseTextBecomesTooLongIsATextThatSaysWhatToReply() {
        assertGolden(
                "confirmation-text.json",
                channel,
                confirmation("m-1", "The Very Long Name Of A Shop In A Small Town Far, Far Away Ltd"));
    }

    @Test
    void listThatNoTextHasRoomForIsRefused() {
        OutboundMessage message = confirmation("m-1", "x".repeat(960));

        TemplateRefusedException refused = refused(channel, message);

        assertTrue(refused.getMessage().contains("confirm_txn"), refused.getMessage());
        assertFalse(refused.getMessage().contains("xxx"), refused.getMessage());
    }

    @Test
    void hintThatIsTooLongIsLeftOut() {
        String json = text(channel.encode(ViberSamples.context(confirmation("m".repeat(101), "Shop Ltd"))));

        assertFalse(json.contains("trackingData"), json);
    }

    @Test
    void optInIsAnsweredWithPlainText() {
        assertGolden(
                "opt-in.json",
                channel,
                ViberSamples.message(channel, "m-1", ViberSamples.optIn(), Map.of())
                        .build());
    }

    @Test
    void registeredTemplateHasItsNumberInTheTextAndItsValuesByName() {
        assertGolden(
                "card-activation-template.json",
                registered,
                ViberSamples.message(registered, "m-1", ViberSamples.cardActivation(), Map.of("name", "Nick"))
                        .templateKey(BOUND)
                        .language("en")
                        .build());
    }

    @Test
    void templateWithoutPlaceholdersHasNoParameters() {
        String json = text(registered.encode(
                ViberSamples.context(ViberSamples.message(registered, "m-1", ViberSamples.optIn(), Map.of())
                        .templateKey(BOUND)
                        .build())));

        assertFalse(json.contains("parameters"), json);
    }

    @Test
    void boundTemplateWithAButtonIsRefusedWithTheOptionToSet() {
        TemplateRefusedException refused =
                refused(channel, card("m-1").templateKey(BOUND).build());

        assertTrue(
                refused.getMessage().contains("chatauth.channel.viber.registered-templates=true"),
                refused.getMessage());
    }

    @Test
    void activationIsCheckedForPlainTextOnly() {
        assertGolden(
                "activation-check.json",
                checking,
                ViberSamples.message(
                                checking,
                                "m-1",
                                Template.named("confirm_call")
                                        .body("Did you pay?")
                                        .button(new Button.QuickReply("Yes", "Y"))
                                        .button(new Button.QuickReply("No", "N"))
                                        .button(new Button.CallPhone("Call us", "+441123456789"))
                                        .build(),
                                Map.of())
                        .build());
        assertTrue(refused(checking, code(checking).templateKey(BOUND).build())
                .getMessage()
                .contains("chatauth.channel.viber.activation-check=false"));
    }

    @Test
    void whatIsGivenStandsInItsPlace() {
        assertGolden(
                "extras.json",
                channel,
                code(channel)
                        .expiresAt(ViberSamples.NOW.plusSeconds(300))
                        .callbackData("order 7")
                        .notifyUrl(URI.create("https://bank.example/hooks/viber/t0k3n"))
                        .smsFailover(new SmsFailover("Bank", "482913 is your code"))
                        .build());
    }

    @Test
    void messagesOfTheLaneShareOneRequest() {
        OutboundMessage second = confirmation("m-2", "Shop Ltd");

        assertEquals(channel.lane(card("m-1").build()), channel.lane(second));
        assertGolden("batch.json", channel, card("m-1").build(), second);
    }

    private static OutboundMessage.Builder code(Channel channel) {
        return ViberSamples.message(channel, "m-1", ViberSamples.loginCode(), Map.of("code", "482913"));
    }

    private OutboundMessage.Builder card(String id) {
        return ViberSamples.message(channel, id, ViberSamples.cardActivation(), Map.of("name", "Nick"));
    }

    private OutboundMessage confirmation(String id, String payee) {
        return ViberSamples.message(
                        channel, id, ViberSamples.confirmation(), Map.of("amount", "EUR 120.00", "payee", payee))
                .build();
    }

    private static TemplateRefusedException refused(Channel channel, OutboundMessage message) {
        return assertThrows(TemplateRefusedException.class, () -> channel.encode(ViberSamples.context(message)));
    }

    private static void assertGolden(String name, Channel channel, OutboundMessage... messages) {
        assertEquals(Golden.text(name), text(channel.encode(ViberSamples.context(messages))));
    }

    private static String text(WireRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
