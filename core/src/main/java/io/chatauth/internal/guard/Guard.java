package io.chatauth.internal.guard;

import io.chatauth.Address;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.ConsentWithdrawnException;
import io.chatauth.LimitReachedException;
import io.chatauth.Limits;
import io.chatauth.StoreException;
import io.chatauth.Tenant;
import io.chatauth.store.SharedState.Checked;
import io.chatauth.store.SharedState.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a message may be sent and an answer compared. All exact counters of a message are added in one call, and so
 * are those of an answer.
 *
 * <p>Each recipient has two purses, for messages and for wrong answers: one that all share, and one for each device from which
 * an answer was right before. A known device uses the shared one, and its own when strangers have emptied that; so nobody can
 * lock it out, and nobody else is given more. It also passes the limits per address,
 * prefix and country, which strangers can fill as well.
 *
 * <p>Safe for use by many threads.
 */
public final class Guard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final Means means;
    private final Figures figures;
    private final Marks marks;
    private final Devices devices;
    private final Coarse coarse;
    private final Purses purses;
    private final Teller teller;
    private final Chores chores;
    private final Misses misses;

    /**
     * Makes a guard, and says loudly what is turned off.
     *
     * @param means what it works with
     * @param figures the bounds
     * @param threads makes the one thread for what nobody waits for
     */
    public Guard(Means means, Figures figures, ThreadFactory threads) {
        this.means = means;
        this.figures = figures;
        marks = new Marks(means.keys());
        teller = new Teller(means.clock(), means.events(), figures.recordOnly());
        devices = new Devices(means, marks);
        coarse = new Coarse(means, figures, marks, teller);
        purses = new Purses(figures, marks);
        misses = new Misses(means, figures, purses, teller);
        chores = new Chores(threads);
        Listing.warnings(figures).forEach(LOG::warn);
    }

    /** Says whom something is counted for: who is known to have a number is counted by it, whatever address is written to. */
    public Who who(Tenant tenant, ChannelId channel, String sender, Address to, Optional<String> country) {
        return new Who(tenant, channel, sender, to, number(channel, sender, to), country);
    }

    private Address number(ChannelId channel, String sender, Address to) {
        if (to.kind() == Address.Kind.PHONE) {
            return to;
        }
        try {
            return means.aliases().proven(channel, sender, to).stream()
                    .filter(other -> other.kind() == Address.Kind.PHONE)
                    .findFirst()
                    .orElse(to);
        } catch (StoreException e) {
            LOG.debug("Whether a user id of {} has a phone number can't be told: {}", channel, e.getMessage());
            return to;
        }
    }

    /** The look-up key of a person, over all channels, under one key. */
    public String subjectKey(String keyId, Who who) {
        return means.keys().index(keyId, "subject", who.parts());
    }

    static String[] parts(Who who) {
        String[] person = who.parts();
        String[] all = new String[person.length + 1];
        all[0] = who.tenant().value();
        System.arraycopy(person, 0, all, 1, person.length);
        return all;
    }

    /**
     * Counts a message.
     *
     * @return what takes it back if it is not made after all
     * @throws LimitReachedException if it must not be sent; which limit it was, only the operator is told
     * @throws ConsentWithdrawnException if the person wants no more messages; nothing was counted
     * @throws StoreException if the shared state can't be reached: then nothing is issued
     */
    public Admission admit(Send send) {
        Who who = send.who();
        if (figures.lists().denies(who)) {
            refuse("deny", send);
        }
        boolean allowed = figures.lists().allows(who);
        admitCoarse(send, allowed);
        boolean admitted = false;
        try {
            if (send.prompt() && paused(who)) {
                refuse("pause-after-no", send);
            }
            List<Counter> counted = count(send, allowed);
            admitted = true;
            return new Admission(means.state(), coarse, who, counted);
        } finally {
            if (!admitted) {
                coarse.takeBack(who);
            }
        }
    }

    private void admitCoarse(Send send, boolean allowed) {
        Who who = send.who();
        Optional<Limit> full = coarse.add(who, limit -> allowed);
        if (full.isPresent() && full.get() != Limit.SENDS_24H && devices.knows(who, send.device())) {
            full = coarse.add(who, limit -> limit != Limit.SENDS_24H);
        }
        if (full.isPresent()) {
            refuse(full.get().named(), send);
            coarse.add(who, limit -> true);
        }
    }

    private List<Counter> count(Send send, boolean allowed) {
        List<Counted> all = new ArrayList<>(purses.prompts(send));
        all.addAll(purses.ip(send.who().tenant(), send.ip()));
        if (!allowed) {
            all.addAll(purses.sends(send.who()));
        }
        Optional<Counted> full = addUnlessStopped(send.who(), all);
        if (full.isPresent()
                && full.get().limit() != Limit.PROMPTS_PER_RECIPIENT_10M
                && devices.knows(send.who(), send.device())) {
            all = new ArrayList<>(purses.prompts(send));
            all.addAll(purses.sendsOfDevice(send.who(), send.device().orElseThrow()));
            full = add(all);
        }
        if (full.isPresent()) {
            refuse(full.get().limit().named(), send);
            return addUnbounded(all);
        }
        return Marks.plain(all);
    }

    /** The same for a message: one round trip tells, too, whether the person wants none. */
    private Optional<Counted> addUnlessStopped(Who who, List<Counted> all) {
        List<String> stops = means.stops().marks(who.channel(), who.sender(), who.to());
        Checked checked = means.state().addUnless(stops, Marks.plain(all), 1);
        if (checked.present().isPresent()) {
            throw new ConsentWithdrawnException(who.channel(), who.sender());
        }
        return Purses.full(checked.tally(), all);
    }

    private Optional<Counted> add(List<Counted> all) {
        return Purses.add(means.state(), all);
    }

    private List<Counter> addUnbounded(List<Counted> all) {
        List<Counter> unbounded = Marks.unbounded(all);
        means.state().add(unbounded, 1);
        return unbounded;
    }

    /** Tells the operator that a challenge has had all its messages, which the caller is only told as a limit. */
    public void reachedSends(Tenant tenant, ChallengeId challenge) {
        teller.reached(Listing.SENDS_PER_CHALLENGE, tenant, Optional.of(challenge));
    }

    /** Tells the operator, and throws unless limits are only recorded. */
    private void refuse(String limit, Send send) {
        refuse(limit, send.who().tenant(), send.challenge());
    }

    private void refuse(String limit, Tenant tenant, Optional<ChallengeId> challenge) {
        teller.reached(limit, tenant, challenge);
        if (!figures.recordOnly()) {
            throw new LimitReachedException();
        }
    }

    /**
     * Counts an invitation, which is sent to nobody: only by where it was asked for.
     *
     * @throws LimitReachedException if it must not be made; which limit it was, only the operator is told
     * @throws io.chatauth.RequestException if the IP address is none
     * @throws StoreException if the shared state can't be reached: then nothing is issued
     */
    public void admitInvitation(Tenant tenant, Optional<String> ip) {
        List<Counted> all = purses.ip(tenant, ip.map(IpAddress::parse));
        Optional<Counted> full = add(all);
        if (full.isPresent()) {
            refuse(full.get().limit().named(), tenant, Optional.empty());
            addUnbounded(all);
        }
    }

    private boolean paused(Who who) {
        return !figures.pauseAfterNo().isZero()
                && marks.names("no", parts(who)).stream()
                        .anyMatch(mark -> means.state().get("no:" + mark).isPresent());
    }

    /** Notes that a person said no: nobody is to be asked again at once. Without shared state it is told, and goes on. */
    public void denied(Who who) {
        if (figures.pauseAfterNo().isZero()) {
            return;
        }
        try {
            means.state().put("no:" + marks.names("no", parts(who)).get(0), "no", figures.pauseAfterNo());
        } catch (StoreException e) {
            teller.alert("the shared state can't be reached; who just said no may be asked again at once");
        }
    }

    /**
     * Reserves one wrong answer before an answer is compared. If the shared state can't be reached, the limit per challenge alone
     * holds, and the operator is told.
     *
     * @param who whose challenge it is
     * @param device a digest of what the device shows that answers; empty if it shows nothing
     * @param challenge the challenge
     * @return the reservation; {@link Reservation#refused} if the answer must not be compared
     */
    public Reservation reserve(Who who, Optional<String> device, ChallengeId challenge) {
        try {
            List<Counted> purse = purses.failures(who);
            Optional<Counted> full = add(purse);
            if (full.isPresent() && devices.knows(who, device)) {
                purse = purses.failuresOfDevice(who, device.orElseThrow());
                full = add(purse);
            }
            if (full.isEmpty()) {
                return new Reservation(this, Marks.plain(purse), false);
            }
            teller.reached(full.get().limit().named(), who.tenant(), Optional.of(challenge));
            return figures.recordOnly()
                    ? new Reservation(this, addUnbounded(purse), false)
                    : new Reservation(this, List.of(), true);
        } catch (StoreException e) {
            LOG.debug("No failure can be counted: {}", e.getMessage());
            teller.alert("the shared state can't be reached; wrong answers are limited per challenge only");
            return new Reservation(this, List.of(), false);
        }
    }

    /**
     * Counts a code that a person wrote to a sender, before it is looked up, because one that is wrong is nobody's: {@link
     * Reservation#takeBack} if it was right. Over all tenants that share the sender.
     *
     * @throws StoreException if the shared state can't be reached
     */
    public Reservation countMiss(ChannelId channel, String sender, Address from) {
        return misses.count(who(Tenant.DEFAULT, channel, sender, from, Optional.empty()))
                .map(counted -> new Reservation(this, counted, false))
                .orElseGet(() -> new Reservation(this, List.of(), true));
    }

    /**
     * Notes an approval, however it came: failures in a row begin anew, the device is known from now on, the prefix gets what it
     * is owed. Nobody waits for it.
     */
    public void succeeded(Who who, Optional<String> device) {
        coarse.completed(who);
        chores.later(() -> {
            List<Counter> rows = Marks.plain(purses.rows(who, device));
            if (!rows.isEmpty()) {
                means.state().takeBack(rows, Marks.UNBOUNDED);
            }
            device.ifPresent(digest -> devices.remember(who, digest));
        });
    }

    /** Does on the guard's thread what nobody waits for, and whose time nobody shall be able to measure. */
    public void later(Runnable chore) {
        chores.later(chore);
    }

    void takeBack(List<Counter> reserved) {
        if (!reserved.isEmpty()) {
            chores.later(() -> means.state().takeBack(reserved, 1));
        }
    }

    void takeBackAtOnce(List<Counter> reserved) {
        if (!reserved.isEmpty()) {
            means.state().takeBack(reserved, 1);
        }
    }

    /**
     * Lets a person answer again whose wrong answers are used up, because the application knows them by another factor.
     *
     * @throws StoreException if the shared state can't be reached
     */
    public void unlock(Who who) {
        List<Counter> all = Marks.plain(purses.failures(who));
        if (!all.isEmpty()) {
            means.state().takeBack(all, Marks.UNBOUNDED);
        }
    }

    /** Does what was put off, and shares the coarse counts with the other nodes; the engine calls it every 10 seconds. */
    public void flush() {
        chores.settle();
        coarse.flush();
    }

    /** Lists every limit, for people. */
    public Limits limits() {
        return Listing.of(figures);
    }

    @Override
    public void close() {
        chores.close();
        try {
            coarse.flush();
        } catch (RuntimeException e) {
            LOG.warn(
                    "What was counted per prefix, country and day could not be told to other nodes: {}",
                    e.getMessage());
        }
    }
}
