package io.chatauth.channel.whatsapp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.Exchange;
import io.chatauth.spi.RateLimit;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateContent;
import io.chatauth.template.TemplateContent.Difference;
import io.chatauth.template.TemplateRefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is done with a template that is registered already. */
class WhatsAppEditTest {
    private final TemplateRegistry registry =
            WhatsAppSamples.FIXTURE.channel().templateRegistry().orElseThrow();

    @Test
    void anApprovedTemplateIsEditedWithoutItsCategory() {
        Exchange<RegisteredTemplate> exchange = edit(registered("APPROVED", "UTILITY"));

        assertEquals(
                "PATCH /whatsapp/2/senders/441134960000/templates/5653923468715475",
                exchange.request().toString());
        assertEquals(WhatsAppSamples.GOLDEN.text("edit-approved.json"), body(exchange));
    }

    @Test
    void aRejectedOrPausedTemplateMayGetAnotherCategory() {
        for (String status : List.of("REJECTED", "FIRST_PAUSED", "SECOND_PAUSED")) {
            assertTrue(body(edit(registered(status, "MARKETING"))).startsWith("{\"category\":\"UTILITY\","), status);
            assertTrue(body(edit(registered(status, "UTILITY"))).startsWith("{\"structure\":"), status);
        }
    }

    @Test
    void othersCannotBeEdited() {
        for (String status : List.of("PENDING", "IN_APPEAL", "DISABLED", "PENDING_DELETION", "FLAGGED", "NEW")) {
            TemplateRefusedException refused =
                    assertThrows(TemplateRefusedException.class, () -> edit(registered(status, "UTILITY")));
            assertTrue(
                    refused.getMessage().contains("only approved, rejected or paused")
                            && refused.getMessage().contains(status),
                    refused.getMessage());
        }
    }

    @Test
    void theCategoryOfAnApprovedTemplateCannotBeEdited() {
        TemplateRefusedException refused =
                assertThrows(TemplateRefusedException.class, () -> edit(registered("APPROVED", "MARKETING")));

        assertTrue(refused.getMessage().contains("MARKETING there and UTILITY here"), refused.getMessage());
    }

    @Test
    void onlyAnApprovedTemplateIsEditedRarely() {
        assertEquals(
                List.of(new RateLimit(1, Duration.ofHours(24)), new RateLimit(10, Duration.ofDays(30))),
                registry.editLimits(registered("APPROVED", "UTILITY")));
        assertEquals(List.of(), registry.editLimits(registered("REJECTED", "UTILITY")));
    }

    @Test
    void deletingIsByNameAndForAllLanguages() {
        RegisteredTemplate registered = registered("APPROVED", "UTILITY");
        Exchange<String> exchange = registry.deleteAllLanguages(WhatsAppSamples.FIXTURE.sender(), registered.key())
                .orElseThrow();

        assertEquals(Optional.empty(), registry.delete(WhatsAppSamples.FIXTURE.sender(), registered));
        assertEquals(
                "DELETE /whatsapp/2/senders/441134960000/templates/card_activation",
                exchange.request().toString());
        assertEquals("card_activation", exchange.decode().apply(WireResponse.of(204, Map.of(), new byte[0])));
    }

    @Test
    void whatIsReadBackEqualsWhatWasRegistered() {
        TemplateContent there = read("template-whole.json").content().orElseThrow();
        TemplateContent here = registry.content(card("Call us.")).orElseThrow();

        assertEquals(List.of(), there.differences(here));
        assertEquals(there.fingerprint(), here.fingerprint());
    }

    @Test
    void differencesNameTheirPart() {
        TemplateContent there = read("template-whole.json").content().orElseThrow();
        TemplateContent here = registry.content(card("Please call.")).orElseThrow();

        assertEquals(
                List.of("body: registered 'Your card was sent. Call us.', here 'Your card was sent. Please call.'"),
                there.differences(here).stream().map(Difference::toString).toList());
    }

    @Test
    void ofAnAuthenticationTemplateTheKindOfTheButtonAndTheChoicesAreCompared() {
        RegisteredTemplate code = read("template-code.json");
        AdaptedTemplate local = WhatsAppSamples.fixed(WhatsAppSamples.codeTemplate());

        assertEquals(
                List.of(),
                code.content()
                        .orElseThrow()
                        .differences(content(local, "security-advice", "true", "code-minutes", "15")));
        assertEquals(
                List.of("security advice", "minutes"),
                code.content().orElseThrow().differences(content(local)).stream()
                        .map(Difference::part)
                        .toList());
        assertEquals(
                List.of("code button"),
                code
                        .content()
                        .orElseThrow()
                        .differences(content(
                                local,
                                "security-advice",
                                "true",
                                "code-minutes",
                                "15",
                                "one-tap-package",
                                "com.example.bank",
                                "one-tap-signature",
                                "K8aAINcGX7+"))
                        .stream()
                        .map(Difference::part)
                        .toList());
    }

    private static TemplateContent content(AdaptedTemplate template, String... options) {
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            map.put(options[i], options[i + 1]);
        }
        return WhatsAppSamples.FIXTURE
                .with(map)
                .channel()
                .templateRegistry()
                .orElseThrow()
                .content(template)
                .orElseThrow();
    }

    private Exchange<RegisteredTemplate> edit(RegisteredTemplate registered) {
        return registry.edit(WhatsAppSamples.FIXTURE.sender(), registered, card("Call us."))
                .orElseThrow();
    }

    private static AdaptedTemplate card(String end) {
        return WhatsAppSamples.adapted(Template.named("card_activation")
                .language("en-GB")
                .header("Hello {{name}}")
                .body("Your card was sent. " + end)
                .footer("Bank Ltd")
                .button(new Button.CallPhone("Contact Us", "+441123456789"))
                .button(new Button.OpenUrl("Open", "https://bank.example/card/{{token}}"))
                .button(new Button.CopyCode("Copy", "card"))
                .button(new Button.QuickReply("Yes", "Y"))
                .example("name", "Nick")
                .example("card", "4711")
                .build());
    }

    private RegisteredTemplate registered(String status, String category) {
        String json = WhatsAppSamples.GOLDEN
                .text("template-whole.json")
                .replace("\"APPROVED\"", "\"" + status + "\"")
                .replace("\"UTILITY\"", "\"" + category + "\"");
        return registry.get(WhatsAppSamples.FIXTURE.sender(), "5653923468715475")
                .decode()
                .apply(WireResponse.of(200, Map.of(), json.getBytes(StandardCharsets.UTF_8)));
    }

    private RegisteredTemplate read(String golden) {
        return registry.get(WhatsAppSamples.FIXTURE.sender(), "1")
                .decode()
                .apply(WireResponse.of(200, Map.of(), WhatsAppSamples.GOLDEN.bytes(golden)));
    }

    private static String body(Exchange<?> exchange) {
        return new String(exchange.request().body(), StandardCharsets.UTF_8);
    }
}
