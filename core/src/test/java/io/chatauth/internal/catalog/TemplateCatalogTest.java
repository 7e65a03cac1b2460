package io.chatauth.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.Language;
import io.chatauth.RequestException;
import io.chatauth.flow.FlowTemplates;
import io.chatauth.internal.catalog.TemplateSource.Origin;
import io.chatauth.template.AdaptationNote;
import io.chatauth.template.AdaptationNote.Kind;
import io.chatauth.template.Adapter;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Channels;
import io.chatauth.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateCatalogTest {
    private static final Capabilities WHATSAPP = Channels.strict().build();
    private static final Capabilities ANY = Channels.rich().build();

    private static Template template(String name, String language) {
        return Template.named(name).language(language).body("In " + language).build();
    }

    private static TemplateCatalog catalog(Template... templates) {
        return of(new TemplateSource("the builder", Origin.EXPLICIT, List.of(templates)));
    }

    private static TemplateCatalog of(TemplateSource... sources) {
        List<String> problems = new ArrayList<>();
        TemplateCatalog catalog = TemplateCatalog.of(List.of(sources), problems);
        assertEquals(List.of(), problems);
        return catalog;
    }

    private static List<String> problems(TemplateSource... sources) {
        List<String> problems = new ArrayList<>();
        TemplateCatalog.of(List.of(sources), problems);
        return problems;
    }

    private static ResolvedTemplate resolve(TemplateCatalog catalog, Language wish, Capabilities can) {
        return catalog.resolve("card", Optional.of(wish), Channels.WHATSAPP, can);
    }

    private static String refusal(TemplateCatalog catalog, String wish, Capabilities can) {
        return assertThrows(RequestException.class, () -> resolve(catalog, Language.of(wish), can))
                .getMessage();
    }

    @Test
    void regionInsteadOfALanguageIsRefusedWithTheLanguagesOfThatRegion() {
        assertEquals(
                "'GB' is no language that whatsapp knows; did you mean en or en_GB? To send it unchecked use"
                        + " Language.verbatim(\"GB\")",
                refusal(catalog(template("card", "en")), "GB", WHATSAPP));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"pt | pt_BR or pt_PT", "tw | zh_TW", "zh | zh_CN, zh_HK or zh_TW", "hrr | hr", "US | en or en_US"})
    void wrongCodesComeWithWhatMayHaveBeenMeant(String wish, String meant) {
        assertEquals(
                "'" + wish + "' is no language that whatsapp knows; did you mean " + meant
                        + "? To send it unchecked use Language.verbatim(\"" + wish + "\")",
                refusal(catalog(template("card", "en")), wish, WHATSAPP));
    }

    @Test
    void fewLanguagesAreAllNamed() {
        Capabilities kakao = Channels.plain().languages(Set.of("ko", "en")).build();
        assertEquals(
                "'fr_FR' is no language that whatsapp knows; did you mean en or ko? To send it unchecked use"
                        + " Language.verbatim(\"fr_FR\")",
                refusal(catalog(template("card", "en")), "fr_FR", kakao));
    }

    @Test
    void verbatimCodeGoesOutUnchangedWithTheDefaultText() {
        ResolvedTemplate resolved =
                resolve(catalog(template("card", "hr"), template("card", "en")), Language.verbatim("GB"), WHATSAPP);
        assertEquals("GB", resolved.languageCode());
        assertEquals("en", resolved.template().language());
        assertEquals(
                List.of(new AdaptationNote(
                        Kind.LANGUAGE_VERBATIM,
                        "the language code 'GB' goes to whatsapp unchecked; the text is shown here in 'en'")),
                resolved.notes());
    }

    @ParameterizedTest
    @CsvSource({"en_GB", "en-GB", "EN_gb"})
    void everySpellingFindsTheLanguageAndTheChannelsSpellingIsUsed(String wish) {
        ResolvedTemplate resolved =
                resolve(catalog(template("card", "en"), template("card", "en-gb")), Language.of(wish), WHATSAPP);
        assertEquals("en-gb", resolved.template().language());
        assertEquals("en_GB", resolved.languageCode());
        assertEquals(List.of(), resolved.notes());
    }

    @Test
    void parentLanguageComesBeforeTheDefault() {
        Template standard =
                Template.named("card").language("hr").asDefault().body("Zdravo").build();
        TemplateCatalog catalog = catalog(standard, template("card", "en"));
        ResolvedTemplate parent = resolve(catalog, Language.of("en-GB"), WHATSAPP);
        assertEquals("en", parent.languageCode());
        assertEquals(
                List.of(new AdaptationNote(
                        Kind.LANGUAGE_RESOLVED,
                        "there is no template 'card' in 'en-GB', so its parent language 'en' is used")),
                parent.notes());
        ResolvedTemplate fallback = resolve(catalog, Language.of("de"), WHATSAPP);
        assertEquals("hr", fallback.languageCode());
        assertEquals(
                "there is no template 'card' in 'de', so the default 'hr' is used",
                fallback.notes().get(0).text());
    }

    @Test
    void languageOfAKnownParentIsResolvedThroughIt() {
        ResolvedTemplate resolved = resolve(catalog(template("card", "de")), Language.of("de-LU"), WHATSAPP);
        assertEquals("de", resolved.languageCode());
        assertEquals(Kind.LANGUAGE_RESOLVED, resolved.notes().get(0).kind());
    }

    @Test
    void templatesLanguageIsSpelledWithTheParentThatTheChannelKnows() {
        ResolvedTemplate resolved = resolve(catalog(template("card", "de_AT")), Language.of("de_AT"), WHATSAPP);
        assertEquals("de_AT", resolved.template().language());
        assertEquals("de", resolved.languageCode());
        assertEquals(
                "whatsapp does not know 'de_AT', so the message goes out as 'de'",
                resolved.notes().get(0).text());
    }

    @Test
    void templateInALanguageThatTheChannelDoesNotKnowIsRefused() {
        assertEquals(
                "the template 'card' would go out in 'pt', but 'pt' is no language that whatsapp knows; did you mean pt_BR or"
                        + " pt_PT? To send it unchecked use Language.verbatim(\"pt\")",
                refusal(catalog(template("card", "pt")), "en", WHATSAPP));
    }

    @Test
    void anyLanguageWillDoWhereTheChannelListsNone() {
        ResolvedTemplate resolved = resolve(catalog(template("card", "xx")), Language.of("GB"), ANY);
        assertEquals("xx", resolved.languageCode());
    }

    @Test
    void withoutAWishTheDefaultIsTakenThenEnglishThenTheFirst() {
        Template standard =
                Template.named("card").language("hr").asDefault().body("Zdravo").build();
        assertEquals("hr", defaultOf(catalog(template("card", "en"), standard)));
        assertEquals("en", defaultOf(catalog(template("card", "de"), template("card", "en"))));
        assertEquals("de", defaultOf(catalog(template("card", "de"), template("card", "hr"))));
    }

    private static String defaultOf(TemplateCatalog catalog) {
        ResolvedTemplate resolved = catalog.resolve("card", Optional.empty(), Channels.WHATSAPP, WHATSAPP);
        assertEquals(List.of(), resolved.notes());
        return resolved.languageCode();
    }

    @Test
    void unknownTemplateIsNamedWithTheNearest() {
        TemplateCatalog catalog = catalog(template("card_activation", "en"), template("login", "en"));
        assertEquals(
                "there is no template 'card_activatoin'; did you mean 'card_activation'? Add one with .template(...) at the"
                        + " builder, or with a TemplateProvider",
                unknown(catalog, "card_activatoin"));
        assertEquals(
                "there is no template 'payment'; there are 'card_activation', 'login'. Add one with .template(...) at the"
                        + " builder, or with a TemplateProvider",
                unknown(catalog, "payment"));
        assertEquals(
                "there is no template 'payment', nor any other. Add one with .template(...) at the builder, or with a"
                        + " TemplateProvider",
                unknown(catalog(), "payment"));
    }

    private static String unknown(TemplateCatalog catalog, String name) {
        return assertThrows(
                        RequestException.class,
                        () -> catalog.resolve(name, Optional.empty(), Channels.WHATSAPP, WHATSAPP))
                .getMessage();
    }

    @Test
    void providerReplacesTheBuiltInAndTheBuilderReplacesBoth() {
        TemplateSource builtIn = new TemplateSource(
                "ChatAuth", Origin.BUILT_IN, List.of(FlowTemplates.templates().get(0)));
        Template own = template(FlowTemplates.VERIFICATION_CODE, "en");
        Template given = template(FlowTemplates.VERIFICATION_CODE, "EN");
        TemplateCatalog catalog = of(
                new TemplateSource("the builder", Origin.EXPLICIT, List.of(given)),
                new TemplateSource("bank", Origin.DISCOVERED, List.of(own)),
                builtIn);
        assertEquals(
                List.of(
                        "template 'verification_code' (en) of bank replaces that of ChatAuth",
                        "template 'verification_code' (EN) of the builder replaces that of bank"),
                catalog.replaced().stream()
                        .map(TemplateCatalog.Replaced::toString)
                        .toList());
        assertEquals(
                List.of(given),
                catalog.entries().stream().map(TemplateCatalog.Entry::template).toList());
    }

    @Test
    void sameTemplateFromTwoProvidersIsAProblemThatNamesBoth() {
        assertEquals(
                List.of(
                        "template 'card' (en-GB) is there twice, in alpha and in beta; rename one, or leave one provider out"
                                + " with .exclude(id)"),
                problems(
                        new TemplateSource("alpha", Origin.DISCOVERED, List.of(template("card", "en_GB"))),
                        new TemplateSource("beta", Origin.DISCOVERED, List.of(template("card", "en-GB")))));
    }

    @Test
    void sameTemplateTwiceInOneProviderIsAProblem() {
        assertEquals(
                List.of("template 'card' (en) is there twice in alpha; remove one"),
                problems(new TemplateSource(
                        "alpha", Origin.DISCOVERED, List.of(template("card", "en"), template("card", "en")))));
    }

    @Test
    void twoDefaultsAreAProblem() {
        Template english = Template.named("card").asDefault().body("Hello").build();
        Template croatian =
                Template.named("card").language("hr").asDefault().body("Zdravo").build();
        assertEquals(
                List.of(
                        "the template 'card' has several default languages: en (alpha) and hr (alpha); mark one of them with"
                                + " asDefault()"),
                problems(new TemplateSource("alpha", Origin.DISCOVERED, List.of(english, croatian))));
    }

    @Test
    void defaultOfAProviderComesBeforeThatOfTheBuiltIn() {
        Template croatian = Template.named(FlowTemplates.VERIFICATION_CODE)
                .language("hr")
                .asDefault()
                .body("{{code}} je vaš kod.")
                .build();
        TemplateCatalog catalog = of(
                new TemplateSource("ChatAuth", Origin.BUILT_IN, FlowTemplates.templates()),
                new TemplateSource("bank", Origin.DISCOVERED, List.of(croatian)));
        assertEquals(
                "hr",
                catalog.resolve(FlowTemplates.VERIFICATION_CODE, Optional.empty(), Channels.WHATSAPP, WHATSAPP)
                        .languageCode());
    }

    @Test
    void builtInCodeFitsPlainAndStrictChannels() {
        Template code = FlowTemplates.templates().get(0);
        for (Capabilities can : List.of(WHATSAPP, ANY, Channels.deaf().build())) {
            String body = Adapter.fill(
                            Channels.WHATSAPP,
                            Adapter.adapt(Channels.WHATSAPP, code, can),
                            can,
                            Map.of("code", "482913"),
                            Map.of())
                    .body();
            assertEquals(0, body.indexOf("482913 is your verification code."));
        }
    }
}
