package io.chatauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.TextMode;
import io.chatauth.template.Explanation;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplainTableTest {
    private record Given(String name, Capabilities capabilities) implements ChannelProvider, Channel {
        @Override
        public ChannelId id() {
            return ChannelId.of(name);
        }

        @Override
        public Channel create(ChannelContext context) {
            return this;
        }

        @Override
        public WireRequest encode(EncodeContext context) {
            return WireRequest.get("/1");
        }

        @Override
        public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
            return List.of();
        }

        @Override
        public Set<String> hosts() {
            return Set.of("chat.example");
        }
    }

    private static ChatAuthBuilder builder() {
        return ChatAuth.builder()
                .channel(new Given(
                        "rich",
                        Capabilities.of(TextMode.FREE_TEXT)
                                .button(ButtonKind.QUICK_REPLY, new ButtonSupport(2, 20, true))
                                .button(ButtonKind.OPEN_URL, new ButtonSupport(2, 20, true))
                                .inbound(Evidence.PAYLOAD)
                                .build()))
                .channel(new Given(
                        "korean",
                        Capabilities.of(TextMode.FREE_TEXT)
                                .languages(Set.of("ko"))
                                .build()))
                .channel(new Given("deaf", Capabilities.of(TextMode.FREE_TEXT).build()))
                .allCountries()
                .keys(KeyRing.builder()
                        .key("k1", KeyRing.State.ACTIVE, KeyRing.newKey())
                        .build());
    }

    private static ChatAuth chatAuth() {
        return builder().build();
    }

    @Test
    void everyChannelHasARowARefusedOneToo() {
        try (ChatAuth chatAuth = chatAuth()) {
            assertEquals("""
                    channel  shown as / refused because                                    changed
                    -------  ------------------------------------------------------------  -------
                    deaf     refused: no answer of a person comes back from deaf, so
                             'Confirm' and 'Refuse' can't be quick replies; ask for a
                             code instead, with a template that has {{code}} and is typed
                             where the person started, or link to a page
                    -------  ------------------------------------------------------------  -------
                    korean   refused: no answer of a person comes back from korean, so
                             '승인' and '거절' can't be quick replies; ask for a code
                             instead, with a template that has {{code}} and is typed
                             where the person started, or link to a page
                    -------  ------------------------------------------------------------  -------
                    rich     A payment of EUR 120.00 to Shop Ltd is waiting for you. Do
                             you confirm it?
                             [ Confirm ]
                             [ Refuse ]""", chatAuth.explain("transaction_confirmation").toString());
        }
    }

    @Test
    void channelThatDoesNotKnowTheDefaultLanguageShowsOneThatItKnows() {
        try (ChatAuth chatAuth = chatAuth()) {
            Explanation korean = chatAuth.explain("opt_in_confirmation", ChannelId.of("korean"));
            assertEquals(List.of("감사합니다. 이 채팅에서 메시지를 받는 데 동의하셨습니다."), korean.shown());
            assertEquals(
                    "korean does not know the default 'en', so 'ko' is used",
                    korean.notes().get(0).text());
        }
    }

    @Test
    void unknownTemplateIsRefusedAsAWhole() {
        try (ChatAuth chatAuth = chatAuth()) {
            assertEquals(
                    "there is no template 'opt_inn'; did you mean 'opt_in'? Add one with .template(...) at the builder, or"
                            + " with a TemplateProvider",
                    assertThrows(RequestException.class, () -> chatAuth.explain("opt_inn"))
                            .getMessage());
        }
    }

    @Test
    void builtInTemplateThatWaitsForASettingSaysWhich() {
        try (ChatAuth chatAuth = chatAuth()) {
            RequestException e = assertThrows(RequestException.class, () -> chatAuth.explain("card_activation"));
            assertEquals(
                    " The built-in one is there when chatauth.call-number is set. Add one with .template(...) at the builder,"
                            + " or with a TemplateProvider",
                    e.getMessage().substring(e.getMessage().indexOf(" The built-in")));
        }
    }

    @Test
    void settingsBringTheTemplatesThatWaitForThem() {
        ChatAuthBuilder builder =
                builder().loginPage(URI.create("https://login.example/a")).callNumber("+441123456789");
        try (ChatAuth chatAuth = builder.build()) {
            assertEquals(
                    List.of(
                            "You asked to sign in. To continue, open the link below. It works once and only for a few"
                                    + " minutes. If this was not you, ignore this message.",
                            "[ Sign in  https://login.example/a/k9Zt0pQ ]"),
                    chatAuth.explain("login_link", ChannelId.of("rich")).shown());
            assertEquals(
                    "Call us: +44 1123 456789",
                    chatAuth.explain("card_activation", ChannelId.of("rich"))
                            .shown()
                            .get(1));
        }
    }

    @Test
    void settingsOfAnotherFormAreProblems() {
        ConfigurationException e = assertThrows(
                ConfigurationException.class,
                () -> builder()
                        .loginPage(URI.create("http://login.example/a"))
                        .callNumber("0800 1234")
                        .build());
        assertEquals(
                List.of(
                        "loginPage(…) is 'http://login.example/a', expected https://<host>/<path>, without query and"
                                + " fragment; http is for this machine only, such as localhost",
                        "callNumber(…) is '0800 1234', expected a plus and 3 to 15 digits, such as +441123456789"),
                e.problems().subList(0, 2));
    }
}
