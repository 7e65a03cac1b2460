package io.chatauth.internal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.KeyRing;
import io.chatauth.store.SharedState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoarseTest {
    private final Rig rig = new Rig(Figures.DEFAULT);

    @AfterEach
    void close() {
        rig.close();
    }

    /** One number of a prefix. */
    private static String of(int prefix, int i) {
        return "+4479" + (10_000 + prefix) + (1000 + i);
    }

    @Test
    void onePrefixGetsTwentyMessagesAnHourWhileNobodyAnswers() {
        int[] i = {0};
        assertEquals(20, rig.sends(100, () -> rig.send(of(1, i[0]++))));
        assertEquals("sends-per-prefix-1h", rig.limits().get(0));
        assertEquals(1, rig.sends(1, () -> rig.send(of(2, 0))), "another prefix");
        rig.clock.advance(Duration.ofHours(1));
        assertEquals(20, rig.sends(100, () -> rig.send(of(1, i[0]++))));
    }

    @Test
    void whereThreeInTenAnswerThePrefixIsNotBounded() {
        int sent = 0;
        for (int i = 0; i < 150; i++) {
            int number = i;
            sent += rig.sends(1, () -> rig.send(of(1, number)));
            if (i % 3 == 0) {
                rig.success(of(1, number), Optional.empty());
            }
        }
        assertEquals(150, sent);
    }

    @Test
    void aKnownDevicePassesWhatStrangersFilled() {
        rig.success(of(1, 500), Optional.of("device"));
        int[] i = {0};
        rig.sends(100, () -> rig.send(of(1, i[0]++)));

        assertEquals(0, rig.sends(1, () -> rig.send(of(1, 500))));
        assertEquals(1, rig.sends(1, () -> rig.send(of(1, 500), Optional.empty(), Optional.of("device"))));
    }

    @Test
    void oneCountryGetsTwoHundredAnHour() {
        int[] i = {0};
        assertEquals(200, rig.sends(300, () -> rig.send(of(i[0]++, 0))));
        assertEquals("sends-per-country-1h", rig.limits().get(0));
    }

    @Test
    void theDayEndsAtItsFigureAndTheAlarmComesOnceAtSeventyPercent() {
        Figures figures = Figures.DEFAULT.with(Limit.SENDS_24H, 100).with(Limit.SENDS_PER_COUNTRY_1H, 0);
        try (Rig first = new Rig(figures);
                Rig second = first.beside(figures)) {
            int[] i = {0};
            assertEquals(69, first.sends(69, () -> first.send(of(i[0]++, 0))));
            first.guard.flush();
            assertEquals(0, first.alerts().size());
            assertEquals(31, first.sends(50, () -> first.send(of(i[0]++, 0))));
            first.guard.flush();
            first.guard.flush();
            second.guard.flush();
            second.sends(1, () -> second.send(of(i[0]++, 0)));
            second.guard.flush();

            assertEquals(1, first.alerts().size() + second.alerts().size());
            assertTrue(first.alerts().get(0).startsWith("100 of 100 messages of this day are used up"));
            assertEquals(0, second.sends(5, () -> second.send(of(i[0]++, 0))));
            first.clock.advance(Duration.ofDays(1));
            assertEquals(5, second.sends(5, () -> second.send(of(i[0]++, 0))));
        }
    }

    @Test
    void nodesShareTheirCountsAndOvershootByWhatTheOthersStartBetweenTwoRounds() {
        try (Rig other = rig.beside(Figures.DEFAULT)) {
            int[] i = {0};
            int sent = 0;
            for (int round = 0; round < 60; round++) {
                sent += rig.sends(3, () -> rig.send(of(1, i[0]++)));
                sent += other.sends(3, () -> other.send(of(1, i[0]++)));
                rig.guard.flush();
                other.guard.flush();
                rig.clock.advance(Coarse.INTERVAL);
            }
            assertTrue(sent >= 20 && sent <= 23, "20, and at most the 3 of a round more: " + sent);
        }
    }

    @Test
    void nodesShareTheirCountsWhileKeysRotate() {
        KeyRing early = Rig.both(KeyRing.State.ACTIVE, KeyRing.State.VERIFY_ONLY);
        KeyRing late = Rig.both(KeyRing.State.VERIFY_ONLY, KeyRing.State.ACTIVE);
        try (Rig first = rig.beside(Figures.DEFAULT, early);
                Rig second = rig.beside(Figures.DEFAULT, late)) {
            int[] i = {0};
            first.sends(20, () -> first.send(of(1, i[0]++)));
            first.guard.flush();
            second.sends(1, () -> second.send(of(1, i[0]++)));
            second.guard.flush();
            assertEquals(0, second.sends(5, () -> second.send(of(1, i[0]++))));
        }
    }

    @Test
    void whatCouldNotBeSharedIsSharedLaterAndOnce() {
        boolean[] down = {false};
        SharedState shaky = GuardTest.shaky(rig.state, down);
        try (Rig node = new Rig(Figures.DEFAULT, Rig.ONE, rig.clock, shaky);
                Rig other = rig.beside(Figures.DEFAULT)) {
            int[] i = {0};
            node.sends(15, () -> node.send(of(1, i[0]++)));
            down[0] = true;
            node.guard.flush();
            down[0] = false;
            node.guard.flush();
            node.guard.flush();

            other.sends(1, () -> other.send(of(1, i[0]++)));
            other.guard.flush();
            assertEquals(4, other.sends(20, () -> other.send(of(1, i[0]++))), "15 and 1 and 4");
        }
    }

    @Test
    void tenantsHaveTheirOwnPrefixes() {
        int[] i = {0};
        rig.sends(30, () -> rig.send(of(1, i[0]++)));
        Who elsewhere = rig.guard.who(
                io.chatauth.Tenant.of("other"),
                Rig.CHANNEL,
                "bank",
                io.chatauth.Address.phone(of(1, 77)),
                Optional.of("GB"));
        rig.guard.admit(Send.first(elsewhere, Optional.empty(), Optional.empty(), false));
    }
}
