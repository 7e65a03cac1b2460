package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChannelId;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.RequestException;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.event.ChatAuthEvent.TemplateApprovalChanged;
import io.chatauth.event.ChatAuthEvent.TemplateCategoryChanged;
import io.chatauth.event.ChatAuthEvent.TemplateQualityChanged;
import io.chatauth.internal.config.Bindings;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.store.SharedState;
import io.chatauth.template.Approval;
import io.chatauth.template.Approval.State;
import io.chatauth.template.TemplateContent;
import io.chatauth.webhook.InboundEvent.TemplateChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApprovalsTest {
    private static final ChannelId ID = ChannelId.of("plain");
    private static final TemplateContent TEXT = TemplateContent.of(Map.of("category", "UTILITY", "body", "Hi {{1}}"));

    private final MovableClock clock = new MovableClock();
    private final SharedState state = new InMemorySharedState(clock);
    private final List<ChatAuthEvent> events = new ArrayList<>();
    private final Approvals approvals = node("account");

    private Approvals node(String account) {
        return new Approvals(Bindings.NONE, state, clock, account, events::add);
    }

    @Test
    void observedRefusalOfATemplateWithoutLanguageHoldsForEveryLanguage() {
        check("7", "en");
        observe("7", "", State.REJECTED);

        assertEquals(State.REJECTED, approvals.of(ID, "card", "7", "vi").state());
        assertThrows(RequestException.class, () -> check("7", "en"));
        assertThrows(RequestException.class, () -> check("7", "vi"));
        assertDoesNotThrow(() -> check("8", "en"));
    }

    @Test
    void whatIsObservedOfTheLanguageItselfCountsMore() {
        observe("7", "", State.REJECTED);
        observe("7", "en", State.APPROVED);

        assertDoesNotThrow(() -> check("7", "en"));
    }

    @Test
    void aBadStateIsToldWithItsTimeAndWhatToDo() {
        approvals.observe(
                ID, "7", "en", Approval.observed(State.REJECTED, "REJECTED: SCAM", clock.instant()), Optional.empty());

        assertEquals(
                "template '7' (en) on plain is REJECTED (REJECTED: SCAM), observed at 2026-01-01T00:00:00Z; correct it and"
                        + " bring it there again with templates().sync()",
                assertThrows(RequestException.class, () -> check("7", "en")).getMessage());
    }

    @Test
    void anotherNodeHearsOfItWithinSeconds() {
        Approvals other = node("account");
        other.check(ID, "card", "7", "en", true, Optional.empty());
        observe("7", "en", State.PAUSED);

        assertDoesNotThrow(() -> other.check(ID, "card", "7", "en", true, Optional.empty()));
        clock.advance(Approvals.FRESH);
        assertThrows(RequestException.class, () -> other.check(ID, "card", "7", "en", true, Optional.empty()));
    }

    @Test
    void anotherAccountInTheSameStoreHasItsOwnTemplates() {
        observe("7", "en", State.REJECTED);

        assertEquals(Approval.UNKNOWN, node("another").of(ID, "card", "7", "en"));
    }

    @Test
    void aTextThatIsNotTheRegisteredOneIsRefusedWithTheDifference() {
        observe("7", "en", State.APPROVED, TEXT);

        assertDoesNotThrow(() -> check("7", "en", TEXT));
        assertDoesNotThrow(() -> check("7", "en", TEXT.with("category", "MARKETING")));
        RequestException refused =
                assertThrows(RequestException.class, () -> check("7", "en", TEXT.with("body", "Hello {{1}}")));
        assertTrue(
                refused.getMessage().contains("body: registered 'Hi {{1}}', here 'Hello {{1}}'"), refused.getMessage());
    }

    @Test
    void ofATextTooLongToKeepItsFingerprintIsCompared() {
        TemplateContent wide = TEXT.with("body", "x".repeat(9_000));
        observe("7", "en", State.APPROVED, wide);
        Approvals fresh = node("account");

        assertDoesNotThrow(() -> fresh.check(ID, "card", "7", "en", true, Optional.of(wide)));
        assertThrows(
                RequestException.class,
                () -> fresh.check(ID, "card", "7", "en", true, Optional.of(wide.with("body", "y"))));
    }

    @Test
    void aContentStaysKnownWhenAnAnswerDoesNotShowIt() {
        observe("7", "en", State.PENDING, TEXT);
        observe("7", "en", State.APPROVED);

        assertThrows(RequestException.class, () -> check("7", "en", TEXT.with("body", "Hello {{1}}")));
    }

    @Test
    void whatStopsSendingIsAnEventButNotWhatWasExpected() {
        observe("7", "en", State.PENDING);
        observe("8", "en", State.APPROVED);
        assertEquals(List.of(), events);

        observe("7", "en", State.APPROVED);
        observe("8", "en", State.PAUSED);
        observe("9", "en", State.DISABLED);

        assertEquals(
                List.of("7 PENDING APPROVED", "8 APPROVED PAUSED", "9 UNKNOWN DISABLED"),
                events.stream()
                        .map(TemplateApprovalChanged.class::cast)
                        .map(event -> event.template() + " " + event.before() + " "
                                + event.now().state())
                        .toList());
    }

    @Test
    void aWebhookDecidesUnlessSomethingNewerIsKnown() {
        Instant now = clock.instant();
        observe("7", "en", State.PENDING);

        told("7", now.minusSeconds(600), new TemplateChanged.Status(State.REJECTED, "REJECTED"));
        assertEquals(State.PENDING, approvals.of(ID, "card", "7", "en").state());

        told("7", now.plusSeconds(20), new TemplateChanged.Status(State.APPROVED, "APPROVED"));
        told("7", now.plusSeconds(10), new TemplateChanged.Status(State.REJECTED, "REJECTED"));
        assertEquals(State.APPROVED, approvals.of(ID, "card", "7", "en").state());
        assertEquals(1, events.size());
    }

    @Test
    void anotherCategoryOrQualityIsAnEventAndRefusesNothing() {
        observe("7", "en", State.APPROVED, TEXT);

        told("7", clock.instant(), new TemplateChanged.Category("UTILITY", "MARKETING"));
        told("7", clock.instant(), new TemplateChanged.Quality("HIGH", "LOW"));

        assertEquals(
                "MARKETING",
                assertInstanceOf(TemplateCategoryChanged.class, events.get(0)).to());
        assertEquals(
                "LOW",
                assertInstanceOf(TemplateQualityChanged.class, events.get(1)).to());
        assertDoesNotThrow(() -> check("7", "en", TEXT));

        observe("7", "en", State.APPROVED, TEXT);
        assertEquals(
                "UTILITY",
                assertInstanceOf(TemplateCategoryChanged.class, events.get(2)).to());
    }

    @Test
    void aFailureOverTheTemplateMakesItUnknownOnce() {
        observe("7", "en", State.APPROVED, TEXT);
        DeliveryFailure failure = new DeliveryFailure(FailureReason.TEMPLATE, "7009 EC_INVALID_TEMPLATE", "no such");

        approvals.invalidate(ID, "7", "en", failure);
        approvals.invalidate(ID, "7", "en", failure);

        assertEquals(1, events.size());
        Approval now =
                assertInstanceOf(TemplateApprovalChanged.class, events.get(0)).now();
        assertEquals(State.UNKNOWN, now.state());
        assertEquals("7009 EC_INVALID_TEMPLATE no such", now.detail());
        assertDoesNotThrow(() -> check("7", "en", TEXT.with("body", "another")));
    }

    @Test
    void whatNobodyKnowsAnythingOfIsNotInvalidated() {
        approvals.missing(ID, "7", "en");

        assertEquals(List.of(), events);
        assertEquals(Approval.UNKNOWN, approvals.of(ID, "card", "7", "en"));
    }

    @Test
    void whatIsKnownIsForgottenAfterALongTime() {
        observe("7", "en", State.REJECTED);
        clock.advance(Duration.ofDays(91));

        assertDoesNotThrow(() -> check("7", "en"));
    }

    private void observe(String template, String language, State state) {
        approvals.observe(ID, template, language, Approval.observed(state, "", clock.instant()), Optional.empty());
    }

    private void observe(String template, String language, State state, TemplateContent content) {
        approvals.observe(ID, template, language, Approval.observed(state, "", clock.instant()), Optional.of(content));
    }

    private void told(String template, Instant at, TemplateChanged.Change change) {
        approvals.told(ID, new TemplateChanged("1", template, "en", Optional.of(at), change));
    }

    private void check(String template, String language) {
        approvals.check(ID, "card", template, language, true, Optional.empty());
    }

    private void check(String template, String language, TemplateContent here) {
        approvals.check(ID, "card", template, language, true, Optional.of(here));
    }
}
