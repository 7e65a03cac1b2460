package io.chatauth.internal.guard;

import io.chatauth.ChannelId;
import io.chatauth.Tenant;
import io.chatauth.store.SharedState;
import io.chatauth.store.SharedState.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which counters belong together. A limit that is off has none. */
final class Purses {
    private static final List<Limit> SENDS = List.of(Limit.SENDS_PER_RECIPIENT_10M, Limit.SENDS_PER_RECIPIENT_24H);
    private static final List<Limit> FAILURES = List.of(Limit.FAILURES_PER_RECIPIENT_24H, Limit.FAILURES_IN_A_ROW);
    private static final List<Limit> FAILURES_OF_DEVICE =
            List.of(Limit.FAILURES_PER_DEVICE_24H, Limit.FAILURES_IN_A_ROW);

    private final Figures figures;
    private final Marks marks;

    Purses(Figures figures, Marks marks) {
        this.figures = figures;
        this.marks = marks;
    }

    /** Adds to all counters, or to none and says which is full. */
    static Optional<Counted> add(SharedState state, List<Counted> all) {
        return all.isEmpty() ? Optional.empty() : full(state.add(Marks.plain(all), 1), all);
    }

    /** Which of the counters refused. */
    static Optional<Counted> full(Tally tally, List<Counted> all) {
        return tally.refusedBy()
                .map(counter -> all.stream()
                        .filter(one -> one.counter().key().equals(counter.key()))
                        .findFirst()
                        .orElseThrow());
    }

    /** What one address may start. */
    List<Counted> ip(Tenant tenant, Optional<IpAddress> address) {
        List<Counted> all = new ArrayList<>(2);
        address.ifPresent(ip -> {
            add(all, Limit.STARTS_PER_IP_10M, "ip", tenant.value(), ip.host());
            ip.network().ifPresent(network -> add(all, Limit.STARTS_PER_NETWORK_1H, "ip", tenant.value(), network));
        });
        return all;
    }

    /** The questions that a recipient is asked, whoever asks. */
    List<Counted> prompts(Send send) {
        List<Counted> all = new ArrayList<>(1);
        if (send.prompt()) {
            add(all, Limit.PROMPTS_PER_RECIPIENT_10M, "guard", Guard.parts(send.who()));
        }
        return all;
    }

    /** The messages that all may have sent to a recipient. */
    List<Counted> sends(Who who) {
        List<Counted> all = new ArrayList<>(2);
        add(all, SENDS, "guard", Guard.parts(who));
        return all;
    }

    /** The messages that one known device may have sent besides. */
    List<Counted> sendsOfDevice(Who who, String device) {
        List<Counted> all = new ArrayList<>(2);
        add(all, SENDS, "device", Devices.parts(who, device));
        return all;
    }

    /** The wrong answers of all. */
    List<Counted> failures(Who who) {
        List<Counted> all = new ArrayList<>(2);
        add(all, FAILURES, "guard", Guard.parts(who));
        return all;
    }

    /** The wrong answers of one known device. */
    List<Counted> failuresOfDevice(Who who, String device) {
        List<Counted> all = new ArrayList<>(2);
        add(all, FAILURES_OF_DEVICE, "device", Devices.parts(who, device));
        return all;
    }

    /** What a success ends: the row of the recipient, and that of the device. */
    List<Counted> rows(Who who, Optional<String> device) {
        List<Counted> all = new ArrayList<>(2);
        add(all, Limit.FAILURES_IN_A_ROW, "guard", Guard.parts(who));
        device.ifPresent(digest -> add(all, Limit.FAILURES_IN_A_ROW, "device", Devices.parts(who, digest)));
        return all;
    }

    /** The codes that a person wrote and nobody waits for; over all tenants. */
    List<Counted> misses(Who who) {
        List<Counted> all = new ArrayList<>(1);
        add(
                all,
                Limit.MISSES_PER_WRITER_10M,
                "writer",
                who.channel().value(),
                who.sender(),
                who.counted().value());
        return all;
    }

    /** The same of everyone who writes to a sender. */
    List<Counted> missesOfAll(ChannelId channel, String sender) {
        List<Counted> all = new ArrayList<>(1);
        add(all, Limit.MISSES_PER_SENDER_10M, "writers", channel.value(), sender);
        return all;
    }

    private void add(List<Counted> all, Limit limit, String purpose, String... parts) {
        add(all, List.of(limit), purpose, parts);
    }

    /** The counters of several limits are about the same person, whose keyed hash is made once. */
    private void add(List<Counted> all, List<Limit> limits, String purpose, String... parts) {
        List<String> whom = List.of();
        for (Limit limit : limits) {
            if (figures.on(limit)) {
                whom = whom.isEmpty() ? marks.whom(purpose, parts) : whom;
                all.addAll(Marks.counters(limit, figures.of(limit), whom));
            }
        }
    }
}
