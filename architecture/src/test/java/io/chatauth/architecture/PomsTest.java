package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between modules as the POMs draw them, samples and benchmarks included; and what is published. */
class PomsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** What a module may need to run, by the pattern of its name; the first pattern that fits counts. */
    private static final Map<Pattern, Pattern> ARROWS = new LinkedHashMap<>();

    static {
        arrow("bom|core|sandbox", "nothing");
        arrow("channel-[a-z]+|store-[a-z]+|guice|testkit", "core");
        arrow("sample-bank", "core|channel-[a-z]+|store-[a-z]+|guice|sandbox|sample-card-activation");
        arrow("sample-[a-z-]+", "core|channel-[a-z]+|store-[a-z]+|guice|sandbox");
        arrow("benchmarks|architecture", ".*");
    }

    private static final Pattern TESTS_OF_ALL = Pattern.compile("sandbox|testkit");

    private static Map<String, Pom> poms = Map.of();

    private static void arrow(String module, String others) {
        ARROWS.put(Pattern.compile(module), Pattern.compile(others));
    }

    @BeforeAll
    static void readThemAll() throws IOException {
        Map<String, Pom> read = new LinkedHashMap<>();
        for (String folder : Pom.read(ROOT.resolve("pom.xml")).modules()) {
            read.put(folder, Pom.read(ROOT.resolve(folder).resolve("pom.xml")));
        }
        poms = read;
    }

    private static List<String> wrong(Pom pom) {
        Pattern allowed = ARROWS.entrySet().stream()
                .filter(arrow -> arrow.getKey().matcher(pom.artifact()).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no arrow is drawn for the module " + pom.artifact()));
        List<String> wrong = new ArrayList<>();
        pom.used().stream()
                .filter(other -> !allowed.matcher(other).matches())
                .forEach(other -> wrong.add(pom.artifact() + " -> " + other));
        pom.tests().stream()
                .filter(other -> !allowed.matcher(other).matches()
                        && !TESTS_OF_ALL.matcher(other).matches())
                .forEach(other -> wrong.add("tests of " + pom.artifact() + " -> " + other));
        return wrong;
    }

    @Test
    void theArrowsGoOneWay() {
        assertEquals(
                List.of(),
                poms.values().stream().flatMap(pom -> wrong(pom).stream()).toList());
    }

    @Test
    void anArrowBetweenChannelsIsFound() {
        Pom viber = new Pom("channel-viber", List.of(), List.of("core", "channel-line"), List.of(), List.of(), true);
        Pom sandbox = new Pom("sandbox", List.of(), List.of(), List.of("core"), List.of(), true);

        assertEquals(List.of("channel-viber -> channel-line"), wrong(viber));
        assertEquals(List.of("tests of sandbox -> core"), wrong(sandbox));
    }

    @Test
    void theBomListsWhatIsPublishedAndNothingElse() {
        List<String> published = poms.values().stream()
                .filter(Pom::deployed)
                .map(Pom::artifact)
                .filter(artifact -> !artifact.equals("bom"))
                .sorted()
                .toList();

        assertEquals(published, pom("bom").managed());
    }

    @Test
    void samplesBenchmarksAndTestsOfTheHouseAreNotPublished() {
        assertEquals(
                List.of(),
                poms.entrySet().stream()
                        .filter(one -> one.getKey().startsWith("samples/")
                                || Set.of("benchmarks", "architecture").contains(one.getKey()))
                        .filter(one -> one.getValue().deployed())
                        .map(Map.Entry::getKey)
                        .toList(),
                "set maven.deploy.skip");
    }

    @Test
    void allThatIsPublishedIsTestedHere() {
        Pom here = pom("architecture");
        List<String> tested = Stream.concat(here.used().stream(), here.tests().stream())
                .sorted()
                .toList();

        assertEquals(
                pom("bom").managed(), tested, "architecture/pom.xml lacks a module, or has one that is not published");
    }

    private static Pom pom(String folder) {
        Pom pom = poms.get(folder);
        if (pom == null) {
            throw new AssertionError("there is no module " + folder);
        }
        return pom;
    }
}
