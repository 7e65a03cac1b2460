package io.chatauth.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import java.util.Set;

/** Ways to read the clock of the machine. */
final class Reads {
    private static final Set<String> DATES =
            Set.of("java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar");

    /** The time of day of this machine, without asking a clock that was given. */
    static final DescribedPredicate<AccessTarget> THE_TIME_OF_DAY = DescribedPredicate.describe(
            "the time of day of this machine",
            target -> target instanceof CodeUnitAccessTarget method
                    && (currentTimeMillis(method) || nowWithoutClock(method) || dateOfNow(method)));

    /** The clock that measures how long things take. */
    static final DescribedPredicate<AccessTarget> THE_STOPWATCH = DescribedPredicate.describe(
            "the stopwatch of this machine",
            target -> target.getOwner().getName().equals("java.lang.System")
                    && target.getName().equals("nanoTime"));

    /** Either of them. */
    static final DescribedPredicate<AccessTarget> THE_CLOCK =
            THE_TIME_OF_DAY.or(THE_STOPWATCH).as("the clock of this machine");

    private Reads() {}

    private static boolean currentTimeMillis(CodeUnitAccessTarget method) {
        return method.getOwner().getName().equals("java.lang.System")
                && method.getName().equals("currentTimeMillis");
    }

    private static boolean nowWithoutClock(CodeUnitAccessTarget method) {
        return method.getOwner().getPackageName().startsWith("java.time")
                && method.getName().equals("now")
                && method.getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static boolean dateOfNow(CodeUnitAccessTarget method) {
        return DATES.contains(method.getOwner().getName())
                && method.getRawParameterTypes().isEmpty()
                && (method.getName().equals("<init>") || method.getName().equals("getInstance"));
    }
}
