package io.chatauth.infobip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ConfigurationException;
import io.chatauth.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfobipAccountTest {
    private static final String CANARY = "canary-5f0e1d";

    private static InfobipAccount.Builder account(String url) {
        return InfobipAccount.builder().baseUrl(url).apiKey(Secret.of(CANARY));
    }

    @ParameterizedTest
    @CsvSource({
        "abc.api.infobip.com, https://abc.api.infobip.com, false",
        "abc.api.infobip.com/, https://abc.api.infobip.com, false",
        "' https://ABC.api.infobip.com// ', https://abc.api.infobip.com, false",
        "HTTPS://api.infobip.com, https://api.infobip.com, false",
        "https://abc.api.infobip.com:8443, https://abc.api.infobip.com:8443, false",
        "http://localhost:8080, http://localhost:8080, true",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080, true",
        "http://127.255.0.9, http://127.255.0.9, true",
        "http://[::1]:8080, http://[::1]:8080, true",
        "localhost:8443, https://localhost:8443, true",
        "https://gateway.bank.example, https://gateway.bank.example, false",
    })
    void takesHostsOfTheApiOfThisMachineAndOfTheAllowList(String url, String expected, boolean loopback) {
        InfobipAccount account = account(url).allowHost("Gateway.bank.example").build();
        assertEquals(expected, account.baseUri().toString());
        assertEquals(loopback, account.isLoopback());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "http://abc.api.infobip.com",
                "ftp://abc.api.infobip.com",
                "https://evil.example",
                "https://api.infobip.com.evil.example",
                "https://evilapi.infobip.com",
                "https://evil-api.infobip.com",
                "https://infobip.com",
                "https://.api.infobip.com",
                "https://abc.api.infobip.com.",
                "https://user:password@abc.api.infobip.com",
                "https://abc.api.infobip.com@evil.example",
                "https://evil.example\\@abc.api.infobip.com",
                "https://evil.example\\.api.infobip.com",
                "https://evil.example/.api.infobip.com",
                "https://evil.example?.api.infobip.com",
                "https://evil.example#.api.infobip.com",
                "https://abc.api.infobip.com/whatsapp",
                "https://abc.api.infobip.com?x=1",
                "https://abc.api.infobip.com#x",
                "https://abc.api.infobip.com:0",
                "https://abc.api.infobip.com:70000",
                "https://a bc.api.infobip.com",
                "https://\u0430bc.api.infobip.com",
                "https:abc.api.infobip.com",
                "//abc.api.infobip.com",
                "http://127.0.0.1.evil.example",
                "http://127.0.0.256",
                "http://127.1",
                "http://2130706433",
                "http://0x7f000001",
                "http://localhost.evil.example",
                "http://169.254.169.254",
                "https://169.254.169.254",
                "https://10.0.0.1",
                "http://[::ffff:127.0.0.1]",
                "http://[fe80::1]",
                "https://sub.gateway.bank.example",
            })
    void refusesEveryOtherHost(String url) {
        InfobipAccount.Builder builder = account(url).allowHost("gateway.bank.example");
        ConfigurationException e = assertThrows(ConfigurationException.class, builder::build);
        assertEquals(1, e.problems().size(), e.getMessage());
        assertTrue(e.problems().get(0).startsWith("chatauth.base-url "), e.getMessage());
        assertFalse(e.getMessage().contains("password@"), e.getMessage());
    }

    @Test
    void tellsAllProblemsAtOnceAndNoSecret() {
        InfobipAccount.Builder builder = InfobipAccount.builder()
                .baseUrl("http://abc.api.infobip.com")
                .apiKey(Secret.of(CANARY + "\n"))
                .connectTimeout(Duration.ZERO)
                .requestTimeout(Duration.ofHours(1))
                .maxResponseBytes(5)
                .allowHost("https://x")
                .proxy("http://proxy", 0)
                .proxyCredentials("a:b", Secret.of(CANARY + "\r"));
        List<String> problems = builder.problems();
        assertEquals(10, problems.size(), problems.toString());
        assertTrue(problems.get(1).contains("position 14 of 14"), problems.get(1));
        ConfigurationException e = assertThrows(ConfigurationException.class, builder::build);
        assertEquals(problems, e.problems());
        assertFalse(e.getMessage().contains(CANARY));
    }

    @Test
    void missingPartsAreNamed() {
        assertEquals(
                List.of("chatauth.base-url", "chatauth.api-key"),
                InfobipAccount.builder().problems().stream()
                        .map(problem -> problem.substring(0, problem.indexOf(' ')))
                        .toList());
    }

    @Test
    void aUserNameWithAColonIsRefused() {
        InfobipAccount.Builder builder =
                account("api.infobip.com").credentials(new Credentials.Basic("a:b", Secret.of("x")));
        assertEquals(1, builder.problems().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdk.httpclient.enableAllMethodRetry", "jdk.internal.httpclient.disableHostnameVerification"})
    void whatMakesTheJdksClientUnsafeIsAProblem(String property) {
        try {
            System.setProperty(property, "");
            assertTrue(account("api.infobip.com").problems().get(0).contains(property));
            System.setProperty(property, "false");
            assertEquals(List.of(), account("api.infobip.com").problems());
        } finally {
            System.clearProperty(property);
        }
    }

    @Test
    void aPasswordThatTheJdkWouldKeepFromTheProxyIsAProblem() {
        String property = "jdk.http.auth.tunneling.disabledSchemes";
        String before = System.getProperty(property);
        InfobipAccount.Builder builder =
                account("api.infobip.com").proxy("proxy.example", 3128).proxyCredentials("u", Secret.of(CANARY));
        try {
            System.setProperty(property, "Digest, basic");
            assertTrue(
                    builder.problems().get(0).contains("-D" + property + "="),
                    builder.problems().toString());
            System.clearProperty(property);
            assertEquals(1, builder.problems().size(), "the JDK's own net.properties disables Basic");
            System.setProperty(property, "");
            assertEquals(List.of(), builder.problems());
        } finally {
            if (before == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, before);
            }
        }
    }

    @Test
    void showsTheHostOnly() {
        InfobipAccount account = account("abc.api.infobip.com").build();
        assertEquals("InfobipAccount[abc.api.infobip.com]", account.toString());
        assertFalse(account.credentials().toString().contains(CANARY));
        assertFalse(account("abc.api.infobip.com").toString().contains(CANARY));
    }

    @Test
    void laterChangesOfTheBuilderDontReachTheAccount() {
        InfobipAccount.Builder builder = account("abc.api.infobip.com");
        InfobipAccount account = builder.build();
        builder.requestTimeout(Duration.ofSeconds(1)).baseUrl("def.api.infobip.com");
        assertEquals(Duration.ofSeconds(10), account.requestTimeout());
        assertEquals("abc.api.infobip.com", account.host());
    }
}
