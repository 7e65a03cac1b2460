package io.chatauth.channel.kakao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChannelId;
import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.Language;
import io.chatauth.RequestException;
import io.chatauth.Secret;
import io.chatauth.flow.VerificationCode;
import io.chatauth.template.TemplateRefusedException;
import org.junit.jupiter.api.Test;

/** What a person who forgot something is told, through the whole of ChatAuth and before anything is sent. */
class BindingTest {
    private static VerificationCode code() {
        return VerificationCode.to("+821012345678").via("kakao").purpose("login");
    }

    @Test
    void templateWithoutCodeIsRefusedWithThePropertyToSet() {
        try (ChatAuth chatAuth = chatAuth().build()) {
            assertEquals(
                    "template 'verification_code' (en) on kakao is refused: kakao knows templates by a code of 1 to 30"
                            + " characters, and none is bound; set chatauth.template.kakao.verification_code, or"
                            + " chatauth.template.kakao.verification_code.en for this language only, or call"
                            + " bindTemplate(…)",
                    assertThrows(TemplateRefusedException.class, () -> chatAuth.start(code().build()))
                            .getMessage());
            assertFalse(
                    chatAuth.explain("verification_code", ChannelId.of("kakao")).isRefused());
        }
    }

    @Test
    void codeThatIsTooLongIsRefusedAsIfThereWereNone() {
        try (ChatAuth chatAuth = chatAuth()
                .bindTemplate("kakao", "verification_code", "x".repeat(31))
                .build()) {
            TemplateRefusedException refused =
                    assertThrows(TemplateRefusedException.class, () -> chatAuth.start(code().build()));
            assertTrue(refused.getMessage().contains("is bound; set chatauth.template.kakao"), refused.getMessage());
        }
    }

    @Test
    void languageThatAlimTalkDoesNotHaveIsRefused() {
        try (ChatAuth chatAuth = chatAuth().build()) {
            RequestException refused = assertThrows(
                    RequestException.class,
                    () -> chatAuth.start(code().language(Language.of("xx")).build()));
            assertTrue(refused.getMessage().contains("kakao"), refused.getMessage());
        }
    }

    private static ChatAuthBuilder chatAuth() {
        return ChatAuth.builder()
                .baseUrl("http://127.0.0.1:9")
                .apiKey(Secret.of("test-key"))
                .channel(new KakaoChannelProvider())
                .sender("kakao", "@mybank");
    }
}
