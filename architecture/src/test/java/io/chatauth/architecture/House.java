package io.chatauth.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which class belongs to which module, and which class of core to which of its rooms. */
final class House {
    /** The whole house. */
    static final String ALL = "io.chatauth..";

    /** Core's packages. {@code io.chatauth.store} without dots: the packages of other stores stand below it. */
    static final DescribedPredicate<JavaClass> CORE = resideInAnyPackage(
                    "io.chatauth",
                    "io.chatauth.audit..",
                    "io.chatauth.event..",
                    "io.chatauth.flow..",
                    "io.chatauth.infobip..",
                    "io.chatauth.internal..",
                    "io.chatauth.page..",
                    "io.chatauth.metrics..",
                    "io.chatauth.spi..",
                    "io.chatauth.store",
                    "io.chatauth.template..",
                    "io.chatauth.webhook..")
            .as("core");

    /** What no caller outside its module may name. */
    static final DescribedPredicate<JavaClass> INTERNAL = DescribedPredicate.describe(
            "internal packages",
            type -> type.getPackageName().startsWith("io.chatauth.")
                    && (type.getPackageName() + ".").contains(".internal."));

    /** Channels: pure codecs. */
    static final DescribedPredicate<JavaClass> CHANNELS =
            resideInAPackage("io.chatauth.channel..").as("channels");

    /** Built-in flows: pure judges. */
    static final DescribedPredicate<JavaClass> FLOWS =
            resideInAPackage("io.chatauth.flow..").as("flows");

    /** The room of the facade: what ties everything together, and what nothing else may know. */
    static final String FACADE = "facade";

    /** The room of the values that everyone may know: all of the root package that is named nowhere below. */
    static final String VALUES = "values";

    /** The room of what is given to the facade, or by it, and speaks of templates. */
    static final String CALL = "call";

    /** The room of the keys: the ring that operators see, and what is made with it. */
    static final String KEYS = "keys";

    private static final String ROOT = "io.chatauth";

    /** The root package is a shop window: callers find all they need in one place, and behind it are several rooms. */
    private static final Map<String, Set<String>> ROOT_ROOMS = Map.of(
            FACADE,
                    Set.of(
                            "ChatAuth",
                            "ChatAuthBuilder",
                            "AccountSettings",
                            "Addresses",
                            "BuilderSettings",
                            "KeyControl",
                            "Assembly",
                            "Consents",
                            "RandomIds",
                            "Templates",
                            "TemplatePlan",
                            "TemplateSync",
                            "WebhookPlan",
                            "Webhooks"),
            CALL, Set.of("SenderRule", "Started"),
            KEYS, Set.of("KeyRing", "KeyUsage", "UnknownKeyException"));

    private House() {}

    /**
     * Names the room of a class of core.
     *
     * @param type the class
     * @return for the root package its part, for others the package without {@code io.chatauth.}
     */
    static String room(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals("io.chatauth.internal.key")) {
            return KEYS;
        }
        if (!name.equals(ROOT)) {
            return name.substring(ROOT.length() + 1);
        }
        String outermost = type.getName().substring(ROOT.length() + 1).split("\\$", 2)[0];
        return ROOT_ROOMS.entrySet().stream()
                .filter(room -> room.getValue().contains(outermost))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(VALUES);
    }

    /**
     * Names the classes of the root package that are in a room by name.
     *
     * @return their simple names
     */
    static Set<String> named() {
        return ROOT_ROOMS.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /**
     * All classes of some rooms of core.
     *
     * @param rooms the names of the rooms
     * @return the predicate
     */
    static DescribedPredicate<JavaClass> inRooms(String... rooms) {
        Set<String> wanted = Set.of(rooms);
        return DescribedPredicate.describe(
                "in the rooms " + Stream.of(rooms).sorted().toList(),
                type -> CORE.test(type) && wanted.contains(room(type)));
    }
}
