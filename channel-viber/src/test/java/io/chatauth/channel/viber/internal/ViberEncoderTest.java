package io.chatauth.channel.viber.internal;

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

class ViberEncoderTest {
    private final ChannelFixture viber = ViberSamples.FIXTURE;
    private final ChannelFixture bound = viber.bound("6f1c2a0e-0000-0000-0000-000000000000");

    @Test
    void allMessagesGoToOneEndpoint() {
        OutboundMessage message = question("Jane Doe");

        WireRequest request = viber.channel().encode(viber.context(message));

        assertEquals("POST /viber/2/messages", request.toString());
        assertEquals("POST /viber/2/messages", viber.channel().lane(message));
        assertEquals(Map.of("Content-Type", "application/json"), request.headers());
    }

    @Test
    void shortQuestionIsAListWithAHintOfItsMessage() {
        ViberSamples.GOLDEN.assertSame("list.json", viber.body(question("Jane Doe")));
    }

    @Test
    void listWhoseTextBecomesTooLongIsATextThatSaysWhatToReply() {
        ViberSamples.GOLDEN.assertSame(
                "list-as-text.json", viber.body(question("The Very Long Name Of A Shop Far, Far Away Ltd")));
    }

    @Test
    void listThatNoTextHasRoomForIsRefusedBeforeItIsSent() {
        OutboundMessage message = question("x".repeat(930));

        TemplateRefusedException refused = assertThrows(
                TemplateRefusedException.class, () -> viber.channel().check(message));

        assertTrue(refused.getMessage().contains("sample_question"), refused.getMessage());
        assertFalse(refused.getMessage().contains("xxx"), refused.getMessage());
    }

    @Test
    void hintThatIsTooLongIsLeftOut() {
        OutboundMessage message = viber.message(
                        "m".repeat(101), SampleTemplates.question(), Map.of("amount", "GBP 1.00", "payee", "Jane Doe"))
                .build();

        assertFalse(viber.body(message).contains("trackingData"));
    }

    @Test
    void boundTemplateHasItsNumberInTheTextAndItsValuesByName() {
        ViberSamples.GOLDEN.assertSame(
                "bound.json",
                bound.body(bound.message("m-1", SampleTemplates.call(), Map.of("name", "Nick"))
                        .build()));
    }

    @Test
    void codeOfABoundTemplateIsCalledPin() {
        ViberSamples.GOLDEN.assertSame(
                "bound-code.json",
                bound.body(bound.message("m-1", SampleTemplates.code(), Map.of("code", "482913"))
                        .build()));
    }

    @Test
    void boundTemplateWithoutPlaceholdersHasNoParameters() {
        String json = bound.body(
                bound.message("m-1", SampleTemplates.plain(), Map.of()).build());

        assertTrue(json.contains("TEMPLATE"), json);
        assertFalse(json.contains("parameters"), json);
    }

    @Test
    void activationIsCheckedForPlainTextOnly() {
        ChannelFixture checking = viber.with(Map.of("activation-check", "true"));
        Template template = Template.named("confirm_call")
                .body("Did you pay?")
                .button(new Button.QuickReply("Yes", "Y"))
                .button(new Button.QuickReply("No", "N"))
                .button(new Button.CallPhone("Call us", "+441123456789"))
                .build();

        ViberSamples.GOLDEN.assertSame(
                "activation-check.json",
                checking.body(checking.message("m-1", template, Map.of()).build()));
        assertTrue(assertThrows(
                        TemplateRefusedException.class,
                        () -> checking.bound("6f1c2a0e").adapt(SampleTemplates.plain()))
                .getMessage()
                .contains("chatauth.channel.viber.activation-check=false"));
    }

    private OutboundMessage question(String payee) {
        return viber.message("m-1", SampleTemplates.question(), Map.of("amount", "GBP 1.00", "payee", payee))
                .build();
    }
}
