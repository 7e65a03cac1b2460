package io.chatauth.internal.engine;

import static io.chatauth.internal.engine.KeyNodes.code;
import static io.chatauth.internal.engine.KeyNodes.notice;
import static io.chatauth.internal.engine.KeyNodes.ring;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ConfigurationException;
import io.chatauth.Expect;
import io.chatauth.KeyRing;
import io.chatauth.KeyUsage;
import io.chatauth.Started;
import io.chatauth.UnknownKeyException;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.internal.engine.KeyNodes.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rotation over two nodes while challenges are open. */
class RotationTest {
    private static final Expect CARD = Expect.purpose("card");
    private static final String[] BOTH = {"k1:active", "k2:verify-only"};
    private static final String[] TURNED = {"k2:active", "k1:verify-only"};
    private static final String[] RETIRED = {"k2:active", "k1:retired"};

    private final KeyNodes nodes = new KeyNodes("k1:active");
    private final Deque<Coded> open = new ArrayDeque<>();

    @AfterEach
    void close() {
        nodes.close();
    }

    /** Codes are open at every step: each was made one or two steps before, on the one node, and is typed at the other. */
    @Test
    void noCodeBecomesWrongOverAWholeRotation() {
        Started notice = notice(nodes.a);
        startOnBoth();
        for (String[] step : new String[][] {BOTH, TURNED}) {
            nodes.a.engine.keys().reload(ring(step));
            startOnBoth();
            answerOnTheOther(2);
            nodes.b.engine.keys().reload(ring(step));
            startOnBoth();
            answerOnTheOther(2);
        }
        answerOnTheOther(open.size());

        nodes.advance(Duration.ofMinutes(11));
        nodes.a.engine.recover();
        nodes.b.engine.recover();
        startOnBoth();
        nodes.a.engine.keys().reload(ring(RETIRED));
        startOnBoth();
        nodes.b.engine.keys().reload(ring(RETIRED));
        startOnBoth();
        answerOnTheOther(open.size());

        ConfigurationException needed = assertThrows(
                ConfigurationException.class, () -> nodes.a.engine.keys().reload(ring("k2:active")));
        assertTrue(needed.getMessage().contains("1 open challenge needs it"), needed::getMessage);
        assertTrue(nodes.b.engine.complete(notice.id(), CARD).approved(), "a retired key still reads");

        startOnBoth();
        nodes.a.engine.keys().reload(ring("k2:active"));
        nodes.b.engine.keys().reload(ring("k2:active"));
        answerOnTheOther(open.size());
        assertEquals(
                List.of("k2"), List.copyOf(nodes.a.engine.keys().ring().states().keySet()));
    }

    private void startOnBoth() {
        open.add(code(nodes.a));
        open.add(code(nodes.b));
    }

    /** The codes of A are at even places, those of B at odd ones. */
    private void answerOnTheOther(int count) {
        for (int i = 0; i < count; i++) {
            World other = i % 2 == 0 ? nodes.b : nodes.a;
            Coded coded = open.remove();
            assertTrue(
                    other.engine.verify(coded.id(), coded.code(), World.LOGIN).approved(),
                    () -> "the code of " + nodes.row(coded.id()));
        }
    }

    @Test
    void aKeyThatOneNodeLacksCostsNoAttemptThereAndIsNeverAWrongCode() {
        nodes.a.keys.reload(ring("k3:active", "k1:verify-only"));
        Coded coded = code(nodes.a);

        for (int i = 0; i < 10; i++) {
            assertThrows(UnknownKeyException.class, () -> nodes.b.engine.verify(coded.id(), coded.code(), World.LOGIN));
        }
        assertEquals(0, nodes.row(coded.id()).attempts());
        assertTrue(nodes.b.await(ChatAuthEvent.OperatorAlert.class).text().contains("'k3'"));

        nodes.b.engine.keys().reload(ring("k1:active", "k3:verify-only"));
        assertTrue(nodes.b.engine.verify(coded.id(), coded.code(), World.LOGIN).approved());
    }

    @Test
    void aKeyBecomesActiveOnlyWhereAllNodesHaveIt() {
        ConfigurationException refused = refusal(nodes.a, TURNED);

        assertEquals(1, refused.problems().size(), refused::getMessage);
        assertTrue(refused.getMessage().contains("'k2' can't become active yet, because [node-"), refused::getMessage);
        assertTrue(refused.getMessage().startsWith("the key ring can't be reloaded: 1 problem"), refused::getMessage);
        assertEquals("k1", nodes.a.keys.activeId());

        nodes.b.engine.keys().reload(ring(BOTH));
        assertDoesNotThrow(() -> nodes.a.engine.keys().reload(ring(TURNED)));
    }

