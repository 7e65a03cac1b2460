package io.chatauth.channel.zalo.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import io.chatauth.testkit.ChannelFixture;
import io.chatauth.testkit.SampleTemplates;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZaloEncoderTest {
    private static final Template LINK = Template.named("login_link")
            .header("Log on to {{bank}}")
            .body("Use the button below, {{name}}. Your number is {{card}}.")
            .button(new Button.OpenUrl("Log on", "https://bank.example/l/{{token}}"))
            .button(new Button.CopyCode("Copy number", "card"))
            .build();
    private static final Map<String, String> VALUES =
            Map.of("bank", "MyBank", "name", "Lan", "card", "4711", "token", "k9Zt0pQ");

    private final ChannelFixture zalo = ZaloSamples.FIXTURE;
    private final ChannelFixture chat = ZaloSamples.IN_CHAT;

    @Test
    void allMessagesGoToOneEndpoint() {
        OutboundMessage message = zalo.message("m-1", LINK, VALUES).build();

        WireRequest request = zalo.channel().encode(zalo.context(message));

        assertEquals("POST /zalo/2/messages", request.toString());
        assertEquals("POST /zalo/2/messages", zalo.channel().lane(message));
        assertEquals(Map.of("Content-Type", "application/json"), request.headers());
    }

    @Test
    void codeGoesByTheNameThatTheOptionsGiveIt() {
        ChannelFixture named = zalo.with(Map.of("code-parameter", "ma-xac-thuc"));

        assertTrue(named.body(named.message("m-1", SampleTemplates.code(), Map.of("code", "482913"))
                        .build())
                .contains("\"templateData\":{\"ma-xac-thuc\":\"482913\"}"));
    }

    @Test
    void whatVariesOnButtonsIsSent() {
        ZaloSamples.GOLDEN.assertSame(
                "login-link.json", zalo.body(zalo.message("m-1", LINK, VALUES).build()));
    }

    @Test
    void titleAndButtonsAreLinesInAConversation() {
        ZaloSamples.GOLDEN.assertSame(
                "conversation.json", chat.body(chat.message("m-1", LINK, VALUES).build()));
    }

    @Test
    void templateWithoutANumberIsRefusedWithThePropertyToSet() {
        for (String key : new String[] {"0", "-1", "2147483648", "12x"}) {
            ChannelFixture bound = zalo.bound(key);
            OutboundMessage message = bound.message("m-1", LINK, VALUES).build();
            TemplateRefusedException refused =
                    assertThrows(TemplateRefusedException.class, () -> bound.body(message), key);
            assertTrue(
                    refused.getMessage().contains("chatauth.template.zalo.login_link=<number>"), refused.getMessage());
        }
    }

    @Test
    void valueInTheMiddleOfAUrlIsRefusedBeforeItIsSent() {
        Template template = Template.named("login_link")
                .body("Use the button below.")
                .button(new Button.OpenUrl("Log on", "https://bank.example/{{token}}/x"))
                .build();
        OutboundMessage message =
                zalo.message("m-1", template, Map.of("token", "k9Zt0pQ")).build();

        TemplateRefusedException refused = assertThrows(
                TemplateRefusedException.class, () -> zalo.channel().check(message));

        assertTrue(refused.getMessage().contains("at its very end"), refused.getMessage());
        assertFalse(refused.getMessage().contains("k9Zt0pQ"), refused.getMessage());
    }

    @Test
    void labelThatIsTooLongForZaloIsRefusedBeforeItIsSent() {
        String name = "N".repeat(31);
        Map<String, String> values = Map.of("bank", "MyBank", "name", name, "card", "4711", "token", "t".repeat(64));
        OutboundMessage message = zalo.message("m-1", LINK, values).build();

        TemplateRefusedException refused = assertThrows(
                TemplateRefusedException.class, () -> zalo.channel().check(message));

        assertEquals(
                1, refused.getMessage().split("characters, and Zalo takes 30", -1).length - 1, refused.getMessage());
        assertTrue(refused.getMessage().contains("{{name}} has 31 characters"), refused.getMessage());
        assertTrue(refused.getMessage().contains("chatauth.channel.zalo.label-length"), refused.getMessage());
        assertFalse(refused.getMessage().contains(name), refused.getMessage());
    }

    @Test
    void labelOfTheLengthThatIsConfiguredIsSent() {
        Map<String, String> values =
                Map.of("bank", "MyBank", "name", "N".repeat(31), "card", "4711", "token", "k9Zt0pQ");
        ChannelFixture other = zalo.with(Map.of("label-length", "200"));

        assertDoesNotThrow(
                () -> other.channel().check(other.message("m-1", LINK, values).build()));
        assertDoesNotThrow(
                () -> chat.channel().check(chat.message("m-1", LINK, values).build()), "a conversation");
    }

    @Test
    void authenticationTemplateHasNoLabels() {
        assertDoesNotThrow(() -> zalo.channel()
                .check(zalo.message("m-1", SampleTemplates.code(), Map.of("code", "482913"))
                        .build()));
    }
}
