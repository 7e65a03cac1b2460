package io.chatauth.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmsAutofillTest {
    private static final String HASH = "K8aAINcGX7+";

    private static VerificationCode code() {
        return VerificationCode.to("+441134960001").via("viber").purpose("login");
    }

    private static String text(VerificationCode request) {
        return request.build().smsFailover().orElseThrow().text();
    }

    @Test
    void theLastLineBindsTheCodeToOneSite() {
        assertEquals(
                "Your code is {{code}}.\n\n@bank.example #{{code}}",
                text(code().smsForSite("Bank", "Your code is {{code}}.", "bank.example")));
    }

    @Test
    void theHashTellsAnAppThatTheSmsIsItsOwn() {
        assertEquals("Your code is {{code}}.\n" + HASH, text(code().smsForApp("Bank", "Your code is {{code}}.", HASH)));
    }

    @Test
    void whatIsNoHostOrHashIsRefused() {
        for (String host :
                List.of("https://bank.example", "bank.example:443", "Bank.example", "bank", "", "a/b.c", "-.de")) {
            assertThrows(IllegalArgumentException.class, () -> code().smsForSite("Bank", "{{code}}", host), host);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> code().smsForSite("Bank", "{{code}}\n@evil.example #1", "b.example"));
        for (String hash : List.of("", "K8aAINcGX7", "K8aAINcGX7 +", "K8aAINcGX7++")) {
            assertThrows(IllegalArgumentException.class, () -> code().smsForApp("Bank", "{{code}}", hash), hash);
        }
    }

    @Test
    void anSmsForAnAppHasAtMost140Bytes() {
        String fits = "x".repeat(140 - 11 - 1 - 10);
        assertTrue(text(code().smsForApp("Bank", fits + "{{code}}", HASH)).endsWith(HASH));
        IllegalArgumentException tooLong =
                assertThrows(IllegalArgumentException.class, () -> code().smsForApp("Bank", fits + "x{{code}}", HASH));
        assertTrue(tooLong.getMessage().contains("141"), tooLong.getMessage());
    }
}