    @Test
    void aKeyOfTheSameNameWithOtherBytesIsNotTheSameKey() {
        nodes.b
                .engine
                .keys()
                .reload(KeyRing.parse(text("k1", "active") + ",k2:verify-only:"
                        + KeyRing.newKey().reveal()));

        assertTrue(refusal(nodes.a, TURNED).getMessage().contains("'k2' can't become active yet"));
        assertTrue(assertThrows(
                        ConfigurationException.class,
                        () -> nodes.a
                                .engine
                                .keys()
                                .reload(KeyRing.builder()
                                        .key("k1", KeyRing.State.ACTIVE, KeyRing.newKey())
                                        .build()))
                .getMessage()
                .contains("other bytes"));
    }

    @Test
    void aNodeThatIsGoneHoldsNothingUp() {
        nodes.advance(KeyWatch.LEASE);

        assertDoesNotThrow(() -> nodes.a.engine.keys().reload(ring(TURNED)));
    }

    @Test
    void aNodeThatWasClosedHoldsNothingUp() {
        nodes.b.close();

        assertDoesNotThrow(() -> nodes.a.engine.keys().reload(ring(TURNED)));
    }

    @Test
    void aNodeThatStartsWithAKeyThatOthersLackTellsTheOperator() {
        try (World c = nodes.node(nodes.clockA, "k2:active", "k1:verify-only")) {
            c.engine.recover();

            String text = c.await(ChatAuthEvent.OperatorAlert.class).text();
            assertTrue(text.startsWith("the key 'k2' is active here, and [node-"), text);
        }
    }

    @Test
    void aKeyIsNeitherRetiredNorRemovedWhileItIsActiveElsewhereOrItsCodesMayStillCome() {
        nodes.a.engine.keys().reload(ring(BOTH));
        nodes.b.engine.keys().reload(ring(BOTH));
        Coded coded = code(nodes.a);
        Instant safe = nodes.row(coded.id()).createdAt().plus(Duration.ofMinutes(10));
        nodes.a.engine.keys().reload(ring(TURNED));

        List<String> retired = refusal(nodes.a, RETIRED).problems();
        List<String> removed = refusal(nodes.a, "k2:active").problems();
        assertEquals(2, retired.size(), retired::toString);
        assertTrue(retired.get(0).contains("can't be retired here while it is active on [node-"), retired::toString);
        assertTrue(retired.get(1).contains("can't be retired before " + safe), retired::toString);
        assertTrue(removed.get(0).contains("can't be removed here while it is active on [node-"), removed::toString);
        assertTrue(removed.get(1).contains("1 open challenge needs it"), removed::toString);
        assertTrue(refusal(nodes.b, "k2:active", "k1:retired").getMessage().contains("'k1' is active here"));
    }

    @Test
    void theKeyThatEveryoneKnowsIsNoReplacement() {
        ConfigurationException refused = assertThrows(
                ConfigurationException.class, () -> nodes.a.engine.keys().reload(KeyRing.development()));

        assertTrue(refused.getMessage().contains("known to everyone"), refused::getMessage);
    }

    @Test
    void usageTellsWhoNeedsAKeyAndWhoHasIt() {
        nodes.b.engine.keys().reload(ring(BOTH));
        Coded coded = code(nodes.a);

        KeyUsage one = nodes.a.engine.keys().usage("k1");
        KeyUsage two = nodes.a.engine.keys().usage("k2");
        assertEquals(Optional.of(KeyRing.State.ACTIVE), one.state());
        assertEquals(1, one.openChallenges());
        assertEquals(Optional.of(nodes.row(coded.id()).createdAt()), one.newest());
        assertEquals(1, one.knownBy().size());
        assertEquals(one.knownBy(), one.activeOn());
        assertEquals(Optional.empty(), two.state());
        assertEquals(0, two.openChallenges());
        assertEquals(one.knownBy(), two.knownBy());
        assertEquals(List.of(), two.activeOn());
        assertFalse(one.compromised());
    }

    @Test
    void aReloadIsTold() {
        nodes.a.engine.keys().reload(ring(BOTH));

        ChatAuthEvent.KeyRingReloaded told = nodes.a.await(ChatAuthEvent.KeyRingReloaded.class);
        assertEquals(List.of("k1", "k2"), List.copyOf(told.states().keySet()));
    }

    private static ConfigurationException refusal(World world, String... entries) {
        return assertThrows(
                ConfigurationException.class, () -> world.engine.keys().reload(ring(entries)));
    }

    private static String text(String id, String state) {
        return id + ":" + state + ":" + ring(id + ":active").root(id).reveal();
    }
}
