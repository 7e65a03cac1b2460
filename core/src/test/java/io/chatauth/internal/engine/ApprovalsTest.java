package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.ChannelId;
import io.chatauth.RequestException;
import io.chatauth.internal.config.Bindings;
import io.chatauth.template.Approval;
import org.junit.jupiter.api.Test;

class ApprovalsTest {
    private static final ChannelId ID = ChannelId.of("plain");

    private final Approvals approvals = new Approvals(Bindings.NONE);

    @Test
    void observedRefusalOfATemplateWithoutLanguageHoldsForEveryLanguage() {
        approvals.check(ID, "card", "7", "en");
        approvals.observe(ID, "7", "", observed(Approval.State.REJECTED));

        assertEquals(Approval.State.REJECTED, approvals.of(ID, "7", "vi").state());
        assertThrows(RequestException.class, () -> approvals.check(ID, "card", "7", "en"));
        assertThrows(RequestException.class, () -> approvals.check(ID, "card", "7", "vi"));
        assertDoesNotThrow(() -> approvals.check(ID, "card", "8", "en"));
    }

    @Test
    void whatIsObservedOfTheLanguageItselfCountsMore() {
        approvals.observe(ID, "7", "", observed(Approval.State.REJECTED));
        approvals.observe(ID, "7", "en", observed(Approval.State.APPROVED));

        assertDoesNotThrow(() -> approvals.check(ID, "card", "7", "en"));
    }

    private static Approval observed(Approval.State state) {
        return new Approval(state, Approval.Source.OBSERVED, "");
    }
}
