package io.chatauth.channel.kakao.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.OptionException;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import io.chatauth.testkit.SampleTemplates;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KakaoTemplateRulesTest {
    private static final Template ACTIVATION = Template.named("card_activation")
            .body("Hi {{name}}, please give us a call.")
            .button(new Button.CallPhone("Contact Us", "+441123456789"))
            .build();
    private static final String CARD = "Hi #{name}, please give us a call.\nContact Us: +44 1123 456789";

    @Test
    void textThatWasApprovedIsTaken() {
        accepted(Map.of("text.card_activation", CARD), ACTIVATION);
        accepted(Map.of("text.card_activation", "  " + CARD.replace("\n", "\r\n") + "\n"), ACTIVATION);
        accepted(Map.of("text.another", "Something else"), ACTIVATION);
    }

    @Test
    void firstDifferenceIsShownWithBothTexts() {
        assertEquals(
                "the template card_activation (en) on kakao is refused: the text is not the one that KakaoTalk approved:"
                        + " from character 11 on, ' please give us a call.\\n…' was approved and ', please give us a"
                        + " call.…' would be sent; make them equal, or have the new text approved and declare it",
                refused(Map.of("text.card_activation", CARD.replace(",", "")), ACTIVATION));
    }

    @Test
    void textThatGoesOnOrEndsEarlyIsShown() {
        assertTrue(refused(Map.of("text.card_activation", CARD + "!"), ACTIVATION)
                .contains("'!' was approved and its end would be sent"));
        assertTrue(refused(Map.of("text.card_activation", "Hi #{name}, please give us a call."), ACTIVATION)
                .contains("its end was approved and '\\nContact Us: +44 1123 45…' would be sent"));
    }

    @Test
    void placeholderOfAnotherNameIsADifferenceUnlessItsNameCannotBeOurs() {
        assertTrue(refused(Map.of("text.card_activation", CARD.replace("#{name}", "#{surname}")), ACTIVATION)
                .contains("'surname}"));
        accepted(Map.of("text.card_activation", CARD.replace("#{name}", "#{이름}")), ACTIVATION);
        accepted(
                Map.of("text.pay", "#{인증번호}: #{amount} to #{받는 사람}"),
                Template.named("pay").body("{{code}}: {{amount}} to {{payee}}").build());
        refused(
                Map.of("text.pay", "#{금액} #{받는 사람}"),
                Template.named("pay").body("{{code}}").build());
    }

    @Test
    void textOfTheLanguageGoesBeforeTheTextOfAll() {
        Template korean =
                Template.named("code").language("ko").body("인증번호 {{code}}").build();
        Template british =
                Template.named("code").language("en_GB").body("Code {{code}}").build();
        Map<String, String> options =
                Map.of("text.code", "neither", "text.code.ko", "인증번호 #{code}", "text.code.en", "Code #{code}");

        accepted(options, korean);
        accepted(options, british);
        refused(
                options,
                Template.named("code").language("de").body("Code {{code}}").build());
    }

    @Test
    void kakaoTalksOwnMarkIsRefused() {
        assertTrue(refused(Map.of(), Template.named("code").body("Code #{code}").build())
                .contains("write {{name}}"));
    }

    @Test
    void appLinkNeedsItsButtonAndALinkThatIsTheSameForAll() {
        assertTrue(refused(Map.of("app-link.new_card.2.ios", "bank://x"), KakaoEncoderTest.NOTICE)
                .contains("chatauth.channel.kakao.app-link.new_card.2 is about the button 2, and KakaoTalk shows 1"));
        assertTrue(refused(Map.of("app-link.sample_link.1.android", "bank://x"), SampleTemplates.link())
                .contains("the button 'Log on' differs"));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Template template = Template.named("code").body("Code #{code}").build();
        Map<String, String> options = Map.of("text.code", "Another", "app-link.code.1.ios", "bank://x");

        assertEquals(
                3,
                assertThrows(TemplateRefusedException.class, () -> adapt(options, template))
                        .reasons()
                        .size());
    }

    @Test
    void malformedOptionsAreRefusedByTheirFullName() {
        for (Map<String, String> options : List.of(
                Map.of("text.code", "Code #{code"),
                Map.of("app-link.new_card.ios", "bank://x"),
                Map.of("app-link.new_card.6.ios", "bank://x"),
                Map.of("app-link.new_card.1.windows", "bank://x"),
                Map.of("app-link.new_card.1.ios", "no scheme"),
                Map.of("app-link.new_card.1.ios", "bank://" + "x".repeat(500)))) {
            String name = options.keySet().iterator().next();
            OptionException wrong = assertThrows(
                    OptionException.class,
                    () -> KakaoSamples.FIXTURE.with(options).channel());

            assertTrue(wrong.getMessage().startsWith("chatauth.channel.kakao." + name), wrong.getMessage());
        }
    }

    private static void accepted(Map<String, String> options, Template template) {
        assertDoesNotThrow(() -> adapt(options, template));
    }

    private static String refused(Map<String, String> options, Template template) {
        return assertThrows(TemplateRefusedException.class, () -> adapt(options, template))
                .getMessage();
    }

    private static void adapt(Map<String, String> options, Template template) {
        KakaoSamples.FIXTURE.with(options).channel().adapt(KakaoSamples.FIXTURE.id(), template);
    }
}
