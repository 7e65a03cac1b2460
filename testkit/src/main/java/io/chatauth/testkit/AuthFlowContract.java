package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chatauth.Address;
import io.chatauth.Allowance;
import io.chatauth.Answer;
import io.chatauth.ChallengeState;
import io.chatauth.Outcome;
import io.chatauth.ResendAnswer;
import io.chatauth.Started;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.spi.AnswerContext.Kind;
import io.chatauth.testkit.FlowBench.Begun;
import io.chatauth.webhook.WebhookResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every {@link io.chatauth.spi.AuthFlow} and its provider must do. Extend it, give the provider, a request and how it is
 * rightly answered, and run it with JUnit. The flow is looked at alone, and at work: in a whole ChatAuth with stores in memory, a
 * clock that is moved, signed webhooks, and a channel whose messages can be read, it is attacked.
 *
 * <p>A flow with several ways to answer has a subclass for each. The races run a few rounds; the system property
 * {@code chatauth.contract.scale} multiplies them. Limits over several challenges are recorded here and refuse nothing: they are
 * not the flow's.
 */
@DisplayName("A flow")
public abstract class AuthFlowContract extends AuthFlowAnswers {
    private static final List<String> BROWSERS = List.of("", FlowBench.COOKIE, "__Host-chatauth=somebody-elses-cookie");

    /** For subclasses. */
    protected AuthFlowContract() {}

    @Test
    void withdrawnChallengeIsOver() {
        try (FlowBench bench = bench()) {
            Begun begun = begin(bench);
            assertInstanceOf(
                    Answer.Cancelled.class,
                    bench.chatAuth.cancel(begun.started().id(), begun.expect()));
            assertEquals("Cancelled", person(bench).right(begun).word());
            assertInstanceOf(
                    Answer.Cancelled.class,
                    bench.chatAuth.resend(begun.started().id(), begun.expect()));
            assertEquals(ChallengeState.CANCELLED, bench.outcome(begun).state());
        }
    }

    @Test
    void messageComesAgainTheSameAfterItsCooldownAndNotForEver() {
        try (FlowBench bench = bench()) {
            Begun begun = begin(bench);
            assumeTrue(begun.message().isPresent(), "nothing is sent");
            Set<String> secrets = FlowPerson.secrets(begun);
            int sends = 1;
            Allowance allowance = bench.outcome(begun).allowance();
            while (allowance.canResendAt().isPresent()) {
                ResendAnswer early = bench.chatAuth.resend(begun.started().id(), begun.expect());
                assertInstanceOf(Answer.TooEarly.class, early);
                Instant at = allowance.canResendAt().get();
                bench.clock.move(Duration.between(bench.clock.instant(), at));
                ResendAnswer.Resent again = assertInstanceOf(
                        ResendAnswer.Resent.class,
                        bench.chatAuth.resend(begun.started().id(), begun.expect()));
                again.accepted().toCompletableFuture().join();
                sends++;
                Begun seen = new Begun(begun.started(), begun.plan(), begun.person(), bench.message(begun.started()));
                assertEquals(secrets, FlowPerson.secrets(seen), "the secret changed");
                allowance = bench.outcome(begun).allowance();
            }
            assertTrue(sends <= begun.plan().maxSends(), "it was sent " + sends + " times");
            assertEquals(sends, bench.messages().size());
            assertNotEquals(
                    ResendAnswer.Resent.class,
                    bench.chatAuth.resend(begun.started().id(), begun.expect()).getClass());
            assertTrue(person(bench).right(begun).approved());
        }
    }

