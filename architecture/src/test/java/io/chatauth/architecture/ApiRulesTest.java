package io.chatauth.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.chatauth.architecture.Bites.assertBites;
import static io.chatauth.architecture.Bites.assertPasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.TemplateProvider;
import io.chatauth.spi.TemplateRegistry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What callers and extension authors see: null-marked, free of other libraries' types, small to implement. */
@AnalyzeClasses(packages = "io.chatauth", importOptions = ImportOption.DoNotIncludeTests.class)
class ApiRulesTest {
    private static final int MOST_ABSTRACT_METHODS = 3;

    private static final DescribedPredicate<JavaClass> PUBLISHED =
            DescribedPredicate.describe("published", ApiRulesTest::published);

    private static final DescribedPredicate<JavaClass> PROVIDERS = DescribedPredicate.describe(
            "providers",
            type -> !type.isInterface()
                    && Stream.of(ChannelProvider.class, AuthFlowProvider.class, TemplateProvider.class)
                            .anyMatch(type::isAssignableTo));

    @ArchTest
    static final ArchRule ALL_PACKAGES_ARE_NULL_MARKED = classes().should(check("be in a null-marked package", type -> {
        boolean marked =
                type.getPackage().tryGetPackageInfo().stream().anyMatch(info -> info.isAnnotatedWith(NullMarked.class));
        return marked || type.getSimpleName().equals("module-info")
                ? Stream.empty()
                : Stream.of(type.getPackageName() + " is not @NullMarked: " + type.getName());
    }));

    @ArchTest
    static final ArchRule SIGNATURES_NAME_NO_OTHER_LIBRARY = classes()
            .that(PUBLISHED)
            .should(check(
                    "name only ChatAuth's types and the JDK's, without java.net.http",
                    type -> signature(type)
                            .filter(named -> !allowed(type, named))
                            .map(named -> type.getName() + " shows " + named.getName())))
            .because("who uses ChatAuth must not need our JSON library, in our version, on the module path");

    @ArchTest
    static final ArchRule AN_SPI_IS_SMALL = classes()
            .that()
            .belongToAnyOf(
                    Channel.class,
                    ChannelProvider.class,
                    AuthFlow.class,
                    AuthFlowProvider.class,
                    TemplateProvider.class,
                    TemplateRegistry.class)
            .and()
            .areInterfaces()
            .should(check("have at most three abstract methods", type -> {
                long count = type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                        .count();
                return count <= MOST_ABSTRACT_METHODS
                        ? Stream.empty()
                        : Stream.of(type.getName() + " has " + count + " abstract methods");
            }));

