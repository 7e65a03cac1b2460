package io.chatauth.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static io.chatauth.architecture.Bites.assertBites;
import static io.chatauth.architecture.Bites.assertPasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Secrets are compared in constant time by those who may, never by value, and printed by nobody. */
@AnalyzeClasses(packages = "io.chatauth", importOptions = ImportOption.DoNotIncludeTests.class)
class SecretRulesTest {
    private static final String SECRET = "io.chatauth.Secret";

    /** Comparisons that stop at the first difference, by owner and name. */
    private static final Set<String> HASTY = Set.of(
            "io.chatauth.Secret.equals",
            "java.lang.String.equals",
            "java.lang.String.equalsIgnoreCase",
            "java.lang.String.contentEquals",
            "java.lang.String.compareTo",
            "java.lang.String.startsWith",
            "java.lang.String.regionMatches",
            "java.lang.Object.equals",
            "java.util.Objects.equals",
            "java.util.Arrays.equals",
            "java.util.Arrays.compare",
            "java.util.Arrays.mismatch");

    @ArchTest
    static final ArchRule A_SECRET_HAS_NO_VALUE_TO_COMPARE = noMethods()
            .that()
            .areDeclaredIn(SECRET)
            .should()
            .haveNameMatching("equals|hashCode|compareTo|length|charAt");

    @ArchTest
    static final ArchRule WHO_TOUCHES_A_SECRET_COMPARES_NOTHING_IN_HASTE = codeUnits()
            .that(new DescribedPredicate<JavaCodeUnit>("touch a Secret") {
                @Override
                public boolean test(JavaCodeUnit unit) {
                    return touchesSecret(unit);
                }
            })
            .should(new ArchCondition<>("compare nothing with a method that stops at the first difference") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                    for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
                        if (HASTY.contains(nameOf(access.getTarget()))) {
                            events.add(SimpleConditionEvent.violated(access, access.getDescription()));
                        }
                    }
                }
            })
            .because("the time it takes would tell how much was right; MessageDigest.isEqual does not. A comparison of"
                    + " something else stands in a method of its own");

    @ArchTest
    static final ArchRule NO_SECRET_IS_LOGGED_OR_THROWN = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "a secret is revealed by who writes log lines or makes errors",
                    access -> nameOf(access.getTarget()).equals(SECRET + ".reveal")
                            && access.getOrigin().getAccessesFromSelf().stream().anyMatch(SecretRulesTest::speaks)));

    private static boolean touchesSecret(JavaCodeUnit unit) {
        return !unit.getOwner().getName().equals(SECRET)
                && (unit.getRawParameterTypes().stream()
                                .anyMatch(type -> type.getName().equals(SECRET))
                        || unit.getAccessesFromSelf().stream().anyMatch(SecretRulesTest::givesSecret));
    }

    private static boolean givesSecret(JavaAccess<?> access) {
        if (access.getTargetOwner().getName().equals(SECRET)) {
            return true;
        }
        if (access instanceof JavaFieldAccess field) {
            return field.getTarget().getRawType().getName().equals(SECRET);
        }
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget method
                && method.getRawReturnType().getName().equals(SECRET);
    }

    private static boolean speaks(JavaAccess<?> access) {
        return access.getTargetOwner().isAssignableTo(Throwable.class)
                || access.getTargetOwner().isAssignableTo("org.slf4j.Logger");
    }

    private static String nameOf(AccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }

    private static String user(String body) {
        return "package io.chatauth.internal.engine; import io.chatauth.Secret; import java.util.Objects;"
                + " class Wrong { boolean x(Secret secret, String other, Secret two) { return " + body + "; } }";
    }

    @Test
    void comparisonsOfASecretAreFound() {
        assertBites(WHO_TOUCHES_A_SECRET_COMPARES_NOTHING_IN_HASTE, "equals", user("secret.equals(two)"));
        assertBites(
                WHO_TOUCHES_A_SECRET_COMPARES_NOTHING_IN_HASTE,
                "java.lang.String.equals",
                user("secret.reveal().equals(other)"));
        assertBites(
                WHO_TOUCHES_A_SECRET_COMPARES_NOTHING_IN_HASTE,
                "java.util.Objects.equals",
                user("Objects.equals(secret.reveal(), other)"));
        assertBites(
                WHO_TOUCHES_A_SECRET_COMPARES_NOTHING_IN_HASTE,
                "java.util.Arrays.equals",
                user("java.util.Arrays.equals(secret.reveal().getBytes(), other.getBytes())"));
    }

    @Test
    void aComparisonInConstantTimePasses() {
        assertPasses(
                WHO_TOUCHES_A_SECRET_COMPARES_NOTHING_IN_HASTE,
                user("java.security.MessageDigest.isEqual(secret.reveal().getBytes(), other.getBytes())"));
    }

    @Test
    void aSecretWithEqualsIsFound() {
        assertBites(
                A_SECRET_HAS_NO_VALUE_TO_COMPARE,
                "equals",
                "package io.chatauth; class Secret { @Override public boolean equals(Object other) { return true; }"
                        + " @Override public int hashCode() { return 0; } }");
    }

    @Test
    void aSecretInAnErrorIsFound() {
        assertBites(
                NO_SECRET_IS_LOGGED_OR_THROWN,
                "reveal",
                "package io.chatauth.internal.engine; class Wrong { void x(io.chatauth.Secret secret) {"
                        + " throw new IllegalStateException(secret.reveal()); } }");
    }
}
