package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import io.chatauth.Expect;
import io.chatauth.LimitReachedException;
import io.chatauth.Outcome;
import io.chatauth.Started;
import io.chatauth.Transaction;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.flow.TransactionConfirmation;
import io.chatauth.webhook.WebhookResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentPageTest {
    private static final Transaction PAYMENT = Transaction.of("120.50", "EUR", "Müller & <b>Söhne</b> \"GmbH\"");
    private static final Expect HERE = Expect.purpose("pay").binding(Browser.BINDING);

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private TransactionConfirmation request() {
        return TransactionConfirmation.to(World.PHONE, PAYMENT)
                .byPage()
                .via("plain")
                .purpose("pay")
                .binding(Browser.BINDING);
    }

    private Started start() {
        Started started = world.engine.start(request().build());
        world.receipt(started);
        return started;
    }

    private ChallengeState state(Started started) {
        return world.store.find(started.id()).orElseThrow().state();
    }

    @Test
    void thePageShowsAmountAndPayeeOfTheRecordAndNothingOfThemIsMarkup() {
        start();

        String page = Browser.home(world).get(Browser.path(world)).body();

        assertTrue(page.contains("<bdi>EUR 120.50</bdi>"), page);
        assertTrue(page.contains("<bdi>Müller &amp; &lt;b&gt;Söhne&lt;/b&gt; &quot;GmbH&quot;</bdi>"), page);
    }

    @Test
    void aYesWhereItBeganNeedsNoDigits() {
        Started started = start();

        WebhookResponse done = Browser.home(world).press(Browser.path(world), "yes");

        assertTrue(done.body().contains("Payment confirmed"), done.body());
        Answer.Approved approved = world.engine
                .outcome(started.id(), HERE.transaction(PAYMENT))
                .flatMap(Outcome::approval)
                .orElseThrow();
        assertEquals(Assurance.BOUND, approved.assurance());
    }

    @Test
    void aYesFromElsewhereNeedsTheDigitsWhateverTheRequestAskedFor() {
        Started started = start();
        Browser other = Browser.other(world);

        assertEquals(400, other.press(Browser.path(world), "yes").status());
        assertEquals(ChallengeState.OPEN, state(started));
        assertEquals(
                200,
                other.type(Browser.path(world), started.number().orElseThrow()).status());
        assertEquals(ChallengeState.APPROVED, state(started));
    }

    @Test
    void wrongDigitsEndIt() {
        Started started = start();

        assertEquals(
                410,
                Browser.other(world)
                        .type(Browser.path(world), Browser.wrong(started))
                        .status());
        assertEquals(ChallengeState.EXHAUSTED, state(started));
    }

    @Test
    void aNoNeedsNoDigitsAnywhereAndIsReported() {
        Started started = start();

        WebhookResponse page = Browser.other(world).get(Browser.path(world));
        WebhookResponse done = Browser.other(world).press(Browser.path(world), "no");

        assertTrue(page.body().contains("value=\"no\" formnovalidate"), page.body());
        assertTrue(done.body().contains("Payment refused"), done.body());
        assertEquals(ChallengeState.DENIED, state(started));
        assertEquals(
                started.id(), world.await(ChatAuthEvent.FraudReported.class).challenge());
    }

    @ParameterizedTest
    @CsvSource({"maybe", "''", "YES"})
    void whatIsNeitherYesNorNoChangesNothing(String choice) {
        Started started = start();

        assertEquals(400, Browser.home(world).press(Browser.path(world), choice).status());
        assertEquals(ChallengeState.OPEN, state(started));
    }

    @Test
    void aYesAfterANoIsTooLate() {
        Started started = start();
        String path = Browser.path(world);
        Browser home = Browser.home(world);
        String form = Browser.form(home.get(path));
        home.press(path, "no");

        WebhookResponse late = home.post(path, Map.of("form", form, "choice", "yes"));

        assertEquals(410, late.status());
        assertEquals(ChallengeState.DENIED, state(started));
        assertFalse(late.body().contains("confirmed"), late.body());
    }

    @Test
    void anApprovalOfAnotherPaymentIsNotHandedOut() {
        Started started = start();
        Browser.home(world).press(Browser.path(world), "yes");

        assertTrue(world.engine
                .outcome(started.id(), HERE.transaction(Transaction.of("120.51", "EUR", PAYMENT.payee())))
                .isEmpty());
    }

    @Test
    void atMostThreeQuestionsInTenMinutesByPageToo() {
        for (int i = 0; i < 3; i++) {
            start();
        }

        assertThrows(LimitReachedException.class, this::start);
    }
}
