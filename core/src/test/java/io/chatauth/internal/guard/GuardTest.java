package io.chatauth.internal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.LimitReachedException;
import io.chatauth.StoreException;
import io.chatauth.Tenant;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.store.SharedState;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final String PHONE = "+441134960001";
    private static final Optional<String> DEVICE = Optional.of("a".repeat(64));

    private final Rig rig = new Rig(Figures.DEFAULT);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aRecipientGetsFiveMessagesInTenMinutesAndTenADay() {
        assertEquals(5, rig.sends(20, () -> rig.send(PHONE)));
        rig.clock.advance(Duration.ofMinutes(10));
        assertEquals(5, rig.sends(20, () -> rig.send(PHONE)));
        rig.clock.advance(Duration.ofMinutes(10));
        assertEquals(0, rig.sends(20, () -> rig.send(PHONE)));

        assertEquals(Set.of("sends-per-recipient-10m", "sends-per-recipient-24h"), new HashSet<>(rig.limits()));
        rig.clock.advance(Duration.ofDays(1));
        assertEquals(5, rig.sends(20, () -> rig.send(PHONE)));
    }

    @Test
    void whatIsTakenBackCountsNothing() {
        for (int i = 0; i < 50; i++) {
            rig.send(PHONE, Optional.of("198.51.100.7"), Optional.empty()).takeBack();
        }
        assertEquals(5, rig.sends(20, () -> rig.send(PHONE)));
    }

    @Test
    void oneAddressStartsTenIn10MinutesHoweverItIsWritten() {
        int[] number = {0};
        String[] spellings = {"198.51.100.7", "::ffff:198.51.100.7", "::ffff:c633:6407"};
        int sent = rig.sends(30, () -> {
            String ip = spellings[number[0] % spellings.length];
            rig.send("+4411349" + (60000 + 17 * number[0]++), Optional.of(ip), Optional.empty());
        });

        assertEquals(10, sent);
        assertEquals("starts-per-ip-10m", rig.limits().get(0));
    }

    @Test
    void rotatingThroughAnIpv6NetworkStartsTenPer64AndFiftyPer48() {
        int[] number = {0};
        int sameHost = rig.sends(
                30,
                () -> rig.send(
                        number(number[0]++),
                        Optional.of("2001:db8:1:1::" + Integer.toHexString(number[0])),
                        Optional.empty()));
        int others = rig.sends(
                500,
                () -> rig.send(
                        number(number[0]++),
                        Optional.of("2001:db8:1:" + Integer.toHexString(number[0]) + "::1"),
                        Optional.empty()));

        assertEquals(10, sameHost);
        assertEquals(40, others);
        assertTrue(rig.limits().contains("starts-per-network-1h"));
    }

    /** Each of a prefix of its own. */
    private static String number(int i) {
        return "+4479" + (10_000 + i) + "0000";
    }

    @Test
    void twentyWrongAnswersADayAreComparedAndARightOneIsGivenBack() {
        for (int i = 0; i < 40; i++) {
            rig.success(PHONE, Optional.empty());
        }
        int compared = 0;
        for (int i = 0; i < 40; i++) {
            compared += rig.answer(PHONE).refused() ? 0 : 1;
        }
        assertEquals(20, compared);
        assertEquals("failures-per-recipient-24h", rig.limits().get(0));
    }

    @Test
    void aKnownDeviceHasAPurseOfItsOwnWhenStrangersHaveEmptiedTheOther() {
        rig.success(PHONE, DEVICE);
        exhaust();

        assertTrue(rig.answer(PHONE).refused());
        assertTrue(rig.answer(PHONE, Optional.of("b".repeat(64))).refused(), "a device that nobody knows");
        int compared = 0;
        for (int i = 0; i < 40; i++) {
            compared += rig.answer(PHONE, DEVICE).refused() ? 0 : 1;
        }
        assertEquals(20, compared);
        assertEquals("failures-per-device-24h", rig.limits().get(rig.limits().size() - 1));
    }

    @Test
    void aKnownDeviceIsSentItsOwnMessagesWhenStrangersHaveUsedUpTheOthers() {
        rig.success(PHONE, DEVICE);
        assertEquals(5, rig.sends(20, () -> rig.send(PHONE)));

        assertThrows(LimitReachedException.class, () -> rig.send(PHONE));
        assertEquals(5, rig.sends(20, () -> rig.send(PHONE, Optional.of("198.51.100.7"), DEVICE)));
    }

    @Test
    void theDeviceOfOneIsAStrangerToAnother() {
        rig.success(PHONE, DEVICE);
        String other = "+441134960002";
        assertEquals(5, rig.sends(20, () -> rig.send(other, Optional.empty(), DEVICE)));
        Who elsewhere = rig.guard.who(Tenant.of("other"), Rig.CHANNEL, "bank", Address.phone(PHONE), Optional.of("GB"));
        assertEquals(5, rig.sends(20, () -> rig.guard.admit(Send.first(elsewhere, Optional.empty(), DEVICE, false))));
    }

    @Test
    void aDeviceIsKnownForNinetyDaysAfterItsLastSuccess() {
        rig.success(PHONE, DEVICE);
        rig.clock.advance(Duration.ofDays(89));
        rig.success(PHONE, DEVICE);
        rig.clock.advance(Duration.ofDays(89));
        assertEquals(10, rig.sends(20, () -> rig.send(PHONE, Optional.empty(), DEVICE)));

        rig.clock.advance(Duration.ofDays(1));
        assertEquals(5, rig.sends(20, () -> rig.send(PHONE, Optional.empty(), DEVICE)));
    }

    @Test
    void fiveDevicesAreKnownAndTheOneLongestAwayGivesWay() {
        for (int i = 0; i < 6; i++) {
            rig.success(PHONE, Optional.of("device-" + i));
        }
        exhaust();

        assertTrue(rig.answer(PHONE, Optional.of("device-0")).refused());
        for (int i = 1; i < 6; i++) {
            assertFalse(rig.answer(PHONE, Optional.of("device-" + i)).refused());
        }
    }

    @Test
    void aHundredFailuresInARowCloseTheRecipientUntilASuccessOrAnUnlock() {
        rig.success(PHONE, DEVICE);
        int compared = failDailyFor(10);
        assertEquals(100, compared, "20 a day for five days, then none");
        assertTrue(rig.limits().contains("failures-in-a-row"));

        rig.success(PHONE, DEVICE);
        assertFalse(rig.answer(PHONE).refused(), "the owner got in on a known device");

        assertEquals(99, failDailyFor(10));
        rig.guard.unlock(rig.who(PHONE));
        assertFalse(rig.answer(PHONE).refused(), "the application unlocked");
    }

    private int failDailyFor(int days) {
        int compared = 0;
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < 30; i++) {
                compared += rig.answer(PHONE).refused() ? 0 : 1;
            }
            rig.clock.advance(Duration.ofDays(1));
        }
        return compared;
    }

    @Test
    void threeQuestionsAreAskedInTenMinutesAndNoneAfterANo() {
        assertEquals(3, rig.sends(5, () -> rig.ask(PHONE)));
        assertEquals("prompts-per-recipient-10m", rig.limits().get(0));
        rig.clock.advance(Duration.ofMinutes(10));
        rig.ask(PHONE);
        rig.guard.denied(rig.who(PHONE));

        assertEquals(0, rig.sends(2, () -> rig.ask(PHONE)));
        assertEquals("pause-after-no", rig.limits().get(rig.limits().size() - 1));
        rig.send(PHONE);
        rig.clock.advance(Duration.ofMinutes(10));
        rig.ask(PHONE);
    }

    @Test
    void fiveCodesThatNobodyWaitsForArePassedOnPerWriter() {
        int looked = 0;
        for (int i = 0; i < 8; i++) {
            looked += rig.guard
                            .countMiss(Rig.CHANNEL, "bank", Address.phone(PHONE))
                            .refused()
                    ? 0
                    : 1;
        }
        assertEquals(5, looked);
        assertEquals("misses-per-writer-10m", rig.limits().get(0));
        assertFalse(rig.guard
                .countMiss(Rig.CHANNEL, "bank", Address.phone("+441134960002"))
                .refused());
    }

    @Test
    void manyWhoWriteAFewWrongCodesEachRaiseOneAlarm() {
        for (int writer = 0; writer < 25; writer++) {
            Address phone = Address.phone("+4411349600" + (10 + writer));
            for (int i = 0; i < 4; i++) {
                assertFalse(rig.guard.countMiss(Rig.CHANNEL, "bank", phone).refused());
            }
            assertEquals(List.of(), rig.alerts(), "a hundred are none too many");
        }
        for (int writer = 0; writer < 9; writer++) {
            Address phone = Address.phone("+4411349601" + (10 + writer));
            assertFalse(rig.guard.countMiss(Rig.CHANNEL, "bank", phone).refused(), "nobody new is refused");
        }
        assertEquals(1, rig.alerts().size());
        assertTrue(rig.alerts().get(0).startsWith("more than 100 opt-in codes"), rig.alerts()::toString);
        assertTrue(rig.alerts().get(0).contains("misses-per-sender-10m"), rig.alerts()::toString);

        rig.guard.countMiss(Rig.CHANNEL, "another", Address.phone("+441134960199"));
        rig.clock.advance(Duration.ofMinutes(10));
        rig.guard.countMiss(Rig.CHANNEL, "bank", Address.phone("+441134960198"));
        assertEquals(1, rig.alerts().size(), "another sender and another time have counts of their own");
    }

    @Test
    void rightCodesRaiseNoAlarm() {
        for (int i = 0; i < 150; i++) {
            rig.guard
                    .countMiss(Rig.CHANNEL, "bank", Address.phone("+44113496" + (1000 + i)))
                    .takeBackAtOnce();
        }
        assertEquals(List.of(), rig.alerts());
    }

    @Test
    void aCodeThatSomebodyWaitsForIsNoMiss() {
        for (int i = 0; i < 20; i++) {
            Reservation counted = rig.guard.countMiss(Rig.CHANNEL, "bank", Address.phone(PHONE));
            assertFalse(counted.refused());
            counted.takeBack();
            rig.guard.flush();
        }
    }

    @Test
    void whileKeysRotateARecipientHasOneCounter() {
        try (Rig early = rig.beside(
                        Figures.DEFAULT,
                        Rig.both(io.chatauth.KeyRing.State.ACTIVE, io.chatauth.KeyRing.State.VERIFY_ONLY));
                Rig late = rig.beside(
                        Figures.DEFAULT,
                        Rig.both(io.chatauth.KeyRing.State.VERIFY_ONLY, io.chatauth.KeyRing.State.ACTIVE));
                Rig after = rig.beside(Figures.DEFAULT, Rig.second())) {
            rig.send(PHONE);
            early.send(PHONE);
            late.send(PHONE);
            early.send(PHONE);
            late.send(PHONE);

            assertThrows(LimitReachedException.class, () -> early.send(PHONE));
            assertEquals(
                    1, after.sends(3, () -> after.send(PHONE)), "the new key has all that was counted since it came");
            assertFalse(early.answer(PHONE).refused());
        }
    }

    @Test
    void aDeviceStaysKnownWhenKeysRotate() {
        rig.success(PHONE, DEVICE);
        rig.keys.reload(Rig.both(io.chatauth.KeyRing.State.VERIFY_ONLY, io.chatauth.KeyRing.State.ACTIVE));
        exhaust();
        assertFalse(rig.answer(PHONE, DEVICE).refused());
        rig.success(PHONE, DEVICE);
        rig.keys.reload(Rig.second());
        exhaust();
        assertFalse(rig.answer(PHONE, DEVICE).refused());
    }

    private void exhaust() {
        while (!rig.answer(PHONE).refused()) {
            continue;
        }
    }

    @Test
    void whoIsDeniedIsNeverWrittenToAndWhoIsAllowedPassesAllButFailures() {
        Lists lists = Lists.of(List.of("+44113496*", "user-7"), List.of("+441134960666"));
        try (Rig listed = new Rig(Figures.DEFAULT.with(lists).with(Limit.SENDS_24H, 3))) {
            assertEquals(50, listed.sends(50, () -> listed.send(PHONE)));
            assertEquals(0, listed.sends(5, () -> listed.send("+441134960666")));
            assertEquals(List.of("deny", "deny", "deny", "deny", "deny"), listed.limits());
            assertEquals(0, listed.sends(5, () -> listed.send("+447900000001")), "the day is used up");
            while (!listed.answer(PHONE).refused()) {
                continue;
            }
            assertEquals(10, listed.sends(20, () -> listed.send(PHONE, Optional.of("198.51.100.7"), Optional.empty())));
        }
    }

    @Test
    void recordingRefusesNothingAndTellsEverything() {
        try (Rig recording = new Rig(Figures.DEFAULT.recording())) {
            assertEquals(50, recording.sends(50, () -> recording.ask(PHONE)));
            for (int i = 0; i < 50; i++) {
                assertFalse(recording.answer(PHONE).refused());
            }
            assertTrue(recording.limits().size() > 60, recording.limits()::toString);
            assertTrue(recording.guard.limits().toString().contains("ONLY RECORDED"));
        }
    }

    @Test
    void aLimitThatIsOffBoundsNothing() {
        Figures figures = Figures.DEFAULT;
        for (Limit limit : Limit.values()) {
            figures = figures.with(limit, 0);
        }
        try (Rig open = new Rig(figures)) {
            assertEquals(300, open.sends(300, () -> open.send(PHONE, Optional.of("2001:db8::1"), Optional.empty())));
            for (int i = 0; i < 200; i++) {
                assertFalse(open.answer(PHONE).refused());
            }
            assertEquals(0, ((InMemorySharedState) open.state).size(), "nothing is counted");
            assertTrue(Listing.warnings(figures).get(0).contains("sends-24h"));
        }
    }

    @Test
    void withoutSharedStateNothingIsSentAndAnswersGoOnWithAnAlert() {
        boolean[] down = {true};
        try (Rig broken = new Rig(Figures.DEFAULT, Rig.ONE, rig.clock, shaky(rig.state, down))) {
            assertThrows(StoreException.class, () -> broken.send(PHONE));
            Reservation reserved = broken.answer(PHONE);
            assertFalse(reserved.refused());
            assertTrue(broken.alerts().get(0).contains("per challenge only"));
            assertThrows(StoreException.class, () -> broken.guard.countMiss(Rig.CHANNEL, "bank", Address.phone(PHONE)));
            reserved.takeBack();
            broken.guard.denied(broken.who(PHONE));
            broken.guard.flush();
            down[0] = false;
            assertEquals(5, broken.sends(9, () -> broken.send(PHONE)), "what failed counted nothing");
        }
    }

    static SharedState shaky(SharedState real, boolean[] down) {
        return (SharedState) Proxy.newProxyInstance(
                SharedState.class.getClassLoader(), new Class<?>[] {SharedState.class}, (proxy, method, args) -> {
                    if (down[0]) {
                        throw new StoreException("the shared state is down", null);
                    }
                    try {
                        return method.invoke(real, args);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void keysOfCountersAreShortAndNameNobody() {
        Set<String> keys = new HashSet<>();
        SharedState listening = (SharedState) Proxy.newProxyInstance(
                SharedState.class.getClassLoader(), new Class<?>[] {SharedState.class}, (proxy, method, args) -> {
                    if (args[0] instanceof List<?> counters) {
                        counters.forEach(counter -> keys.add(((SharedState.Counter) counter).key()));
                    } else if (args[0] instanceof String key) {
                        keys.add(key);
                    }
                    return method.invoke(rig.state, args);
                });
        try (Rig heard = new Rig(Figures.DEFAULT, Rig.ONE, rig.clock, listening)) {
            heard.send(PHONE, Optional.of("198.51.100.7"), Optional.empty());
            heard.ask(PHONE);
            heard.success(PHONE, DEVICE);
        }

        assertTrue(keys.size() >= 9, keys::toString);
        for (String key : keys) {
            assertTrue(key.length() <= 42, key);
            assertFalse(key.contains("4411349600") || key.contains("198.51"), key);
        }
    }
}
