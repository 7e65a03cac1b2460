package io.chatauth.channel.line.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import io.chatauth.testkit.ChannelFixture;
import io.chatauth.testkit.SampleTemplates;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineEncoderTest {
    private final ChannelFixture line = LineSamples.FIXTURE;

    @Test
    void allMessagesGoToOneEndpoint() {
        OutboundMessage message =
                line.message("m-1", SampleTemplates.plain(), Map.of()).build();

        WireRequest request = line.channel().encode(line.context(message));

        assertEquals("POST /line/1/messages", request.toString());
        assertEquals("POST /line/1/messages", line.channel().lane(message));
        assertEquals(Map.of("Content-Type", "application/json"), request.headers());
    }

    @Test
    void linkIsAButtonIfLinksMayDiffer() {
        ChannelFixture declared = line.with(Map.of("personal-links", "true"));

        assertGolden("login-link.json", declared, SampleTemplates.link(), Map.of("token", "k9Zt0pQ"));
    }

    @Test
    void headerIsBoldFooterIsTextAndAFixedLinkIsAButton() {
        assertGolden(
                "notice.json",
                line,
                Template.named("new_card")
                        .header("Your new card")
                        .body("Hi {{name}}, your card is on its way.")
                        .footer("Example Bank")
                        .button(new Button.OpenUrl("Where is it?", "https://bank.example/cards"))
                        .build(),
                Map.of("name", "Nick"));
    }

    @Test
    void arabicRunsFromRightToLeft() {
        assertGolden(
                "right-to-left.json",
                line,
                Template.named("login_code")
                        .language("ar_AE")
                        .body("{{code}} هو رمز التحقق")
                        .build(),
                Map.of("code", "482913"));
    }

    @Test
    void textThatTheNotificationCannotHoldIsNotCut() {
        assertGolden(
                "long-text.json",
                line,
                Template.named("new_card")
                        .header("Your new card")
                        .body("Hi {{name}}, "
                                + "your card is on its way. ".repeat(16).strip())
                        .build(),
                Map.of("name", "Nick"));
    }

    private static void assertGolden(
            String name, ChannelFixture fixture, Template template, Map<String, String> values) {
        LineSamples.GOLDEN.assertSame(
                name, fixture.body(fixture.message("m-1", template, values).build()));
    }
}
