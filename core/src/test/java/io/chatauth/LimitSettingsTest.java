package io.chatauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.internal.config.Resolved;
import io.chatauth.internal.discovery.Wish;
import io.chatauth.internal.guard.Figures;
import io.chatauth.internal.guard.Limit;
import io.chatauth.internal.guard.Lists;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitSettingsTest {
    private static ChatAuthBuilder builder() {
        return ChatAuth.builder().baseUrl("http://localhost:1").apiKey(Secret.of("key"));
    }

    private static Resolved resolve(ChatAuthBuilder builder) {
        return builder.resolve(new Wish.BuiltIn(List.of(), List.of()));
    }

    private static Figures figures(ChatAuthBuilder builder) {
        return resolve(builder).engine().limits();
    }

    @Test
    void withoutSettingsTheDefaultsAreOn() {
        assertEquals(Figures.DEFAULT, figures(builder()));
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void eachLimitHasAPropertyAndCanBeTurnedOff(Limit limit) {
        String property = "chatauth.limit." + limit.named();

        assertEquals(7, figures(builder().property(property, "7")).of(limit));
        assertEquals(0, figures(builder().property(property, "off")).of(limit));
        assertEquals(0, figures(builder().limit(limit.named(), 0)).of(limit));
        assertEquals(
                8,
                figures(builder().property(property, "7").limit(limit.named(), 8))
                        .of(limit));
        assertEquals(
                limit.standard(),
                figures(builder().property(property.replace("limit", "limits"), "7"))
                        .of(limit));
    }

    @Test
    void theRestIsReadToo() {
        Figures figures = figures(builder()
                .pauseAfterNo(Duration.ofMinutes(20))
                .recordOnly(true)
                .allow("+441134960001", "user-7")
                .deny("+44900*")
                .limit("completion-percent", 40)
                .limit("alarm-percent", 0)
                .property("chatauth.limit.attempt-gap", "off"));

        assertEquals(Duration.ofMinutes(20), figures.pauseAfterNo());
        assertTrue(figures.recordOnly());
        assertEquals(Lists.of(List.of("+441134960001", "user-7"), List.of("+44900*")), figures.lists());
        assertEquals(40, figures.completionPercent());
        assertEquals(0, figures.alarmPercent());
        assertEquals(Duration.ZERO, figures.attemptGap());
    }

    @ParameterizedTest
    @CsvSource({
        "chatauth.limit.sends-24h, -1, 'chatauth.limit.sends-24h is ''-1'', expected a whole number from 0 to 100000000'",
        "chatauth.limit.failures-in-a-row, 101, 'chatauth.limit.failures-in-a-row is ''101'', expected a whole number from 0 to 100'",
        "chatauth.limit.completion-percent, off, 'expected a whole number from 1 to 100'",
        "chatauth.limit.allow, +44 113, 'chatauth.limit.allow is ''+44**13'', expected a number such as'",
        "chatauth.limit.deny, 44113*, 'chatauth.limit.deny is ''44**3*'', expected a number such as'",
        "chatauth.limit.sends-per-ip, 5, 'there is no option chatauth.limit.sends-per-ip'"
    })
    void whatIsWrongIsNamed(String property, String value, String problem) {
        List<String> problems = resolve(builder().property(property, value)).problems();

        assertTrue(problems.stream().anyMatch(one -> one.contains(problem)), problems::toString);
    }

    @Test
    void aLimitThatIsNotThereIsAProblem() {
        List<String> problems = resolve(builder().limit("sends", 5)).problems();

        assertTrue(
                problems.stream().anyMatch(one -> one.contains("there is no option chatauth.limit.sends")),
                problems::toString);
    }
}
