package io.chatauth.channel.kakao.internal;

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
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KakaoEncoderTest {
    private final Channel channel = KakaoSamples.channel();

    @Test
    void numberToCallStandsInTheText() {
        WireRequest request = channel.encode(
                KakaoSamples.context(message("m-1", KakaoSamples.cardActivation(), Map.of("name", "Nick"))
                        .build()));

        assertEquals("POST", request.method());
        assertEquals("/kakao-alim/1/messages", request.target());
        assertEquals(Map.of("Content-Type", "application/json"), request.headers());
        assertEquals(Golden.text("card-activation.json"), text(request));
    }

    @Test
    void codeStandsAloneOnItsLine() {
        assertGolden(
                "verification-code.json", message("m-1", KakaoSamples.verificationCode(), Map.of("code", "482913")));
    }

    @Test
    void confirmationIsACodeBoundToAmountAndPayee() {
        assertGolden(
                "confirmation-code.json",
                message(
                        "m-1",
                        KakaoSamples.confirmation(),
                        Map.of("code", "482913", "amount", "GBP 120.00", "payee", "Shop \"Ltd\"")));
    }

    @Test
    void linkOpensInThePersonsOwnBrowser() {
        assertGolden(
                "login-link.json", message("m-1", KakaoSamples.loginLink(), Map.of("name", "Ana", "token", "k9Zt0pQ")));
    }

    @Test
    void headerIsTheTitleAndFooterIsText() {
        assertGolden("notice.json", message("m-1", KakaoSamples.notice(), Map.of("name", "Nick")));
    }

    @Test
    void buttonThatWasRegisteredAsAppLinkIsOne() {
        Channel declared = KakaoSamples.channel(Map.of(
                "app-link.new_card.1.android", "bank://cards",
                "app-link.new_card.1.ios", "bankios://cards",
                "app-link.other.2.ios", "bankios://other"));

        assertGolden(
                declared,
                "app-link.json",
                KakaoSamples.message("m-1", declared, KakaoSamples.notice(), Map.of("name", "Nick")));
    }

    @Test
    void codesHaveALaneOfTheirOwn() {
        OutboundMessage code = message("m-1", KakaoSamples.verificationCode(), Map.of("code", "482913"))
                .build();

        assertEquals("POST /kakao-alim/1/messages HIGH", channel.lane(code));
    }

    @Test
    void validityFailoverCallbackDataAndReportsAreAskedForWhereGiven() {
        assertGolden(
                "extras.json",
                message("m-1", KakaoSamples.cardActivation(), Map.of("name", "Nick"))
                        .expiresAt(KakaoSamples.NOW.plusSeconds(300))
                        .callbackData("order 7")
                        .notifyUrl(URI.create("https://bank.example/hooks/kakao/t0k3n"))
                        .smsFailover(new SmsFailover("Bank", "Please call +44 1123 456789")));
    }

    @Test
    void messagesOfTheLaneShareOneRequest() {
        OutboundMessage.Builder first = message("m-1", KakaoSamples.cardActivation(), Map.of("name", "Nick"));
        OutboundMessage.Builder second = OutboundMessage.of(
                        "m-2",
                        "@other",
                        Address.phone("+66855538126"),
                        message("m-2", KakaoSamples.confirmation(), Map.of("code", "1", "amount", "2", "payee", "3"))
                                .build()
                                .content())
                .templateKey("confirm_payment_v1");

        assertEquals("POST /kakao-alim/1/messages", channel.lane(first.build()));
        assertEquals(channel.lane(first.build()), channel.lane(second.build()));
        assertGolden("batch.json", first, second);
    }

    @Test
    void sameContextGivesTheSameBytes() {
        OutboundMessage message = message("m-1", KakaoSamples.verificationCode(), Map.of("code", "482913"))
                .build();

        assertEquals(
                text(channel.encode(KakaoSamples.context(message))),
                text(channel.encode(KakaoSamples.context(message))));
    }

    @Test
    void buttonThatTheChannelDoesNotShowIsRefused() {
        AdaptedMessage full = message("m-1", KakaoSamples.verificationCode(), Map.of("code", "482913"))
                .build()
                .content();
        AdaptedMessage strange = new AdaptedMessage(
                full.template(),
                full.header(),
                List.of(),
                full.body(),
                full.bodyValues(),
                full.footer(),
                List.of(new FilledButton(ButtonKind.COPY_CODE, "Copy", "482913", Optional.empty())));
        OutboundMessage message = OutboundMessage.of("m-1", KakaoSamples.SENDER, KakaoSamples.MALI, strange)
                .build();

        TemplateRefusedException refused =
                assertThrows(TemplateRefusedException.class, () -> channel.encode(KakaoSamples.context(message)));

        assertTrue(refused.getMessage().contains("verification_code (en) on kakao"), refused.getMessage());
        assertFalse(refused.getMessage().contains("482913"), refused.getMessage());
    }

    private OutboundMessage.Builder message(String id, Template template, Map<String, String> values) {
        return KakaoSamples.message(id, channel, template, values);
    }

    private void assertGolden(String name, OutboundMessage.Builder... messages) {
        assertGolden(channel, name, messages);
    }

    private static void assertGolden(Channel channel, String name, OutboundMessage.Builder... messages) {
        OutboundMessage[] built =
                List.of(messages).stream().map(OutboundMessage.Builder::build).toArray(OutboundMessage[]::new);

        assertEquals(Golden.text(name), text(channel.encode(KakaoSamples.context(built))));
    }

    private static String text(WireRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
