package io.chatauth.channel.whatsapp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.Exchange;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.OptionException;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.Approval;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateContent;
import io.chatauth.template.TemplateRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhatsAppTemplatesTest {
    private final TemplateRegistry registry =
            WhatsAppSamples.FIXTURE.channel().templateRegistry().orElseThrow();

    @Test
    void namedPlaceholdersAreRegisteredByNumberWithExamples() {
        Template template = Template.named("card_activation")
                .language("en-GB")
                .header("Hello {{name}}")
                .body("Your card {{card}} was sent to {{address}}. Card {{card}} is waiting.")
                .footer("Bank Ltd")
                .button(new Button.CallPhone("Contact Us", "+441123456789"))
                .button(new Button.OpenUrl("Open", "https://bank.example/card/{{token}}"))
                .button(new Button.OpenUrl("Help", "https://bank.example/help"))
                .button(new Button.CopyCode("Copy", "card"))
                .button(new Button.QuickReply("Yes", "Y"))
                .button(new Button.QuickReply("No", "N"))
                .example("name", "Nick")
                .example("card", "4711")
                .build();

        Exchange<RegisteredTemplate> exchange =
                registry.create(WhatsAppSamples.FIXTURE.sender(), WhatsAppSamples.adapted(template));

        assertEquals(
                "POST /whatsapp/2/senders/441134960000/templates",
                exchange.request().toString());
        assertEquals(WhatsAppSamples.GOLDEN.text("register-utility.json"), body(exchange));
    }

    @Test
    void templateWithoutAnythingIsRegisteredWithoutAnything() {
        Template template = Template.named("notice").body("Your card was sent.").build();

        assertEquals(
                WhatsAppSamples.GOLDEN.text("register-plain.json"),
                body(registry.create(WhatsAppSamples.FIXTURE.sender(), WhatsAppSamples.adapted(template))));
    }

    @Test
    void authenticationTemplateHasOneCopyButtonAndNoTextOfItsOwn() {
        assertEquals(
                WhatsAppSamples.GOLDEN.text("register-authentication.json"),
                body(registry.create(
                        WhatsAppSamples.FIXTURE.sender(), WhatsAppSamples.fixed(WhatsAppSamples.codeTemplate()))));
    }

    @Test
    void optionsAddAdviceAndMinutes() {
        TemplateRegistry advising = WhatsAppSamples.FIXTURE
                .with(Map.of("security-advice", "true", "code-minutes", "5"))
                .channel()
                .templateRegistry()
                .orElseThrow();

        assertEquals(
                WhatsAppSamples.GOLDEN.text("register-authentication-options.json"),
                body(advising.create(
                        WhatsAppSamples.FIXTURE.sender(), WhatsAppSamples.fixed(WhatsAppSamples.codeTemplate()))));
    }

    @Test
    void anAppMayTakeTheCodeByItself() {
        TemplateRegistry oneTap = WhatsAppSamples.FIXTURE
                .with(Map.of(
                        "one-tap-package", "com.example.bank",
                        "one-tap-signature", "K8aAINcGX7+",
                        "one-tap-label", "Fill in"))
                .channel()
                .templateRegistry()
                .orElseThrow();

        assertEquals(
                WhatsAppSamples.GOLDEN.text("register-one-tap.json"),
                body(oneTap.create(
                        WhatsAppSamples.FIXTURE.sender(), WhatsAppSamples.fixed(WhatsAppSamples.codeTemplate()))));
    }

    @Test
    void anAppWithoutItsSignatureIsAnError() {
        for (Map<String, String> options : List.of(
                Map.of("one-tap-package", "com.example.bank"),
                Map.of("one-tap-signature", "K8aAINcGX7+"),
                Map.of("one-tap-package", "com.example.bank", "one-tap-signature", "short"),
                Map.of(
                        "one-tap-package", "com.example.bank",
                        "one-tap-signature", "K8aAINcGX7+",
                        "one-tap-label", "A label of more than 25 characters"))) {
            OptionException error = assertThrows(
                    OptionException.class,
                    () -> WhatsAppSamples.FIXTURE.with(options).channel(),
                    options::toString);
            assertTrue(error.getMessage().startsWith("chatauth.channel.whatsapp.one-tap-"), error.getMessage());
        }
    }

    @Test
    void unknownLanguageIsRefused() {
        Template template = Template.named("notice")
                .language("GB")
                .body("Your card was sent.")
                .build();

        TemplateRefusedException refused = assertThrows(
                TemplateRefusedException.class,
                () -> registry.create(WhatsAppSamples.FIXTURE.sender(), WhatsAppSamples.adapted(template)));

        assertTrue(refused.getMessage().contains("'GB'"), refused.getMessage());
    }

    @Test
    void exampleOfACodeIsNoLongerThanACode() {
        Template template = Template.named("notice")
                .body("Take it.")
                .button(new Button.CopyCode("Copy", "code"))
                .example("code", "1234567890123456")
                .build();

        assertThrows(
                TemplateRefusedException.class,
                () -> registry.create(WhatsAppSamples.FIXTURE.sender(), WhatsAppSamples.adapted(template)));
    }

    @Test
    void pathSegmentsCannotLeaveTheirPlace() {
        assertEquals(
                "/whatsapp/2/senders/%2B44%2F..%3Fx/templates/%2E%2E",
                registry.get("+44/..?x", "..").request().target());
    }

    @Test
    void registeredTemplateIsRead() {
        Exchange<RegisteredTemplate> exchange = registry.get(WhatsAppSamples.FIXTURE.sender(), "5653923468715475");

        assertEquals(
                new RegisteredTemplate(
                                "5653923468715475", "card_activation", "en_GB", Approval.State.PENDING, "PENDING")
                        .named("card_activation")
                        .showing(TemplateContent.of(Map.of("category", "UTILITY", "body", "Hi {{1}}"))),
                exchange.decode().apply(response(WhatsAppSamples.GOLDEN.text("template.json"))));
    }

    @Test
    void everyStatusHasAMeaning() {
        Map<String, Approval.State> states = Map.ofEntries(
                Map.entry("APPROVED", Approval.State.APPROVED),
                Map.entry("REINSTATED", Approval.State.APPROVED),
                Map.entry("FLAGGED", Approval.State.APPROVED),
                Map.entry("PENDING", Approval.State.PENDING),
                Map.entry("REJECTED", Approval.State.REJECTED),
                Map.entry("IN_APPEAL", Approval.State.REJECTED),
                Map.entry("FIRST_PAUSED", Approval.State.PAUSED),
                Map.entry("SECOND_PAUSED", Approval.State.PAUSED),
                Map.entry("DISABLED", Approval.State.DISABLED),
                Map.entry("DELETED", Approval.State.DISABLED),
                Map.entry("PENDING_DELETION", Approval.State.DISABLED),
                Map.entry("SOMETHING_NEW", Approval.State.UNKNOWN));
        Exchange<List<RegisteredTemplate>> exchange = registry.list(WhatsAppSamples.FIXTURE.sender());

        states.forEach((status, state) -> {
            List<RegisteredTemplate> all = exchange.decode()
                    .apply(response("{\"templates\":[{\"id\":\"1\",\"name\":\"n\",\"language\":\"en\",\"status\":\""
                            + status + "\"}]}"));
            assertEquals(List.of(new RegisteredTemplate("1", "n", "en", state, status).named("n")), all);
        });
        assertEquals(
                "GET /whatsapp/2/senders/441134960000/templates",
                exchange.request().toString());
    }

    @Test
    void unreadableAnswersAreMalformed() {
        for (String body : List.of("", "[]", "{\"templates\":7}", "{\"templates\":[{}]}")) {
            assertThrows(
                    MalformedResponseException.class,
                    () -> registry.list(WhatsAppSamples.FIXTURE.sender())
                            .decode()
                            .apply(response(body)),
                    body);
        }
        assertThrows(
                MalformedResponseException.class,
                () -> registry.get(WhatsAppSamples.FIXTURE.sender(), "1")
                        .decode()
                        .apply(response("{}")));
    }

    private static WireResponse response(String body) {
        return WireResponse.of(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String body(Exchange<?> exchange) {
        return new String(exchange.request().body(), StandardCharsets.UTF_8);
    }
}
