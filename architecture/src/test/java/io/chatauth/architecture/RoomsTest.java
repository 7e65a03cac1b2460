package io.chatauth.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.chatauth.architecture.Bites.assertBites;
import static io.chatauth.architecture.House.CALL;
import static io.chatauth.architecture.House.FACADE;
import static io.chatauth.architecture.House.KEYS;
import static io.chatauth.architecture.House.VALUES;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/**
 * The rooms of core. Every package but the root is one; the root package is several ({@link House}), because callers see the
 * facade and the values in one place while everything else stands between the two.
 */
@AnalyzeClasses(packages = "io.chatauth", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String TEXT = "internal.text";

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_ROOMS = slices().assignedFrom(new Rooms())
            .namingSlices("$1")
            .should()
            .beFreeOfCycles()
            .because("a new class of the root package that knows the engine is part of the facade: name it in House");

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_INTERNAL_PACKAGES =
            slices().matching("io.chatauth.internal.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CYCLES_IN_OTHER_MODULES = slices().matching("io.chatauth.(sandbox|channel|testkit).(**)")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule VALUES_KNOW_NOTHING = roomKnowsOnly(VALUES, TEXT);

    @ArchTest
    static final ArchRule TEMPLATES_KNOW_VALUES = roomKnowsOnly("template", VALUES, TEXT);

    @ArchTest
    static final ArchRule EVENTS_KNOW_VALUES_KEYS_TEMPLATES_AND_ANSWERS =
            roomKnowsOnly("event", VALUES, KEYS, "template", "spi");

    @ArchTest
    static final ArchRule THE_AUDIT_KNOWS_EVENTS = roomKnowsOnly("audit", "event");

    @ArchTest
    static final ArchRule METRICS_KNOW_EVENTS_AND_VALUES = roomKnowsOnly("metrics", VALUES, "event");

    @ArchTest
    static final ArchRule STORES_KNOW_VALUES = roomKnowsOnly("store", VALUES, TEXT);

    @ArchTest
    static final ArchRule WEBHOOKS_KNOW_VALUES_AND_TEMPLATES = roomKnowsOnly("webhook", VALUES, "template", TEXT);

    @ArchTest
    static final ArchRule THE_SPI_KNOWS_VALUES_TEMPLATES_AND_WEBHOOKS =
            roomKnowsOnly("spi", VALUES, "template", "webhook", TEXT);

    /** What a stranger's flow may know, and the catalog, whose built-in templates {@code FlowTemplates} shows. */
    @ArchTest
    static final ArchRule FLOWS_KNOW_NO_ENGINE =
            roomKnowsOnly("flow", VALUES, "spi", "template", "webhook", "internal.catalog");

    @ArchTest
    static final ArchRule PLANS_KNOW_VALUES_AND_TEMPLATES = roomKnowsOnly("template.sync", VALUES, "template");

    @ArchTest
    static final ArchRule THE_ACCOUNT_KNOWS_VALUES = roomKnowsOnly("infobip", VALUES, TEXT, "internal.net");

    @ArchTest
    static final ArchRule WIRE_HELPERS_KNOW_WHAT_A_CHANNEL_KNOWS =
            roomKnowsOnly("infobip.wire", VALUES, "spi", "template", "webhook", TEXT);

    @ArchTest
    static final ArchRule THE_CALL_KNOWS_VALUES_AND_TEMPLATES = roomKnowsOnly(CALL, VALUES, "template", TEXT);

    @ArchTest
    static final ArchRule KEYS_KNOW_NO_ENGINE = roomKnowsOnly(KEYS, VALUES, "spi", "store", TEXT);

    @ArchTest
    static final ArchRule SENDING_KNOWS_NO_CHALLENGE =
            roomKnowsOnly("internal.dispatch", VALUES, "spi", "template", "internal.http", TEXT);

    @ArchTest
    static final ArchRule HTTP_KNOWS_NO_QUEUE =
            roomKnowsOnly("internal.http", VALUES, "spi", "infobip", "internal.net", TEXT);

    @ArchTest
    static final ArchRule TEXT_KNOWS_NOTHING = roomKnowsOnly(TEXT);

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_FACADE = noClasses()
            .that(House.CORE)
            .and(not(House.inRooms(FACADE)))
            .should()
            .dependOnClassesThat(House.inRooms(FACADE));

    @ArchTest
    static void everyNameOfARoomIsStillAClass(JavaClasses classes) {
        for (String name : House.named()) {
            assertTrue(classes.contain("io.chatauth." + name), name + " is gone: take it out of House");
        }
    }

    private static ArchRule roomKnowsOnly(String room, String... others) {
        String[] known = new String[others.length + 1];
        System.arraycopy(others, 0, known, 0, others.length);
        known[others.length] = room;
        return noClasses()
                .that(House.inRooms(room))
                .should()
                .dependOnClassesThat(
                        House.CORE.and(not(House.inRooms(known))).as("are of core, but not " + House.inRooms(known)))
                .because("a new arrow between rooms is a decision: look for cycles, then draw it here");
    }

    private static final class Rooms implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return House.CORE.test(type) ? SliceIdentifier.of(House.room(type)) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "rooms of core";
        }
    }

    @Test
    void anSpiThatNamesInfobipIsFound() {
        assertBites(THE_SPI_KNOWS_VALUES_TEMPLATES_AND_WEBHOOKS, "io.chatauth.infobip.InfobipAccount", """
                package io.chatauth.spi;
                class Vendor {
                    Class<?> url = io.chatauth.infobip.InfobipAccount.class;
                }
                """);
    }

    @Test
    void aValueThatNamesAnSpiIsFound() {
        assertBites(VALUES_KNOW_NOTHING, "io.chatauth.spi.Channel", """
                package io.chatauth;
                class Tower {
                    Class<?> channel = io.chatauth.spi.Channel.class;
                }
                """);
    }

    @Test
    void anEngineThatNamesTheFacadeIsFound() {
        assertBites(NOTHING_KNOWS_THE_FACADE, "io.chatauth.ChatAuth", """
                package io.chatauth.internal.engine;
                class Homesick {
                    Class<?> facade = io.chatauth.ChatAuth.class;
                }
                """);
    }

    @Test
    void aCycleBetweenTwoRoomsIsFound() {
        assertBites(NO_CYCLES_BETWEEN_ROOMS, "Cycle detected", """
                package io.chatauth.internal.one;
                public class Hen {
                    Class<?> egg = io.chatauth.internal.two.Egg.class;
                }
                """, """
                package io.chatauth.internal.two;
                public class Egg {
                    Class<?> hen = io.chatauth.internal.one.Hen.class;
                }
                """);
    }
}
