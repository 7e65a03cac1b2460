package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.chatauth.Address;
import io.chatauth.Assurance;
import io.chatauth.ChallengeRequest;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.RequestException;
import io.chatauth.flow.BuiltInFlows;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AnswerContext.Choice;
import io.chatauth.spi.AnswerContext.Kind;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.FlowPlan;
import io.chatauth.spi.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The cases of what a flow plans and how it judges, without anything around it. */
abstract class AuthFlowVerdicts extends AuthFlowBase {
    /** For subclasses. */
    protected AuthFlowVerdicts() {}

    /** Every context that there is. */
    static List<AnswerContext> contexts() {
        List<AnswerContext> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int bits = 0; bits < 24; bits++) {
                AnswerContext context = AnswerContext.of(kind)
                        .secretMatches((bits & 1) != 0)
                        .numberAsked((bits & 2) != 0)
                        .held((bits & 4) != 0);
                all.add(bits < 8 ? context : context.choice(bits < 16 ? Choice.YES : Choice.NO));
            }
        }
        return all;
    }

    @Test
    void providerCanBeFound() throws Exception {
        AuthFlowProvider provider = provider();
        Class<?> type = provider.getClass();
        assertEquals(provider.id(), provider().id());
        Services.isPublicAndMadeWithoutArguments(type);
        assumeFalse(
                BuiltInFlows.providers().stream().anyMatch(builtIn -> builtIn.getClass() == type),
                "it is always there");
        Services.isDeclaredInMetaInf(AuthFlowProvider.class, type);
        Services.isDeclaredInItsModule(AuthFlowProvider.class, type);
        Services.isFound(ServiceLoader.load(AuthFlowProvider.class, type.getClassLoader()), type);
    }

    @Test
    void sameRequestGivesTheSamePlan() {
        try (FlowBench bench = bench()) {
            Address person = bench.someone();
            ChallengeRequest request = complete(bench, person);
            AuthFlow one = flow();
            List<Object> plan = parts(one.prepare(request));
            assertEquals(plan, parts(one.prepare(request)));
            assertEquals(plan, parts(one.prepare(complete(bench, person))));
            assertEquals(plan, parts(flow().prepare(request)));
        }
    }

    private static List<Object> parts(FlowPlan plan) {
        return List.of(
                plan.template(),
                plan.timeToLive(),
                plan.values(),
                plan.secret(),
                plan.maxAttempts(),
                plan.maxSends(),
                plan.link(),
                plan.next(),
                List.of(plan.question(), plan.numberMatch(), plan.bound(), plan.invite()),
                plan.transaction(),
                List.of(plan.least(), plan.reminders()),
                plan.withoutReplies().map(AuthFlowVerdicts::parts));
    }

    @Test
    void sameContextGivesTheSameVerdictAndNoneFails() {
        AuthFlow one = flow();
        AuthFlow other = flow();
        for (AnswerContext context : contexts()) {
            Verdict verdict = assertDoesNotThrow(() -> one.evaluate(context), context::toString);
            assertNotNull(verdict, context::toString);
            assertEquals(verdict, one.evaluate(context), context::toString);
            assertEquals(verdict, other.evaluate(context), context::toString);
        }
    }

    @Test
    void approvesNothingThatItsKindDoesNotProve() {
        AuthFlow flow = flow();
        boolean holds =
                contexts().stream().anyMatch(context -> flow.evaluate(context).kind() == Verdict.Kind.HOLD);
        for (AnswerContext context : contexts()) {
            Verdict verdict = flow.evaluate(context);
            boolean counts = verdict.kind() == Verdict.Kind.APPROVE || verdict.kind() == Verdict.Kind.HOLD;
            if (counts) {
                assertTrue(proves(context, holds), () -> context + " proves nothing, and counts");
            }
            if (verdict.kind() == Verdict.Kind.APPROVE) {
                Assurance assurance = verdict.assurance().orElseThrow();
                assertTrue(
                        assurance.compareTo(strongest(context)) <= 0,
                        () -> context + " is worth " + strongest(context) + " at most, not " + assurance);
            }
            if (verdict.kind() == Verdict.Kind.DENY) {
                assertEquals(Optional.of(Choice.NO), context.choice(), () -> context + " is no refusal");
            }
        }
    }

    private static boolean proves(AnswerContext context, boolean holds) {
        boolean yes = context.choice().filter(Choice.YES::equals).isPresent();
        boolean no = context.choice().isPresent() && !yes;
        boolean number = context.secretMatches() || !context.numberAsked();
        return switch (context.kind()) {
            case TYPED, SENT, NUMBER -> context.secretMatches() && !noMeans(context.kind(), no);
            case PRESSED -> !no && (yes ? number : context.secretMatches());
            case TAPPED, QUOTED, BARE -> yes && number;
            case COMPLETED -> !holds || context.held();
        };
    }

    /** A choice comes with presses and replies only; where a code is typed or sent there is nothing to choose. */
    private static boolean noMeans(Kind kind, boolean no) {
        return no && kind == Kind.NUMBER;
    }

    private static Assurance strongest(AnswerContext context) {
        return switch (context.kind()) {
            case TYPED, SENT, PRESSED, NUMBER -> Assurance.SECRET;
            case TAPPED, QUOTED -> Assurance.BOUND;
            case BARE -> context.numberAsked() ? Assurance.BOUND : Assurance.LOW;
            case COMPLETED -> context.held() ? Assurance.SECRET : Assurance.NONE;
        };
    }

    @Test
    void nonsenseIsRefusedAndNothingIsSent() {
        try (FlowBench bench = bench()) {
            List<ChallengeRequestBuilder<?>> all = new ArrayList<>(nonsense());
            Address person = bench.someone();
            for (Duration never : List.of(
                    Duration.ZERO,
                    Duration.ofSeconds(-1),
                    Duration.ofDays(10_000),
                    Duration.ofSeconds(Long.MAX_VALUE))) {
                all.add(request(person).timeToLive(never));
            }
            all.add(request(person).template("there_is_no_such_template"));
            all.add(request(person).template("\n{{"));
            if (bench.plan(complete(bench, person)).secret().isPresent()) {
                String code = bench.plan(complete(bench, person))
                        .secret()
                        .orElseThrow()
                        .placeholder();
                all.add(request(person).value(code, "123456"));
            }
            for (ChallengeRequestBuilder<?> one : all) {
                ChallengeRequest request = bench.complete(one);
                RequestException refused =
                        assertThrows(RequestException.class, () -> bench.chatAuth.start(request), request::toString);
                assertFalse(String.valueOf(refused.getMessage()).isBlank(), "nothing is said");
            }
            assertEquals(List.of(), bench.messages());
        }
    }
}
