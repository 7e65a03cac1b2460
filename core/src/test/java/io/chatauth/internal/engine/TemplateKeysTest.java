package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.internal.config.Bindings;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.TextMode;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import org.junit.jupiter.api.Test;

class TemplateKeysTest {
    private static final ChannelId ID = ChannelId.of("plain");
    private static final Template CARD = Template.named("card_activation")
            .language("en_GB")
            .body("Please call.")
            .build();

    @Test
    void templateThatIsNotBoundGoesByItsName() {
        assertEquals(
                "card_activation",
                TemplateKeys.of(
                        Bindings.NONE,
                        ID,
                        Capabilities.of(TextMode.FREE_TEXT).build(),
                        CARD,
                        "en",
                        Address.Kind.PHONE));
    }

    @Test
    void identifierMayBeNeededForSomeKindsOfAddressOnly() {
        Capabilities numbers = Capabilities.of(TextMode.APPROVED_TEMPLATES)
                .recipients(Address.Kind.PHONE, Address.Kind.USER_ID)
                .templateKey("[0-9]{1,9}", "a number")
                .templateKeyFor(Address.Kind.PHONE)
                .build();

        assertEquals("card_activation", TemplateKeys.of(Bindings.NONE, ID, numbers, CARD, "en", Address.Kind.USER_ID));
        assertThrows(
                TemplateRefusedException.class,
                () -> TemplateKeys.of(Bindings.NONE, ID, numbers, CARD, "en", Address.Kind.PHONE));
    }

    @Test
    void channelThatKnowsIdentifiersOnlyNamesThePropertyToSet() {
        Capabilities numbers = Capabilities.of(TextMode.APPROVED_TEMPLATES)
                .templateKey("[0-9]{1,9}", "a number")
                .build();

        TemplateRefusedException refused = assertThrows(
                TemplateRefusedException.class,
                () -> TemplateKeys.of(Bindings.NONE, ID, numbers, CARD, "en", Address.Kind.PHONE));

        assertEquals(
                "template 'card_activation' (en_GB) on plain is refused: plain knows templates by a number, and none is"
                        + " bound; set chatauth.template.plain.card_activation, or"
                        + " chatauth.template.plain.card_activation.en for this language only, or call bindTemplate(…)",
                refused.getMessage());
    }
}
