package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.template.Button;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.TextMode;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import org.junit.jupiter.api.Test;

class ComposerTest {
    private static final ChannelId ID = ChannelId.of("plain");
    private static final Capabilities CHAT = Capabilities.of(TextMode.FREE_TEXT)
            .recipients(Address.Kind.PHONE, Address.Kind.USER_ID)
            .inbound(Evidence.TEXT)
            .inboundFrom(Address.Kind.USER_ID)
            .build();

    @Test
    void questionGoesOnlyToPeopleWhoseAnswerCanBeTraced() {
        Template question = Template.named("question")
                .body("Pay?")
                .button(new Button.QuickReply("Yes", "Y"))
                .build();

        assertDoesNotThrow(() -> Composer.checkAnswers(ID, CHAT, question, Address.Kind.USER_ID));
        TemplateRefusedException refused = assertThrows(
                TemplateRefusedException.class, () -> Composer.checkAnswers(ID, CHAT, question, Address.Kind.PHONE));
        assertTrue(refused.getMessage().contains("a phone number on plain"), refused.getMessage());
    }

    @Test
    void messageWithoutQuestionGoesToEverybody() {
        Template notice = Template.named("notice").body("Paid.").build();

        assertDoesNotThrow(() -> Composer.checkAnswers(ID, CHAT, notice, Address.Kind.PHONE));
    }
}
