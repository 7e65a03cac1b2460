package io.chatauth.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.chatauth.architecture.Bites.assertBites;
import static io.chatauth.architecture.Bites.assertPasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A channel and a flow do no I/O, read no clock, throw no dice and start no thread; what they must know is given to them. */
@AnalyzeClasses(packages = "io.chatauth", importOptions = ImportOption.DoNotIncludeTests.class)
class PurityTest {
    private static final DescribedPredicate<JavaClass> PURE =
            House.CHANNELS.or(House.FLOWS).as("channels and flows");

    /** What Jackson's streaming API and serialisable lambdas need; none of them touches anything but memory. */
    private static final Set<String> MEMORY_ONLY = Set.of(
            "java.io.ByteArrayInputStream",
            "java.io.ByteArrayOutputStream",
            "java.io.IOException",
            "java.io.Serializable",
            "java.io.UncheckedIOException");

    /** Of java.net, what only reads and writes texts. */
    private static final Set<String> TEXT_ONLY = Set.of(
            "java.net.IDN",
            "java.net.URI",
            "java.net.URISyntaxException",
            "java.net.URLDecoder",
            "java.net.URLEncoder");

    private static final DescribedPredicate<JavaClass> IO = DescribedPredicate.describe("I/O", type -> {
        String name = type.getPackageName();
        return (name.equals("java.io") && !MEMORY_ONLY.contains(type.getName()))
                || (name.equals("java.net") && !TEXT_ONLY.contains(type.getName()))
                || Set.of(
                                "java.net.http",
                                "java.nio.channels",
                                "java.nio.file",
                                "java.sql",
                                "javax.net",
                                "javax.net.ssl")
                        .contains(name)
                || name.startsWith("com.sun.net.");
    });

    private static final DescribedPredicate<JavaClass> THREADS = DescribedPredicate.describe(
            "threads",
            type -> Set.of("java.lang.Thread", "java.util.Timer").contains(type.getName())
                    || type.isAssignableTo("java.util.concurrent.Executor")
                    || type.isAssignableTo("java.util.concurrent.Future")
                    || type.isAssignableTo("java.util.concurrent.ThreadFactory")
                    || type.isAssignableTo("java.util.concurrent.CompletionStage")
                    || type.getName().equals("java.util.concurrent.Executors"));

    private static final DescribedPredicate<JavaClass> DICE = DescribedPredicate.describe(
            "dice",
            type -> type.isAssignableTo("java.util.Random")
                    || type.isAssignableTo("java.util.random.RandomGenerator")
                    || type.getName().equals("io.chatauth.IdGenerator"));

    @ArchTest
    static final ArchRule NO_IO = noClasses().that(PURE).should().dependOnClassesThat(IO);

    @ArchTest
    static final ArchRule NO_SYSTEM = noClasses()
            .that(PURE)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "the process and its surroundings",
                    type -> Set.of("java.lang.System", "java.lang.Runtime", "java.lang.ProcessBuilder")
                            .contains(type.getName())));

    @ArchTest
    static final ArchRule NO_CLOCK = noClasses()
            .that(PURE)
            .should()
            .accessTargetWhere(target(Reads.THE_CLOCK))
            .orShould()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "clocks",
                    type -> type.isAssignableTo("java.time.InstantSource") || type.isAssignableTo("java.time.Clock")));

    @ArchTest
    static final ArchRule NO_THREADS = noClasses().that(PURE).should().dependOnClassesThat(THREADS);

    @ArchTest
    static final ArchRule NO_DICE = noClasses()
            .that(PURE)
            .should()
            .dependOnClassesThat(DICE)
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule NO_STATE = fields().that()
            .areDeclaredInClassesThat(PURE)
            .and()
            .areDeclaredInClassesThat(new DescribedPredicate<>("are no builders") {
                @Override
                public boolean test(JavaClass type) {
                    return !type.isAssignableTo("io.chatauth.ChallengeRequestBuilder")
                            && !type.getSimpleName().endsWith("Builder");
                }
            })
            .should()
            .beFinal()
            .because("many threads use one channel at once");

    private static String channel(String body) {
        return "package io.chatauth.channel.viber; class Impure { Object look() throws Exception { return " + body
                + "; } }";
    }

    @Test
    void filesAndSocketsAreFound() {
        assertBites(NO_IO, "java.nio.file.Files", channel("java.nio.file.Files.readString(null)"));
        assertBites(NO_IO, "java.io.FileInputStream", channel("new java.io.FileInputStream(\"x\")"));
        assertBites(NO_IO, "java.net.URL", channel("new java.net.URL(\"https://localhost\")"));
        assertBites(NO_IO, "java.net.http.HttpClient", channel("java.net.http.HttpClient.newHttpClient()"));
    }

    @Test
    void memoryIsNoIo() {
        assertPasses(NO_IO, channel("new java.io.ByteArrayOutputStream().toByteArray()"));
        assertPasses(NO_IO, channel("java.net.URI.create(\"https://localhost\")"));
    }

    @Test
    void clocksAreFound() {
        assertBites(NO_CLOCK, "java.time.Instant.now()", channel("java.time.Instant.now()"));
        assertBites(NO_CLOCK, "java.time.LocalDate.now()", channel("java.time.LocalDate.now()"));
        assertBites(NO_CLOCK, "java.lang.System.nanoTime()", channel("System.nanoTime()"));
        assertBites(NO_CLOCK, "java.util.Date", channel("new java.util.Date()"));
        assertBites(NO_CLOCK, "java.time.Clock", channel("java.time.Clock.systemUTC()"));
        assertBites(
                NO_CLOCK,
                "java.time.Instant.now()",
                channel("java.util.stream.Stream.generate(java.time.Instant::now)"));
    }

    @Test
    void theTimeThatIsGivenIsNoClock() {
        assertPasses(NO_CLOCK, channel("java.time.Instant.EPOCH.plusSeconds(1)"));
        assertPasses(NO_CLOCK, channel("java.time.Instant.parse(\"2026-01-01T00:00:00Z\")"));
    }

    @Test
    void threadsAreFound() {
        assertBites(NO_THREADS, "java.lang.Thread", channel("new Thread()"));
        assertBites(NO_THREADS, "java.util.concurrent.Executors", channel("java.util.concurrent.Executors.class"));
        assertBites(
                NO_THREADS,
                "java.util.concurrent.CompletableFuture",
                channel("java.util.concurrent.CompletableFuture.runAsync(null)"));
    }

    @Test
    void diceAreFound() {
        assertBites(NO_DICE, "java.util.Random", channel("new java.util.Random()"));
        assertBites(NO_DICE, "java.security.SecureRandom", channel("new java.security.SecureRandom()"));
        assertBites(NO_DICE, "randomUUID", channel("java.util.UUID.randomUUID()"));
    }

    @Test
    void stateIsFound() {
        assertBites(
                NO_STATE,
                "Impure.calls",
                "package io.chatauth.channel.viber; class Impure { private int calls; int call() { return calls++; } }");
    }

    @Test
    void aFlowIsHeldToTheSame() {
        assertBites(
                NO_CLOCK,
                "java.time.Instant.now()",
                "package io.chatauth.flow; class Impatient { Object now = java.time.Instant.now(); }");
    }
}
