package io.chatauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.infobip.Credentials;
import io.chatauth.infobip.InfobipAccount;
import io.chatauth.internal.config.EngineOptions;
import io.chatauth.internal.config.Resolved;
import io.chatauth.internal.discovery.Wish;
import io.chatauth.internal.guard.Figures;
import io.chatauth.spi.Options;
import io.chatauth.template.Approval;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static ChatAuthBuilder empty() {
        return new ChatAuthBuilder().channel(FakeChannel.provider("whatsapp")).channel(FakeChannel.provider("viber"));
    }

    private static ChatAuthBuilder valid() {
        return empty().baseUrl("xyz.api.infobip.com")
                .apiKey(Secret.of("a-secret-key"))
                .sender("whatsapp", "441134960000")
                .countries("GB", "ie")
                .keys("a-ring");
    }

    private static Resolved resolve(ChatAuthBuilder builder) {
        return builder.resolve(Wish.BuiltIn.NONE);
    }

    private static List<String> problems(ChatAuthBuilder builder) {
        return resolve(builder).problems();
    }

    @Test
    void whatIsMissingIsSaidAllAtOnce() {
        List<String> problems = problems(empty());

        assertEquals(
                String.join(
                        System.lineSeparator(),
                        "ChatAuth can't start: 5 problems",
                        "1) there is no base URL: set chatauth.base-url or call baseUrl(…) with that of your Infobip account,"
                                + " such as https://xxxxx.api.infobip.com",
                        "2) there are no credentials: set chatauth.api-key or call apiKey(…); or set chatauth.username and"
                                + " chatauth.password or call credentials(…); or set chatauth.session.username and"
                                + " chatauth.session.password or call session(…); or set chatauth.oauth2.client-id and"
                                + " chatauth.oauth2.client-secret or call oauth2(…)",
                        "3) there is no sender: set chatauth.sender.viber or call sender(\"viber\", …) with the sender you"
                                + " registered; channels that are here: viber, whatsapp",
                        "4) there are no countries: set chatauth.countries to codes such as GB,IE or to all, or call"
                                + " countries(…) or allCountries()",
                        "5) there are no keys: set chatauth.keys or call keys(…)"),
                new ConfigurationException(problems).getMessage());
    }

    @Test
    void withoutChannelsThereIsNothingToDo() {
        List<String> problems =
                problems(new ChatAuthBuilder().baseUrl("http://localhost:8080").apiKey(Secret.of("k")));

        assertEquals(
                List.of(
                        "there is no channel: add a module such as io.chatauth:chatauth-channel-whatsapp and call discover(),"
                                + " or give a provider with channel(…)"),
                problems);
    }

    @Test
    void thisMachineNeedsNeitherCountriesNorKeys() {
        Resolved resolved = resolve(
                empty().baseUrl("http://127.0.0.1:9/").apiKey(Secret.of("k")).sender("viber", "x"));

        assertEquals(List.of(), resolved.problems());
        assertTrue(resolved.account().loopback());
        assertEquals(
                Optional.of(URI.create("http://127.0.0.1:9")),
                resolved.account().baseUrl());
    }

    @Test
    void channelsWithHostsOfTheirOwnNeedNoAccount() {
        Resolved resolved = resolve(new ChatAuthBuilder()
                .channel(FakeChannel.provider("own", context -> {}, Set.of("chat.example")))
                .allCountries()
                .keys("ring"));

        assertEquals(List.of(), resolved.problems());
        assertFalse(resolved.usesAccount());
        assertTrue(resolved.countries().allows("ZW"));
    }

    @Test
    void defaultsAreThoseOfTheCatalogue() {
        Resolved resolved = resolve(valid());

        assertEquals(List.of(), resolved.problems());
        assertEquals(
                new EngineOptions(
                        4,
                        10_000,
                        4,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        100_000,
                        Duration.ofHours(1),
                        Figures.DEFAULT),
                resolved.engine());
        assertEquals(
                Optional.of(URI.create("https://xyz.api.infobip.com")),
                resolved.account().baseUrl());
        assertEquals(Duration.ofSeconds(2), resolved.account().connectTimeout());
        assertTrue(resolved.countries().allows("IE"));
        assertFalse(resolved.countries().allows("FR"));
    }

    @Test
    void methodsGoBeforePropertiesAndThoseBeforeTheEnvironment() {
        Properties file = new Properties(new Properties());
        file.setProperty("chatauth.dispatch.tries", "3");
        file.setProperty("chatauth.dispatch.queue", "30");
        EngineOptions engine = resolve(valid().queue(40)
                        .properties(file)
                        .environment(Map.of(
                                "CHATAUTH_DISPATCH_TRIES", "2",
                                "CHATAUTH_DISPATCH_QUEUE", "20",
                                "CHATAUTH_DISPATCH_REQUESTS_PER_LANE", "1",
                                "PATH", "/bin")))
                .engine();

        assertEquals(40, engine.queue());
        assertEquals(3, engine.tries());
        assertEquals(1, engine.requestsPerLane());
    }

    @Test
    void unknownNamesAreProblemsWithASuggestion() {
        assertEquals(
                List.of(
                        "there is no option CHATAUTH_BASE_URI (environment); did you mean CHATAUTH_BASE_URL?",
                        "there is no option chatauth.api-kye; did you mean chatauth.api-key?",
                        "there is no option chatauth.colour; docs/configuration.md lists those there are"),
                problems(valid().property("chatauth.colour", "red")
                        .property("chatauth.api-kye", "x")
                        .property("chatauth.sandbox.port", "1")
                        .property("other.thing", "x")
                        .environment(Map.of("CHATAUTH_BASE_URI", "x"))));
    }

    @Test
    void valuesThatCannotBeReadNameTheirSource() {
        assertEquals(
                List.of(
                        "connectTimeout(…) is 'PT2M', expected a duration from 100ms to 1m, written like 30s or PT30S",
                        "CHATAUTH_DISPATCH_QUEUE is 'many', expected a whole number from 1 to 1000000",
                        "chatauth.dispatch.tries is '11', expected a whole number from 1 to 10",
                        "chatauth.limit.resend-cooldowns is 'soon', expected a duration from 1s to 1d, written like 30s or"
                                + " PT30S",
                        "region(…): 'UK' is no country that has phone numbers, expected ISO 3166 codes such as GB; did you"
                                + " mean GB?",
                        "chatauth.webhook.base-url is 'http://me.example', expected https://<host>/<path>, without query and"
                                + " fragment; http is for this machine only, such as localhost",
                        "chatauth.discover is 'maybe', expected true or false"),
                problems(valid().connectTimeout(Duration.ofMinutes(2))
                        .region("UK")
                        .property("chatauth.dispatch.tries", "11")
                        .property("chatauth.limit.resend-cooldowns", "30s, soon")
                        .property("chatauth.webhook.base-url", "http://me.example")
                        .property("chatauth.discover", "maybe")
                        .environment(Map.of("CHATAUTH_DISPATCH_QUEUE", "many"))));
    }

    @Test
    void baseUrlsThatLeadAstrayAreRefused() {
        assertEquals(
                List.of(
                        "baseUrl(…) is 'https://evil.example', expected a host of api.infobip.com, *.api.infobip.com; if it"
                                + " is yours, set chatauth.allowed-hosts or call allowedHosts(…)"),
                problems(valid().baseUrl("https://evil.example")));
        for (String url : List.of(
                "http://xyz.api.infobip.com",
                "https://evilapi.infobip.com",
                "https://xyz.api.infobip.com.evil.example",
                "https://user:pass@xyz.api.infobip.com",
                "https://xyz.api.infobip.com/path",
                "https://xyz.api.infobip.com?q",
                "https://localhost.evil.example",
                "ftp://xyz.api.infobip.com",
                "https://",
                "https://a b")) {
            List<String> problems = problems(valid().baseUrl(url));
            assertEquals(1, problems.size(), url + problems);
            assertTrue(problems.get(0).startsWith("baseUrl(…) is '"), problems::toString);
            assertFalse(problems.get(0).contains("pass@"), problems::toString);
        }
        assertEquals(
                List.of(),
                problems(valid().baseUrl("https://gw.example:8443/").allowedHosts("*.api.infobip.com", "gw.example")));
    }

    @Test
    void allowedHostsAreNamesOnly() {
        assertEquals(
                List.of("allowedHosts(…) is 'https://gw.example', expected host names without scheme and port, such as"
                        + " *.api.infobip.com"),
                problems(valid().allowedHosts("xyz.api.infobip.com", "https://gw.example")));
    }

    @Test
    void incompleteNamesAreProblems() {
        assertEquals(
                List.of(
                        "chatauth.channel.viber is incomplete, expected chatauth.channel.<channel>.<option>",
                        "chatauth.sender.viber. is incomplete, expected"
                                + " chatauth.sender.<channel>[.country.<country>][.tenant.<tenant>][.category.<category>]"),
                problems(valid().property("chatauth.channel.viber", "x").property("chatauth.sender.viber.", "x")));
    }

    @Test
    void credentialsComeInOneWay() {
        assertEquals(
                List.of(
                        "apiKey(…) and credentials(…) are set together, expected one kind of credentials: an API key, a user"
                                + " name with its password, a session or an OAuth2 client"),
                problems(valid().credentials("me", Secret.of("pw"))));
        assertEquals(
                List.of(
                        "chatauth.proxy.username is set alone: set chatauth.proxy.password or call proxyCredentials(…)"),
                problems(valid().proxy("proxy.example", 3128).property("chatauth.proxy.username", "me")));
        assertEquals(
                List.of("the proxy 'proxy.example' has no port: set chatauth.proxy.port or call proxy(…)"),
                problems(valid().property("chatauth.proxy.host", "proxy.example")));
    }

    @Test
    void aSessionAndAnOAuth2ClientArePropertiesToo() {
        ChatAuthBuilder base = empty().baseUrl("xyz.api.infobip.com")
                .sender("viber", "x")
                .allCountries()
                .keys("a-ring");
        Resolved session = resolve(base.property("chatauth.session.username", "me")
                .property("chatauth.session.password", "pw")
                .property("chatauth.session.idle", "5m"));
        assertEquals(List.of(), session.problems());
        Credentials.Session read =
                (Credentials.Session) session.account().credentials().orElseThrow();
        assertEquals("me", read.username());
        assertEquals("pw", read.password().reveal());
        assertEquals(Duration.ofMinutes(5), read.idle());
        assertEquals(
                List.of(
                        "session(…) and oauth2(…) are set together, expected one kind of credentials: an API key, a user"
                                + " name with its password, a session or an OAuth2 client"),
                problems(empty().baseUrl("xyz.api.infobip.com")
                        .sender("viber", "x")
                        .allCountries()
                        .keys("a-ring")
                        .session("me", Secret.of("pw"))
                        .oauth2("id", Secret.of("pw"))));
        assertEquals(
                List.of("chatauth.oauth2.client-id is set alone: set chatauth.oauth2.client-secret or call oauth2(…)"),
                problems(empty().baseUrl("xyz.api.infobip.com")
                        .sender("viber", "x")
                        .allCountries()
                        .keys("a-ring")
                        .property("chatauth.oauth2.client-id", "id")));
    }

    @Test
    void optionsOfChannelsPassThroughFromPropertiesAndEnvironment() {
        List<Options> seen = new ArrayList<>();
        Resolved resolved = resolve(valid().channel(
                        FakeChannel.provider("my-chan", context -> seen.add(context.options()), Set.of("a.example")))
                .property("chatauth.channel.my-chan.api-version", "2")
                .environment(Map.of(
                        "CHATAUTH_CHANNEL_MY_CHAN_API_VERSION", "1", "CHATAUTH_CHANNEL_MY_CHAN_BOT_TOKEN", "t")));

        assertEquals(List.of(), resolved.problems());
        assertEquals(Set.of("api-version", "bot-token"), seen.get(0).names());
        assertEquals("2", seen.get(0).requiredText("api-version"));
    }

    @Test
    void optionsAChannelRefusesAreProblems() {
        assertEquals(
                List.of("channel 'picky': chatauth.channel.picky.token is not set"),
                problems(valid().channel(FakeChannel.provider(
                                "picky", context -> context.options().requiredText("token"), Set.of()))
                        .sender("picky", "x")));
    }

    @Test
    void optionsForWhatIsNotThereAreProblems() {
        assertEquals(
                List.of(
                        "CHATAUTH_CHANNEL_LINE_X (environment) belongs to nothing that is here, expected"
                                + " chatauth.channel.<channel>.<option> in upper case with underscores, with one of viber,"
                                + " whatsapp",
                        "CHATAUTH_TEMPLATE_VIBER_HELLO (environment) can't be used: an environment variable loses the case of"
                                + " the template's name; set chatauth.template.<channel>.<template>[.<language>] or call"
                                + " bindTemplate(…)",
                        "chatauth.channel.whatsap.x: There is no channel 'whatsap'. Channels that are here: viber, whatsapp."
                                + " Did you mean 'whatsapp'? Discovery is off: call discover(). Add the module that has this"
                                + " channel, or give its provider with channel(…).",
                        "chatauth.flow.logon.x: There is no flow 'logon'. No flow is here. Add the module that has it, or"
                                + " give its provider with flow(…)."),
                problems(valid().property("chatauth.channel.whatsap.x", "1")
                        .property("chatauth.flow.logon.x", "1")
                        .environment(Map.of("CHATAUTH_CHANNEL_LINE_X", "1", "CHATAUTH_TEMPLATE_VIBER_HELLO", "1"))));
    }

    @Test
    void bindingsAreFoundByLanguageAndThenForAll() {
        Resolved resolved = resolve(valid().property("chatauth.template.viber.login_code", "77")
                .property("chatauth.template.viber.login_code.en_GB", "78")
                .property("chatauth.approval.viber.login_code", "Approved")
                .bindTemplate("viber", "login_code", "en-GB", "79")
                .declareApproval("whatsapp", "a.b", "de", Approval.State.PAUSED));

        assertEquals(List.of(), resolved.problems());
        ChannelId viber = ChannelId.of("viber");
        assertEquals(Optional.of("79"), resolved.bindings().find(viber, "login_code", "en_GB"));
        assertEquals(Optional.of("77"), resolved.bindings().find(viber, "login_code", "de"));
        assertEquals(Optional.empty(), resolved.bindings().find(viber, "Login_Code", "de"));
        assertEquals(
                new Approval(Approval.State.APPROVED, Approval.Source.DECLARED, ""),
                resolved.bindings().approval(viber, "login_code", "de"));
        assertEquals(
                Approval.State.PAUSED,
                resolved.bindings()
                        .approval(ChannelId.of("whatsapp"), "a.b", "de")
                        .state());
        assertEquals(Approval.UNKNOWN, resolved.bindings().approval(viber, "other", "de"));
    }

    @Test
    void noSecretIsEverShown() {
        ChatAuthBuilder builder = valid().credentials("me", Secret.of("canary-password"))
                .property("chatauth.proxy.password", "canary-proxy")
                .keys("canary-ring")
                .property("chatauth.channel.viber.token", "canary-token");

        Resolved resolved = resolve(builder);

        assertFalse(resolved.toString().contains("canary"), resolved::toString);
        assertFalse(resolved.toString().contains("a-secret-key"), resolved::toString);
    }

    @Test
    void nothingIsReadFromTheSystemUnlessAsked() {
        String name = "chatauth.dispatch.tries";
        System.setProperty(name, "7");
        try {
            assertEquals(4, resolve(valid()).engine().tries());
            assertEquals(7, resolve(valid().fromSystem()).engine().tries());
        } finally {
            System.clearProperty(name);
        }
    }

    @Test
    void anAccountGivenAsAnObjectNeedsNoCredentials() {
        Resolved resolved = resolve(empty().infobip(InfobipAccount.builder()
                        .baseUrl("xyz.api.infobip.com")
                        .apiKey(Secret.of("key"))
                        .build())
                .keys(KeyRing.development())
                .allCountries()
                .sender("viber", "x"));

        assertEquals(List.of(), resolved.problems());
    }

    @Test
    void aSenderForAChannelThatIsNotThereIsAProblem() {
        String problem = problems(valid().sender("zalo", "x")).get(0);

        assertTrue(problem.startsWith("sender(…): There is no channel 'zalo'."), problem);
        assertThrows(IllegalArgumentException.class, () -> valid().sender("zalo", " "));
    }
}