    @Test
    void lookingAtTheLinkSpendsNothing() {
        try (FlowBench bench = bench()) {
            Begun begun = begin(bench);
            assumeTrue(begun.plan().link().isPresent(), "it has no link");
            String token = FlowPerson.token(begun);
            Outcome before = bench.outcome(begun);
            for (String method : List.of("GET", "HEAD", "OPTIONS", "PUT")) {
                for (String cookie : BROWSERS) {
                    WebhookResponse page = bench.page(
                            method, token, Optional.of(cookie).filter(value -> !value.isEmpty()), "choice=yes");
                    assertTrue(page.status() < 500, () -> method + " is answered with " + page.status());
                }
            }
            assertEquals(before, bench.outcome(begun));
            assertTrue(person(bench).right(begun).approved());
        }
    }

    @Test
    void otherBrowserThatPressesWithoutTheNumberApprovesNothing() {
        try (FlowBench bench = bench()) {
            Begun begun = begin(bench);
            assumeTrue(begun.plan().link().isPresent(), "it has no link");
            for (String form :
                    List.of("", "choice=yes", "choice=yes&form=1.AAAAAAAAAAAAAAAAAAAAAA", "form=&choice=yes")) {
                bench.page("POST", FlowPerson.token(begun), Optional.empty(), form);
                bench.page("POST", FlowPerson.token(begun), Optional.of(FlowBench.COOKIE), form);
            }
            assertEquals("Open", person(bench).heard(begun).word());
        }
    }

    @Test
    void decoyLooksTheSameAndSendsNothing() {
        try (FlowBench bench = bench()) {
            Begun real = begin(bench);
            assumeTrue(real.message().isPresent(), "nothing is sent");
            Address nobody = bench.someone();
            int sent = bench.messages().size();
            Started decoy = bench.chatAuth.start(bench.complete(request(nobody).decoy()));
            FlowBench.await(decoy);
            assertEquals(sent, bench.messages().size(), "a decoy was sent");

            Started told = real.started();
            assertEquals(told.expiresAt(), decoy.expiresAt());
            assertEquals(told.allowance(), decoy.allowance());
            assertEquals(told.notes(), decoy.notes());
            assertEquals(told.number().isPresent(), decoy.number().isPresent());
            assertEquals(told.id().value().length(), decoy.id().value().length());

            Begun begun = new Begun(decoy, real.plan(), nobody, Optional.empty());
            assertEquals(bench.outcome(real).allowance(), bench.outcome(begun).allowance());
            if (answeredBy() == Kind.TYPED) {
                for (int i = 0; i <= real.plan().maxAttempts(); i++) {
                    String wrong = person(bench).wrong(real, i).word();
                    Answer answer = bench.chatAuth.verify(decoy.id(), "000000", begun.expect());
                    assertEquals(wrong, answer.getClass().getSimpleName());
                }
            }
            assertFalse(person(bench).heard(begun).approved());
        }
    }

    @Test
    void nothingThatIsToldOrLoggedHoldsASecret() {
        List<String> shown = new ArrayList<>();
        List<String> secrets = new ArrayList<>();
        String printed = Listening.to(() -> {
            try (FlowBench bench = bench()) {
                FlowPerson person = person(bench);
                Begun begun = begin(bench);
                secrets.addAll(FlowPerson.secrets(begun));
                if (begun.message().isPresent()) {
                    secrets.add(begun.person().value());
                    secrets.add(begun.person().value().substring(1));
                }
                begun.plan().transaction().ifPresent(what -> secrets.add(what.payee()));
                shown.add(complete(bench, begun.person()).toString());
                shown.add(begun.plan().toString());
                shown.add(begun.started().toString());
                shown.add(begun.expect().toString());
                shown.add(person.wrong(begun, 0).toString());
                shown.add(bench.outcome(begun).toString());
                shown.add(person.right(begun).toString());
                shown.add(bench.outcome(begun).toString());
                bench.chatAuth.close();
                for (ChatAuthEvent event : bench.events) {
                    shown.add(event.toString());
                }
            }
        });
        shown.add(printed);
        for (String text : shown) {
            for (String secret : secrets) {
                assertFalse(text.contains(secret), () -> "a secret or a person stands in: " + text);
            }
        }
    }
}
