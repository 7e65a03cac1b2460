package io.chatauth.channel.zalo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.spi.OptionException;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.FixedText;
import io.chatauth.template.Capabilities.Report;
import io.chatauth.template.Category;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ZaloCapabilitiesTest {
    private final Capabilities capabilities = ZaloSamples.FIXTURE.channel().capabilities();

    @Test
    void phoneNumbersNeedANumberedTemplateAndUserIdsDoNot() {
        Pattern number = capabilities.templateKey(Address.Kind.PHONE).orElseThrow();

        assertTrue(number.matcher("322308").matches());
        assertFalse(number.matcher("card_activation").matches());
        assertEquals(Optional.empty(), capabilities.templateKey(Address.Kind.USER_ID));
    }

    @Test
    void onlyUserIdsCanAnswer() {
        assertEquals(Set.of(Evidence.TEXT), capabilities.inbound(Address.Kind.USER_ID));
        assertEquals(Set.of(), capabilities.inbound(Address.Kind.PHONE));
        assertEquals(Optional.empty(), capabilities.button(ButtonKind.QUICK_REPLY));
    }

    @Test
    void nothingIsReportedAsSeen() {
        assertEquals(Set.of(Report.DELIVERED), capabilities.reports());
    }

    @Test
    void textOfACodeIsFixedButForItsWarning() {
        assertEquals(
                Optional.of(new FixedText("{{code}}\nDo not share this code with anyone.")),
                capabilities.fixedText(Category.AUTHENTICATION));
        assertEquals(
                Optional.of(new FixedText("{{code}}\nNever tell it.")),
                ZaloSamples.FIXTURE
                        .with(Map.of("security-warning", "Never tell it."))
                        .channel()
                        .capabilities()
                        .fixedText(Category.AUTHENTICATION));
    }

    @Test
    void impossibleOptionsAreRefusedByTheirFullNames() {
        assertRefused("chatauth.channel.zalo.code-parameter", Map.of("code-parameter", "the code"));
        assertRefused("chatauth.channel.zalo.security-warning", Map.of("security-warning", "Secret"));
        assertRefused("chatauth.channel.zalo.logo-dark is not set", Map.of("logo-light", "m-1"));
    }

    private static void assertRefused(String because, Map<String, String> options) {
        OptionException wrong = assertThrows(
                OptionException.class, () -> ZaloSamples.FIXTURE.with(options).channel());
        assertTrue(wrong.getMessage().startsWith(because), wrong.getMessage());
    }
}
