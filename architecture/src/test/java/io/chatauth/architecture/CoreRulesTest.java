package io.chatauth.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.chatauth.architecture.Bites.assertBites;
import static io.chatauth.architecture.Bites.assertPasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** What core does, and what no module does: time, threads, errors, output. */
@AnalyzeClasses(packages = "io.chatauth", importOptions = ImportOption.DoNotIncludeTests.class)
class CoreRulesTest {
    private static final String ASSEMBLY = "io.chatauth.Assembly";

    /** The root of ChatAuth's own errors, and the three that say that the caller's code is wrong. */
    private static final Set<String> THROWN = Set.of(
            "io.chatauth.ChatAuthException",
            "java.lang.IllegalArgumentException",
            "java.lang.IllegalStateException",
            "java.lang.NullPointerException");

    /**
     * What never gets out: an error of writing to memory, one that its own package turns into another, and those that javac
     * makes for a switch over an enum that grew.
     */
    private static final Set<String> THROWN_INSIDE = Set.of(
            "java.io.UncheckedIOException",
            "io.chatauth.internal.http.CappedBody$TooLargeException",
            "java.lang.IncompatibleClassChangeError",
            "java.lang.MatchException");

    @ArchTest
    static final ArchRule TIME_OF_DAY_COMES_FROM_A_GIVEN_CLOCK =
            noClasses().that(House.CORE).should().accessTargetWhere(target(Reads.THE_TIME_OF_DAY));

    @ArchTest
    static final ArchRule ONLY_THE_ASSEMBLY_TAKES_THE_CLOCK_OF_THE_MACHINE = noClasses()
            .that(House.CORE)
            .and()
            .doNotHaveFullyQualifiedName(ASSEMBLY)
            .should()
            .accessTargetWhere(target(DescribedPredicate.describe(
                    "a clock of this machine",
                    target -> target.getOwner().isAssignableTo("java.time.InstantSource")
                            && (target.getName().startsWith("system")
                                    || target.getName().startsWith("tick")))));

    @ArchTest
    static final ArchRule ONLY_HTTP_AND_THE_CLOCK_HAVE_A_STOPWATCH = noClasses()
            .that(House.CORE)
            .and()
            .resideOutsideOfPackage("io.chatauth.internal.http..")
            .and()
            .doNotHaveFullyQualifiedName("io.chatauth.Assembly")
            .should()
            .accessTargetWhere(target(Reads.THE_STOPWATCH))
            .because(
                    "one deadline over all of a request must not jump when the machine's clock is set, and neither must"
                            + " the clock that the assembly makes; all else can be tested with a clock that is given");

    @ArchTest
    static final ArchRule NOTHING_IS_SENT_ASYNC = noClasses()
            .should()
            .accessTargetWhere(target(named("sendAsync")))
            .because("on JDK 17 it starts threads of its own whatever executor the client has");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .accessTargetWhere(target(named("sleep")
                    .and(DescribedPredicate.describe(
                            "of Thread or TimeUnit",
                            target -> Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                                    .contains(target.getOwner().getName())))));

