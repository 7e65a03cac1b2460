package io.chatauth.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.chatauth.architecture.Bites.assertBites;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The arrows between modules go one way. What the POMs say of them is read by {@link PomsTest}. */
@AnalyzeClasses(packages = "io.chatauth", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
    private static final DescribedPredicate<JavaClass> STORES =
            resideInAPackage("io.chatauth.store.*..").as("stores");

    @ArchTest
    static final ArchRule CORE_KNOWS_NO_OTHER_MODULE = knowsOnly(House.CORE);

    @ArchTest
    static final ArchRule CHANNELS_KNOW_ONLY_CORE = knowsOnly(House.CHANNELS, House.CORE);

    @ArchTest
    static final ArchRule NO_CHANNEL_KNOWS_ANOTHER =
            slices().matching("io.chatauth.channel.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule STORES_KNOW_ONLY_CORE = knowsOnly(STORES, House.CORE);

    @ArchTest
    static final ArchRule NO_STORE_KNOWS_ANOTHER =
            slices().matching("io.chatauth.store.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule GUICE_KNOWS_ONLY_CORE =
            knowsOnly(resideInAPackage("io.chatauth.guice..").as("guice"), House.CORE);

    @ArchTest
    static final ArchRule TESTKIT_KNOWS_ONLY_CORE =
            knowsOnly(resideInAPackage("io.chatauth.testkit..").as("testkit"), House.CORE);

    @ArchTest
    static final ArchRule SANDBOX_KNOWS_NOTHING_OF_CHATAUTH =
            knowsOnly(resideInAPackage("io.chatauth.sandbox..").as("sandbox"));

    @ArchTest
    static final ArchRule NOBODY_USES_CORES_INTERNAL_PACKAGES = noClasses()
            .that(not(House.CORE))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.chatauth.internal..")
            .because("module-info exports them to nobody, and on the class path nothing else would stop it");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_SAMPLES_OR_BENCHMARKS = noClasses()
            .that(not(resideInAnyPackage("io.chatauth.samples..", "io.chatauth.benchmarks..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.chatauth.samples..", "io.chatauth.benchmarks..");

    @SafeVarargs
    private static ArchRule knowsOnly(DescribedPredicate<JavaClass> module, DescribedPredicate<JavaClass>... others) {
        DescribedPredicate<JavaClass> known = module;
        for (DescribedPredicate<JavaClass> other : others) {
            known = known.or(other);
        }
        return noClasses()
                .that(module)
                .should()
                .dependOnClassesThat(
                        resideInAPackage(House.ALL).and(not(known)).as("are of ChatAuth, but not of " + known));
    }

    @Test
    void coreThatNamesAChannelIsFound() {
        assertBites(CORE_KNOWS_NO_OTHER_MODULE, "WhatsAppChannelProvider", """
                package io.chatauth.internal.discovery;
                class Eager {
                    Object channel = new io.chatauth.channel.whatsapp.WhatsAppChannelProvider();
                }
                """);
    }

    @Test
    void aChannelThatNamesAnotherIsFound() {
        assertBites(
                NO_CHANNEL_KNOWS_ANOTHER,
                "io.chatauth.channel.viber.Copier",
                """
                package io.chatauth.channel.viber;
                class Copier {
                    Object channel = new io.chatauth.channel.line.Copied();
                }
                """,
                "package io.chatauth.channel.line; public class Copied {}");
    }

    @Test
    void aSandboxThatNamesCoreIsFound() {
        assertBites(SANDBOX_KNOWS_NOTHING_OF_CHATAUTH, "io.chatauth.infobip.wire.JsonWriter", """
                package io.chatauth.sandbox.internal;
                class Cheat {
                    byte[] body() {
                        return io.chatauth.infobip.wire.JsonWriter.write(fields -> {});
                    }
                }
                """);
    }

    @Test
    void aChannelThatReachesIntoCoreIsFound() {
        assertBites(NOBODY_USES_CORES_INTERNAL_PACKAGES, "Masking", """
                package io.chatauth.channel.viber;
                class Burglar {
                    Class<?> masking = io.chatauth.internal.text.Masking.class;
                }
                """);
    }

    @Test
    void aStoreThatNamesTheTestkitIsFound() {
        assertBites(STORES_KNOW_ONLY_CORE, "MovableClock", """
                package io.chatauth.store.jdbc;
                class Confused {
                    Class<?> clock = io.chatauth.testkit.MovableClock.class;
                }
                """);
    }
}
