package io.chatauth.channel.kakao.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import io.chatauth.testkit.ChannelFixture;
import io.chatauth.testkit.SampleTemplates;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KakaoEncoderTest {
    static final Template NOTICE = Template.named("new_card")
            .header("Your new card")
            .body("Hi {{name}}, your card is on its way.")
            .footer("Example Bank")
            .button(new Button.OpenUrl("Where is it?", "https://bank.example/cards"))
            .build();

    private final ChannelFixture kakao = KakaoSamples.FIXTURE;

    @Test
    void allMessagesGoToOneEndpointAndCodesHaveALaneOfTheirOwn() {
        OutboundMessage notice =
                kakao.message("m-1", NOTICE, Map.of("name", "Nick")).build();
        OutboundMessage code = kakao.message("m-1", SampleTemplates.code(), Map.of("code", "482913"))
                .build();

        WireRequest request = kakao.channel().encode(kakao.context(notice));

        assertEquals("POST /kakao-alim/1/messages", request.toString());
        assertEquals("POST /kakao-alim/1/messages", kakao.channel().lane(notice));
        assertEquals("POST /kakao-alim/1/messages HIGH", kakao.channel().lane(code));
        assertEquals(Map.of("Content-Type", "application/json"), request.headers());
    }

    @Test
    void headerIsTheTitleFooterIsTextAndALinkOpensInThePersonsOwnBrowser() {
        assertGolden("notice.json", kakao);
    }

    @Test
    void buttonThatWasRegisteredAsAppLinkIsOne() {
        assertGolden(
                "app-link.json",
                kakao.with(Map.of(
                        "app-link.new_card.1.android", "bank://cards",
                        "app-link.new_card.1.ios", "bankios://cards",
                        "app-link.other.2.ios", "bankios://other")));
    }

    private static void assertGolden(String name, ChannelFixture fixture) {
        KakaoSamples.GOLDEN.assertSame(
                name,
                fixture.body(
                        fixture.message("m-1", NOTICE, Map.of("name", "Nick")).build()));
    }
}