    @ArchTest
    static final ArchRule THREADS_COME_FROM_THE_GIVEN_FACTORY = noClasses()
            .that(House.CORE)
            .and()
            .haveNameNotMatching("io\\.chatauth\\.Assembly(\\$.*)?")
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "a thread is made", call -> call.getTargetOwner().isAssignableTo(Thread.class)));

    @ArchTest
    static final ArchRule NO_COMMON_POOL = noClasses()
            .that(House.CORE)
            .should()
            .accessTargetWhere(target(DescribedPredicate.describe(
                    "the common pool, or a pool that makes its own threads",
                    target -> (target.getName().endsWith("Async")
                                    && target.getOwner().isAssignableTo("java.util.concurrent.CompletionStage")
                                    && target instanceof AccessTarget.CodeUnitAccessTarget method
                                    && method.getRawParameterTypes().stream()
                                            .noneMatch(type -> type.isAssignableTo("java.util.concurrent.Executor")))
                            || target.getName().equals("commonPool")
                            || target.getName().equals("parallelStream"))));

    @ArchTest
    static final ArchRule NOBODY_PRINTS = noClasses()
            .that(not(resideInAPackage("io.chatauth.sandbox")))
            .and()
            .doNotHaveFullyQualifiedName("io.chatauth.testkit.Listening") // hears what others print
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessTargetWhere(target(named("printStackTrace")));

    @ArchTest
    static final ArchRule ERRORS_ARE_OF_THE_FAMILY = noClasses()
            .that(House.CORE)
            .should()
            .callConstructorWhere(
                    DescribedPredicate.describe("an error of another family is made", CoreRulesTest::alien))
            .because("callers catch ChatAuthException; the other three say that their own code is wrong");

    @ArchTest
    static final ArchRule LOGGERS_ARE_CONSTANTS = fields().that()
            .haveRawType(Logger.class)
            .should()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .beFinal()
            .andShould()
            .haveName("LOG");

    private static DescribedPredicate<AccessTarget> named(String name) {
        return DescribedPredicate.describe(
                "'" + name + "'", target -> target.getName().equals(name));
    }

    private static boolean alien(JavaConstructorCall call) {
        boolean superCall =
                call.getOriginOwner().isAssignableTo(call.getTargetOwner().getName());
        return call.getTargetOwner().isAssignableTo(Throwable.class)
                && !superCall
                && THROWN.stream().noneMatch(type -> call.getTargetOwner().isAssignableTo(type))
                && !THROWN_INSIDE.contains(call.getTargetOwner().getName());
    }

    private static String core(String body) {
        return "package io.chatauth.internal.engine; class Wrong { Object x() throws Exception { return " + body
                + "; } }";
    }

    @Test
    void clocksOfTheMachineAreFound() {
        assertBites(TIME_OF_DAY_COMES_FROM_A_GIVEN_CLOCK, "currentTimeMillis", core("System.currentTimeMillis()"));
        assertBites(TIME_OF_DAY_COMES_FROM_A_GIVEN_CLOCK, "Instant.now()", core("java.time.Instant.now()"));
        assertPasses(
                TIME_OF_DAY_COMES_FROM_A_GIVEN_CLOCK,
                "package io.chatauth.internal.engine; class Right { Object x(java.time.Clock clock) {"
                        + " return java.time.LocalDate.now(clock); } }");
        assertBites(
                ONLY_THE_ASSEMBLY_TAKES_THE_CLOCK_OF_THE_MACHINE,
                "java.time.Clock.systemUTC()",
                core("java.time.Clock.systemUTC()"));
        assertBites(ONLY_HTTP_AND_THE_CLOCK_HAVE_A_STOPWATCH, "nanoTime", core("System.nanoTime()"));
    }

    @Test
    void sendAsyncIsFoundEvenAsAMethodReference() {
        assertBites(NOTHING_IS_SENT_ASYNC, "sendAsync", """
                package io.chatauth.internal.http;
                import java.net.http.*;
                class Eager {
                    Object send(HttpClient client, HttpRequest request) {
                        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
                    }
                }
                """);
        assertBites(NOTHING_IS_SENT_ASYNC, "sendAsync", """
                package io.chatauth.sandbox;
                import java.net.http.*;
                import java.util.function.BiFunction;
                class Sly {
                    Object send(HttpClient client) {
                        BiFunction<HttpRequest, HttpResponse.BodyHandler<byte[]>, Object> send = client::sendAsync;
                        return send;
                    }
                }
                """);
    }

    @Test
    void sleepersThreadsAndPoolsAreFound() {
        assertBites(
                NOBODY_SLEEPS,
                "Thread.sleep",
                "package io.chatauth.testkit; class Tired { void x() throws Exception { Thread.sleep(1); } }");
        assertBites(THREADS_COME_FROM_THE_GIVEN_FACTORY, "java.lang.Thread", core("new Thread()"));
        assertBites(NO_COMMON_POOL, "runAsync", core("java.util.concurrent.CompletableFuture.runAsync(() -> {})"));
        assertPasses(NO_COMMON_POOL, core("java.util.concurrent.CompletableFuture.runAsync(() -> {}, Runnable::run)"));
    }

    @Test
    void printingIsFound() {
        assertBites(NOBODY_PRINTS, "java.lang.System.out", core("System.out"));
        assertBites(
                NOBODY_PRINTS,
                "printStackTrace",
                "package io.chatauth.spi; class Loud { void x(Exception e) { e.printStackTrace(); } }");
    }

    @Test
    void errorsOfOtherFamiliesAreFound() {
        assertBites(ERRORS_ARE_OF_THE_FAMILY, "java.lang.RuntimeException", core("new RuntimeException(\"x\")"));
        assertBites(
                ERRORS_ARE_OF_THE_FAMILY, "UnsupportedOperationException", core("new UnsupportedOperationException()"));
        assertPasses(ERRORS_ARE_OF_THE_FAMILY, core("new io.chatauth.RequestException(\"x\")"));
    }

    @Test
    void aLoggerThatIsNoConstantIsFound() {
        assertBites(
                LOGGERS_ARE_CONSTANTS,
                "Wrong.log",
                "package io.chatauth.internal.engine; class Wrong { org.slf4j.Logger log; }");
    }
}
