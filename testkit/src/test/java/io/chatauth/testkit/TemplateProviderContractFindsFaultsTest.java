package io.chatauth.testkit;

import static io.chatauth.testkit.SampleTemplateProvider.family;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.TemplateProvider;
import io.chatauth.template.Button;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** Each of these providers is wrong in one point, and the contract says so. */
class TemplateProviderContractFindsFaultsTest {
    private static final Template ENGLISH =
            family("en", "Hello {{name}}, is it you?", "Yes").build();

    @Test
    void idsOfAnotherFormAreFound() {
        for (String id : List.of("", "Upper", "with space", "a".repeat(41))) {
            finds(
                    TemplateProviderContract::idIsWellFormedAndAlwaysTheSame,
                    "lower-case",
                    new Given(id, List.of(ENGLISH)));
        }
    }

    @Test
    void templatesThatChangeAreFound() {
        List<Template> growing = new ArrayList<>(List.of(ENGLISH));
        finds(TemplateProviderContract::templatesAreAlwaysTheSame, "always the same", new TemplateProvider() {
            @Override
            public String id() {
                return "growing";
            }

            @Override
            public List<Template> templates() {
                growing.add(ENGLISH);
                return growing;
            }
        });
    }

    @Test
    void providerWithoutTemplatesIsFound() {
        finds(TemplateProviderContract::templatesAreAlwaysTheSame, "no template", new Given("none", List.of()));
    }

    @Test
    void doublesAreFound() {
        finds(
                TemplateProviderContract::nameAndLanguageAreUnique,
                "twice",
                given(family("en_GB", "{{name}}", "Yes"), family("en-gb", "{{name}}", "Yes")));
    }

    @Test
    void severalDefaultsAreFound() {
        finds(
                TemplateProviderContract::familyHasOneDefaultAtMost,
                "several default",
                given(
                        family("en", "{{name}}", "Yes").asDefault(),
                        family("de", "{{name}}", "Ja").asDefault()));
    }

    @Test
    void countryInsteadOfALanguageIsFound() {
        finds(
                TemplateProviderContract::languagesAreLanguages,
                "'GB' is no language",
                given(family("GB", "{{name}}", "Yes")));
    }

    @Test
    void translationWithOtherPlaceholdersIsFound() {
        finds(
                TemplateProviderContract::familySaysTheSameInAllLanguages,
                "other placeholders",
                given(family("en", "{{name}}", "Yes"), family("de", "{{name}} {{amount}}", "Ja")));
    }

    @Test
    void translationWithOtherButtonsIsFound() {
        finds(
                TemplateProviderContract::familySaysTheSameInAllLanguages,
                "other buttons",
                given(
                        family("en", "{{name}}", "Yes"),
                        family("de", "{{name}}", "Ja").button(new Button.QuickReply("Nein", "2"))));
    }

    @Test
    void translationOfAnotherCategoryIsFound() {
        finds(
                TemplateProviderContract::familySaysTheSameInAllLanguages,
                "other categories",
                given(
                        family("en", "{{name}}", "Yes"),
                        family("de", "{{name}}", "Ja").category(Category.AUTHENTICATION)));
    }

    @Test
    void translationThatCopiesSomethingElseIsFound() {
        finds(
                TemplateProviderContract::familySaysTheSameInAllLanguages,
                "copy other",
                given(
                        family("en", "{{name}} {{code}}", "Yes").button(new Button.CopyCode("Copy", "code")),
                        family("de", "{{name}} {{code}}", "Ja").button(new Button.CopyCode("Kopieren", "name"))));
    }

    @Test
    void missingExampleIsFound() {
        finds(
                TemplateProviderContract::everyPlaceholderHasAnExample,
                "needs an example",
                given(family("en", "{{name}} {{amount}}", "Yes")));
    }

    @Test
    void hiddenCharactersAreFound() {
        for (String hidden : List.of("\u202E", "\u0007", "\u200B", "\r", "\uE000", "\u2028")) {
            finds(
                    TemplateProviderContract::textsHaveNoCharactersThatNobodySees,
                    "U+",
                    given(family("en", "{{name}}" + hidden, "Yes")));
        }
    }

    @Test
    void templateThatFitsNoChannelIsFound() {
        finds(
                TemplateProviderContract::everyTemplateFitsAChannelThatShowsAndHearsText,
                "fits no channel",
                given(family("en", "{{name}} https://{{name}}/", "Yes")));
    }

    @Test
    void providerThatIsDeclaredNowhereIsFound() {
        TemplateProviderContract contract = joined(given(family("en", "{{name}}", "Yes")));
        assertThrows(AssertionError.class, contract::providerIsDeclaredWhereItIsLookedFor);
        assertThrows(Throwable.class, contract::providerIsPublicAndMadeWithoutArguments);
    }

    private record Given(String id, List<Template> templates) implements TemplateProvider {}

    private static TemplateProvider given(Template.Builder... templates) {
        return new Given(
                "given",
                java.util.Arrays.stream(templates).map(Template.Builder::build).toList());
    }

    private static void finds(ThrowingConsumer<TemplateProviderContract> check, String saying, TemplateProvider wrong) {
        AssertionError e = assertThrows(AssertionError.class, () -> check.accept(joined(wrong)));
        assertTrue(String.valueOf(e.getMessage()).contains(saying), e::toString);
    }

    private static TemplateProviderContract joined(TemplateProvider wrong) {
        TemplateProviderContract contract = new TemplateProviderContract() {
            @Override
            protected TemplateProvider provider() {
                return wrong;
            }
        };
        contract.makeProvider();
        return contract;
    }
}
