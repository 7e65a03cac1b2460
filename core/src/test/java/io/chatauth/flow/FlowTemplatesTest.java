package io.chatauth.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.Adapter;
import io.chatauth.template.Button;
import io.chatauth.template.Category;
import io.chatauth.template.Channels;
import io.chatauth.template.Template;
import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the general contract for template providers does not ask for, see the testkit. */
class FlowTemplatesTest {
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "ko", "ja", "th", "vi", "ar");

    private static List<Template> all() {
        List<Template> all = new ArrayList<>(FlowTemplates.templates());
        all.addAll(FlowTemplates.loginLink(URI.create("https://login.example/a")));
        all.addAll(FlowTemplates.transactionLink(URI.create("https://login.example/a")));
        all.addAll(FlowTemplates.cardActivation("+441123456789"));
        return all;
    }

    @Test
    void everyFamilyHasAllLanguagesAndThePlaceholdersOfItsUseCase() {
        Map<String, Set<String>> placeholders = new LinkedHashMap<>();
        for (Template template : all()) {
            Set<String> names = Set.copyOf(template.placeholders());
            assertEquals(placeholders.computeIfAbsent(template.name(), name -> names), names, template::toString);
        }
        assertEquals(
                Map.of(
                        "verification_code", Set.of("code"),
                        "login_link", Set.of("token"),
                        "opt_in", Set.of("site", "code"),
                        "opt_in_confirmation", Set.of(),
                        "transaction_confirmation", Set.of("amount", "payee"),
                        "transaction_code", Set.of("amount", "payee", "code"),
                        "transaction_number", Set.of("amount", "payee"),
                        "transaction_link", Set.of("amount", "payee", "token"),
                        "card_activation", Set.of("name")),
                placeholders);
        for (String name : placeholders.keySet()) {
            assertEquals(
                    LANGUAGES,
                    all().stream()
                            .filter(template -> template.name().equals(name))
                            .map(Template::language)
                            .toList());
        }
    }

    @Test
    void englishIsTheDefaultOfEveryFamily() {
        for (Template template : all()) {
            assertEquals(template.language().equals("en"), template.defaultLanguage(), template::toString);
        }
    }

    @Test
    void whatIsReviewedNeitherBeginsNorEndsWithAPlaceholder() {
        for (Template template : all()) {
            if (template.category() == Category.UTILITY) {
                assertFalse(template.body().startsWith("{{"), template::toString);
                assertFalse(template.body().endsWith("}}"), template::toString);
            }
        }
    }

    @Test
    void everyTemplateFitsRichPlainAndStrictChannels() {
        for (Template template : all()) {
            Map<String, String> values = new HashMap<>(template.examples());
            for (var can : List.of(
                    Channels.rich().build(),
                    Channels.plain().build(),
                    Channels.strict().build())) {
                AdaptedMessage message = Adapter.fill(
                        Channels.WHATSAPP, Adapter.adapt(Channels.WHATSAPP, template, can), can, values, Map.of());
                String shown = message.body()
                        + message.buttons().stream()
                                .map(AdaptedMessage.FilledButton::value)
                                .collect(Collectors.joining());
                values.values().forEach(value -> assertTrue(shown.contains(value), () -> value + " in " + shown));
            }
        }
    }

    @Test
    void wordsToReplyAreShortAndTellTheAnswersApart() {
        for (Template template : all()) {
            Set<String> words = new HashSet<>();
            for (Button button : template.buttons()) {
                if (button instanceof Button.QuickReply reply) {
                    assertTrue(reply.reply().codePointCount(0, reply.reply().length()) <= 4, reply::toString);
                    assertTrue(words.add(reply.reply()), reply::toString);
                }
            }
        }
    }

    @Test
    void textsAreComposed() {
        for (Template template : all()) {
            assertTrue(Normalizer.isNormalized(template.body(), Normalizer.Form.NFC), template::toString);
        }
    }

    @Test
    void whatNeedsTheTeamIsThereOnlyWithIt() {
        Set<String> names =
                FlowTemplates.templates().stream().map(Template::name).collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "verification_code",
                        "opt_in",
                        "opt_in_confirmation",
                        "transaction_confirmation",
                        "transaction_code",
                        "transaction_number"),
                names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example/",
                "http://localhost@evil.example/",
                "http://localhost.evil.example/",
                "https:///x",
                "https://a.example/?x=1",
                "https://a.example/#x",
                "/x"
            })
    void pageOfAnotherFormIsRefused(String page) {
        assertThrows(IllegalArgumentException.class, () -> FlowTemplates.loginLink(URI.create(page)));
        assertThrows(IllegalArgumentException.class, () -> FlowTemplates.transactionLink(URI.create(page)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/a", "http://127.0.0.1/a/", "HTTP://[::1]:80/a"})
    void aPageOnThisMachineNeedsNoTls(String page) {
        String url = FlowTemplates.transactionLink(URI.create(page))
                .get(0)
                .buttons()
                .get(0)
                .value();
        assertTrue(url.startsWith("http://") && url.endsWith("/a/{{token}}"), url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"441123456789", "+0441123456789", "+44 1123", "", "+1234567890123456"})
    void numberOfAnotherFormIsRefused(String number) {
        assertThrows(IllegalArgumentException.class, () -> FlowTemplates.cardActivation(number));
    }
}
