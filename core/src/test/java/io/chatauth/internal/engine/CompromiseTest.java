package io.chatauth.internal.engine;

import static io.chatauth.internal.engine.KeyNodes.code;
import static io.chatauth.internal.engine.KeyNodes.notice;
import static io.chatauth.internal.engine.KeyNodes.ring;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Answer;
import io.chatauth.ChallengeState;
import io.chatauth.ConfigurationException;
import io.chatauth.Expect;
import io.chatauth.Started;
import io.chatauth.Tenant;
import io.chatauth.UnknownKeyException;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.flow.VerificationCode;
import io.chatauth.internal.engine.KeyNodes.Coded;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key is declared compromised on one of two nodes. */
class CompromiseTest {
    private final KeyNodes nodes = new KeyNodes("k1:active", "k2:verify-only");

    @AfterEach
    void close() {
        nodes.close();
    }

    private void turn(World world) {
        world.engine.keys().reload(ring("k2:active", "k1:verify-only"));
    }

    @Test
    void everyOpenChallengeOfTheKeyIsCancelledOverAllTenantsAndNodesAndNoOther() {
        Coded one = code(nodes.a);
        Coded other = code(nodes.b);
        Started tenant = nodes.a.engine.start(VerificationCode.to(KeyNodes.number())
                .via("plain")
                .purpose("login")
                .tenant(Tenant.of("acme"))
                .build());
        Started notice = notice(nodes.b);
        turn(nodes.a);
        Coded under2 = code(nodes.a);

        assertEquals(4, nodes.a.engine.keys().compromise("k1"));

        assertInstanceOf(Answer.Cancelled.class, nodes.a.engine.verify(one.id(), one.code(), World.LOGIN));
        assertInstanceOf(Answer.Cancelled.class, nodes.b.engine.verify(other.id(), other.code(), World.LOGIN));
        assertInstanceOf(Answer.Cancelled.class, nodes.b.engine.complete(notice.id(), Expect.purpose("card")));
        assertEquals(ChallengeState.CANCELLED, nodes.row(tenant.id()).state());
        assertTrue(
                nodes.b.engine.verify(under2.id(), under2.code(), World.LOGIN).approved());
        for (int i = 0; i < 4; i++) {
            assertEquals(
                    ChallengeState.CANCELLED,
                    nodes.a.await(ChatAuthEvent.ChallengeEnded.class).state());
        }
        ChatAuthEvent.KeyCompromised told = nodes.a.await(ChatAuthEvent.KeyCompromised.class);
        assertEquals("k1", told.keyId());
        assertEquals(4, told.cancelled());
        assertEquals(0, nodes.store.uses("k1"));
        assertEquals(0, nodes.a.engine.keys().compromise("k1"), "doing it again does no harm");
    }

    @Test
    void manyChallengesAreCancelledInBatches() {
        for (int i = 0; i < 1_203; i++) {
            nodes.store.insert(Samples.open("many" + i, "k1", nodes.clockA.instant()));
        }
        turn(nodes.a);

        assertEquals(1_203, nodes.a.engine.keys().compromise("k1"));
    }

    @Test
    void theOtherNodeLearnsItWithItsNextRoundAndWithdrawsWhatItIssuedMeanwhile() {
        turn(nodes.a);
        nodes.a.engine.keys().compromise("k1");
        Coded late = code(nodes.b);

        nodes.b.engine.recover();

        assertEquals(Set.of("k1"), nodes.b.engine.keys().compromised());
        assertInstanceOf(Answer.Cancelled.class, nodes.b.engine.verify(late.id(), late.code(), World.LOGIN));
        UnknownKeyException refused = assertThrows(
                UnknownKeyException.class,
                () -> nodes.b.engine.start(nodes.b.code().build()));
        assertTrue(refused.getMessage().contains("was declared compromised"), refused::getMessage);
        String text = nodes.b.await(ChatAuthEvent.OperatorAlert.class).text();
        assertTrue(text.contains("nothing can be started here"), text);

        turn(nodes.b);
        Coded again = code(nodes.b);
        assertTrue(nodes.b.engine.verify(again.id(), again.code(), World.LOGIN).approved());
    }

    @Test
    void aChallengeThatIsNotWithdrawnYetIsNotApprovedEither() {
        turn(nodes.a);
        Coded late = code(nodes.b);
        nodes.a.keys.markCompromised("k1");

        assertInstanceOf(Answer.Cancelled.class, nodes.a.engine.verify(late.id(), late.code(), World.LOGIN));
        assertEquals(0, nodes.row(late.id()).attempts());
    }

    @Test
    void aNodeThatStartsLaterKnowsItFromTheOthers() {
        turn(nodes.a);
        nodes.a.engine.keys().compromise("k1");

        try (World c = nodes.node(nodes.clockA, "k1:active", "k2:verify-only")) {
            c.engine.recover();

            assertThrows(
                    UnknownKeyException.class, () -> c.engine.start(c.code().build()));
        }
    }

    @Test
    void aCompromisedKeyNeverBecomesActiveAgain() {
        turn(nodes.a);
        turn(nodes.b);
        nodes.a.engine.keys().compromise("k1");

        for (World world : new World[] {nodes.a, nodes.b}) {
            ConfigurationException refused = assertThrows(
                    ConfigurationException.class,
                    () -> world.engine.keys().reload(ring("k1:active", "k2:verify-only")));
            assertTrue(refused.getMessage().contains("can't become active again"), refused::getMessage);
        }
    }

    @Test
    void theActiveKeyIsReplacedBeforeItIsDeclaredCompromised() {
        Coded coded = code(nodes.a);

        ConfigurationException refused = assertThrows(
                ConfigurationException.class, () -> nodes.a.engine.keys().compromise("k1"));

        assertTrue(refused.getMessage().contains("then make that one active with keys().reload"), refused::getMessage);
        assertTrue(nodes.a.engine.verify(coded.id(), coded.code(), World.LOGIN).approved());
    }

    @Test
    void aKeyThatThisNodeLacksIsDeclaredWhereItIsKnown() {
        ConfigurationException refused = assertThrows(
                ConfigurationException.class, () -> nodes.a.engine.keys().compromise("k9"));

        assertTrue(refused.getMessage().contains("'k9' is not in this node's ring, which has [k1, k2]"));
    }

    @Test
    void whatWasApprovedBeforeStaysApproved() {
        Coded coded = code(nodes.a);
        nodes.a.engine.verify(coded.id(), coded.code(), World.LOGIN);
        turn(nodes.a);

        assertEquals(0, nodes.a.engine.keys().compromise("k1"));
        assertEquals(ChallengeState.APPROVED, nodes.row(coded.id()).state());
        assertEquals(Tenant.DEFAULT, nodes.row(coded.id()).tenant());
    }
}
