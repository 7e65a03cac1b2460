package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChannelId;
import io.chatauth.spi.TemplateProvider;
import io.chatauth.template.Adapter;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.TextMode;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TemplateProvider} must do. Extend it, give the provider, and run it with JUnit.
 *
 * <p>Templates of one name, each in another language, form a family: all say the same, so that a flow may fill any of them.
 */
@DisplayName("A template provider")
public abstract class TemplateProviderContract {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** Format characters that a text may need: joiners, and marks that isolate or show a direction. */
    private static final Set<Integer> NEEDED =
            Set.of(0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0x2066, 0x2067, 0x2068, 0x2069);

    private TemplateProvider provider = unset();

    /** For subclasses. */
    protected TemplateProviderContract() {}

    /**
     * Makes the provider to be tested.
     *
     * @return a new provider
     */
    protected abstract TemplateProvider provider();

    /**
     * Tells whether applications find the provider with the service loader.
     *
     * @return true unless overridden, such as for a provider that is given to the builder
     */
    protected boolean discovered() {
        return true;
    }

    @BeforeEach
    void makeProvider() {
        provider = provider();
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // set before each test
    private static <T> T unset() {
        return null;
    }

    @Test
    void providerIsPublicAndMadeWithoutArguments() throws ReflectiveOperationException {
        Services.isPublicAndMadeWithoutArguments(provider.getClass());
    }

    @Test
    void providerIsDeclaredWhereItIsLookedFor() throws IOException, URISyntaxException {
        if (discovered()) {
            Services.isDeclaredInMetaInf(TemplateProvider.class, provider.getClass());
            Services.isFound(
                    ServiceLoader.load(
                            TemplateProvider.class, provider.getClass().getClassLoader()),
                    provider.getClass());
            Services.isDeclaredInItsModule(TemplateProvider.class, provider.getClass());
        }
    }

    @Test
    void idIsWellFormedAndAlwaysTheSame() {
        String id = provider.id();
        assertTrue(
                id.matches("[a-z0-9-]{1,40}"),
                () -> "'" + id + "' is not 1 to 40 lower-case letters, digits or hyphens");
        assertEquals(id, provider.id(), "the id is not always the same");
        assertEquals(id, provider().id(), "the id of another provider is not the same");
    }

    @Test
    void templatesAreAlwaysTheSame() {
        List<Object> once = data(provider);
        assertFalse(once.isEmpty(), "there is no template");
        assertEquals(once, data(provider), "the templates are not always the same");
        assertEquals(once, data(provider()), "the templates of another provider are not the same");
    }

    private static List<Object> data(TemplateProvider provider) {
        List<Object> data = new ArrayList<>();
        for (Template template : provider.templates()) {
            data.add(List.of(
                    template.name(),
                    template.language(),
                    template.defaultLanguage(),
                    template.category(),
                    template.header(),
                    template.body(),
                    template.footer(),
                    template.buttons(),
                    template.examples()));
        }
        return data;
    }

    @Test
    void nameAndLanguageAreUnique() {
        Set<String> seen = new HashSet<>();
        for (Template template : provider.templates()) {
            assertTrue(
                    seen.add(template.name() + " " + normal(template.language())), () -> template + " is there twice");
        }
    }

    @Test
    void familyHasOneDefaultAtMost() {
        families()
                .forEach((name, family) -> assertTrue(
                        family.stream().filter(Template::defaultLanguage).count() <= 1,
                        () -> "'" + name + "' has several default languages"));
    }

    @Test
    void languagesAreLanguages() {
        for (Template template : provider.templates()) {
            String language = normal(template.language()).split("_", 2)[0];
            assertTrue(
                    LANGUAGES.contains(language) || language.length() == 3,
                    () -> template + ": '" + template.language() + "' is no language (ISO 639)");
        }
    }

    @Test
    void familySaysTheSameInAllLanguages() {
        families().values().forEach(family -> {
            Template first = family.get(0);
            for (Template other : family) {
                String which = other + " and " + first;
                assertEquals(names(first), names(other), () -> which + " have other placeholders");
                assertEquals(kinds(first), kinds(other), () -> which + " have other buttons");
                assertEquals(first.category(), other.category(), () -> which + " have other categories");
                assertEquals(codes(first), codes(other), () -> which + " copy other placeholders");
            }
        });
    }

    private Map<String, List<Template>> families() {
        Map<String, List<Template>> families = new LinkedHashMap<>();
        for (Template template : provider.templates()) {
            families.computeIfAbsent(template.name(), name -> new ArrayList<>()).add(template);
        }
        return families;
    }

    private static Set<String> names(Template template) {
        return new TreeSet<>(template.placeholders());
    }

    private static List<ButtonKind> kinds(Template template) {
        return template.buttons().stream().map(Button::kind).toList();
    }

    private static List<String> codes(Template template) {
        return template.buttons().stream()
                .filter(button -> button.kind() == ButtonKind.COPY_CODE)
                .map(Button::value)
                .toList();
    }

    @Test
    void everyPlaceholderHasAnExample() {
        for (Template template : provider.templates()) {
            assertEquals(
                    names(template),
                    new TreeSet<>(template.examples().keySet()),
                    () -> template + " needs an example for each placeholder, reviewers of channels ask for it");
            template.examples()
                    .forEach((name, value) -> assertFalse(
                            value.isBlank(), () -> template + ": the example of {{" + name + "}} is blank"));
        }
    }

    @Test
    void textsHaveNoCharactersThatNobodySees() {
        for (Template template : provider.templates()) {
            List<String> texts = new ArrayList<>(List.of(template.body()));
            template.header().ifPresent(texts::add);
            template.footer().ifPresent(texts::add);
            template.buttons().forEach(button -> texts.addAll(List.of(button.label(), button.value())));
            texts.addAll(template.examples().values());
            for (String text : texts) {
                text.codePoints()
                        .filter(TemplateProviderContract::isHidden)
                        .findFirst()
                        .ifPresent(c -> {
                            throw new AssertionError(
                                    template + " has the character " + String.format(Locale.ROOT, "U+%04X", c));
                        });
            }
        }
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n';
            case Character.FORMAT -> !NEEDED.contains(c);
            case Character.UNASSIGNED,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** What such a channel refuses, all others refuse too. */
    @Test
    void everyTemplateFitsAChannelThatShowsAndHearsText() {
        Capabilities text = Capabilities.of(TextMode.FREE_TEXT)
                .maxBody(4096)
                .inbound(Evidence.TEXT)
                .build();
        for (Template template : provider.templates()) {
            try {
                assertNotNull(Adapter.adapt(ChannelId.of("text"), template, text));
            } catch (TemplateRefusedException e) {
                throw new AssertionError(template + " fits no channel: " + e.reasons(), e);
            }
        }
    }

    private static String normal(String language) {
        return language.replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