    @ArchTest
    static final ArchRule PROVIDERS_ARE_PUBLIC_AND_IMMUTABLE = classes()
            .that(PROVIDERS)
            .should(check("be public, with a public constructor without parameters, and immutable", type -> {
                boolean made = type.getModifiers().contains(JavaModifier.PUBLIC)
                        && type.getConstructors().stream()
                                .anyMatch(constructor -> constructor
                                                .getModifiers()
                                                .contains(JavaModifier.PUBLIC)
                                        && constructor.getRawParameterTypes().isEmpty());
                boolean immutable = type.getFields().stream()
                        .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL));
                return made && immutable ? Stream.empty() : Stream.of(type.getName() + " is no such provider");
            }));

    @ArchTest
    static final ArchRule PUBLISHED_CLASSES_ARE_FINAL_OR_MEANT_TO_BE_EXTENDED = classes()
            .that(PUBLISHED)
            .and()
            .areNotInterfaces()
            .and()
            .resideOutsideOfPackage("io.chatauth.testkit..")
            .and()
            .areNotAssignableTo(Throwable.class)
            .should(check(
                    "be final or abstract",
                    type -> type.getModifiers().contains(JavaModifier.FINAL)
                                    || type.getModifiers().contains(JavaModifier.ABSTRACT)
                                    || type.isEnum()
                            ? Stream.empty()
                            : Stream.of(type.getName() + " is neither")));

    private interface Finder {
        Stream<String> violations(JavaClass type);
    }

    private static ArchCondition<JavaClass> check(String description, Finder finder) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                finder.violations(type).forEach(text -> events.add(SimpleConditionEvent.violated(type, text)));
            }
        };
    }

    private static boolean published(JavaClass type) {
        boolean open = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        Optional<JavaClass> around = type.getEnclosingClass();
        return open && !House.INTERNAL.test(type) && (around.isEmpty() || published(around.get()));
    }

    private static Stream<JavaClass> signature(JavaClass type) {
        Stream<JavaType> family = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> members =
                type.getMembers().stream().filter(ApiRulesTest::visible).flatMap(ApiRulesTest::types);
        return Stream.concat(family, members)
                .flatMap(one -> one.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .distinct();
    }

    private static boolean visible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        boolean made = modifiers.contains(JavaModifier.SYNTHETIC) || modifiers.contains(JavaModifier.BRIDGE);
        return !made && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
    }

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        Stream<JavaType> taken = Stream.concat(unit.getParameterTypes().stream(), unit.getExceptionTypes().stream());
        return member instanceof JavaMethod method ? Stream.concat(taken, Stream.of(method.getReturnType())) : taken;
    }

    private static boolean allowed(JavaClass owner, JavaClass named) {
        String name = named.getPackageName() + ".";
        boolean testkit = owner.getPackageName().startsWith("io.chatauth.testkit");
        boolean metrics = owner.getPackageName().equals("io.chatauth.metrics");
        boolean guice = owner.getPackageName().startsWith("io.chatauth.guice");
        boolean redis = owner.getPackageName().equals("io.chatauth.store.redis");
        return named.isPrimitive()
                || (name.startsWith("java.") && !name.startsWith("java.net.http."))
                || name.startsWith("javax.net.ssl.")
                || name.startsWith("javax.sql.")
                || name.startsWith("javax.security.auth.x500.")
                || name.startsWith("com.sun.net.httpserver.")
                || name.startsWith("jakarta.servlet.")
                || (name.startsWith("io.chatauth.") && !House.INTERNAL.test(named))
                || (metrics && name.startsWith("io.micrometer.core.instrument."))
                || (guice && name.startsWith("com.google.inject."))
                || (redis && named.getName().equals("redis.clients.jedis.UnifiedJedis"))
                || (testkit && name.startsWith("org.junit."));
    }

    @Test
    void aForeignTypeIsFoundWhereverItStands() {
        assertBites(
                SIGNATURES_NAME_NO_OTHER_LIBRARY,
                "com.fasterxml.jackson.databind.JsonNode",
                "package io.chatauth.spi; public class Leak { public java.util.List<com.fasterxml.jackson.databind.JsonNode>"
                        + " list() { return null; } }");
        assertBites(
                SIGNATURES_NAME_NO_OTHER_LIBRARY,
                "java.net.http.HttpClient",
                "package io.chatauth.spi; public class Leak { protected Leak(java.net.http.HttpClient client) {} }");
        assertBites(
                SIGNATURES_NAME_NO_OTHER_LIBRARY,
                "com.fasterxml.jackson.core.JsonProcessingException",
                "package io.chatauth.spi; public interface Leak { void read()"
                        + " throws com.fasterxml.jackson.core.JsonProcessingException; }");
        assertBites(
                SIGNATURES_NAME_NO_OTHER_LIBRARY,
                "io.chatauth.internal.text.Masking",
                "package io.chatauth.spi; public class Leak { public io.chatauth.internal.text.Masking[] all; }");
    }

    @Test
    void whatNobodySeesMayUseAnything() {
        assertPasses(
                SIGNATURES_NAME_NO_OTHER_LIBRARY,
                "package io.chatauth.spi; public class Fine { com.fasterxml.jackson.databind.JsonNode node() {"
                        + " return null; } }");
    }

    @Test
    void aPackageWithoutNullMarkedIsFound() {
        assertBites(
                ALL_PACKAGES_ARE_NULL_MARKED,
                "io.chatauth.channel.morse is not @NullMarked",
                "package io.chatauth.channel.morse; class Key {}");
    }

    @Test
    void aProviderWithStateOrWithoutConstructorIsFound() {
        String provider = """
                package io.chatauth.channel.morse;
                import io.chatauth.template.Template;
                import java.util.List;
                public class Texts implements io.chatauth.spi.TemplateProvider {
                    %s
                    public String id() { return "texts"; }
                    public List<Template> templates() { return List.of(); }
                }
                """;
        assertPasses(PROVIDERS_ARE_PUBLIC_AND_IMMUTABLE, provider.formatted("public Texts() {}"));
        assertBites(PROVIDERS_ARE_PUBLIC_AND_IMMUTABLE, "Texts", provider.formatted("int calls;"));
        assertBites(PROVIDERS_ARE_PUBLIC_AND_IMMUTABLE, "Texts", provider.formatted("public Texts(int size) {}"));
    }
}
